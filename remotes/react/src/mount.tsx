import '@vitejs/plugin-react/preamble'; // for refresh in development: there is no index.html that would bring it
import { type MountContext, type MountedRemote, speak } from '@jetbridge/schema';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

export { contract } from '@jetbridge/schema';

export function mount(element: HTMLElement, context: MountContext): MountedRemote {
  speak(context.catalogue);
  const root = createRoot(element, { onUncaughtError: (error) => context.report(error) });
  // As a transition the first page is drawn in slices: on a slow phone no list keeps a finger waiting.
  startTransition(() =>
    root.render(
      <StrictMode>
        <App context={context} />
      </StrictMode>,
    ),
  );
  return { unmount: () => root.unmount() };
}
