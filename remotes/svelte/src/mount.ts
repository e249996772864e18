import { type MountContext, type MountedRemote, speak } from '@jetbridge/schema';
import { mount as mountComponent, unmount } from 'svelte';
import App from './app.svelte';

export { contract } from '@jetbridge/schema';

export function mount(target: HTMLElement, context: MountContext): MountedRemote {
  speak(context.catalogue);
  const app = mountComponent(App, { target, props: { context } });
  return { unmount: () => void unmount(app) };
}
