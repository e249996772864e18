import { type MountContext, type MountedRemote, speak } from '@jetbridge/schema';
import { createApp, nextTick, shallowRef } from 'vue';
import App from './app.vue';
import { appKey } from './use-context.ts';

export { contract } from '@jetbridge/schema';

export function mount(element: HTMLElement, context: MountContext): MountedRemote {
  speak(context.catalogue);
  const app = createApp(App);
  // The shell answers a report by unmounting, which Vue can only do once it has finished the patch the error broke into.
  app.config.errorHandler = (error) => void nextTick(() => context.report(error));
  app.provide(appKey, context);
  // Not through urql's plugin: its `instanceof Client` knows only the copy bundled with this remote, and the client is the shell's.
  app.provide('$urql', shallowRef(context.client));
  app.mount(element);
  return { unmount: () => app.unmount() };
}
