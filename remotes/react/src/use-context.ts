import {
  type Command,
  type FilePirepInput,
  type Format,
  formatFor,
  type MountContext,
  matchRoute,
  type Observable,
  type Permission,
  type Route,
  type SessionState,
  type ViewerFieldsFragment,
} from '@jetbridge/schema';
import { createContext, use, useCallback, useEffect, useSyncExternalStore } from 'react';

export const AppContext = createContext<MountContext | null>(null);

export function useApp(): MountContext {
  const context = use(AppContext);
  if (!context) throw new Error('useApp is called outside of App.');
  return context;
}

/** Where we are: re-renders when the shell navigates. */
export function useLocation(): { path: string; search: string } {
  const { nav } = useApp();
  const subscribe = useCallback((listener: () => void) => nav.subscribe(listener), [nav]);
  const path = useSyncExternalStore(subscribe, () => nav.path);
  const search = useSyncExternalStore(subscribe, () => nav.search);
  return { path, search };
}

export function useRoute(): Route {
  const { path, search } = useLocation();
  return matchRoute(path, search);
}

export function useSession(): SessionState {
  return useObservable(useApp().session);
}

/** The person who is signed in, or null. */
export function useViewer(): ViewerFieldsFragment | null {
  const session = useSession();
  return session.status === 'signed-in' ? session.viewer : null;
}

/** The viewer's own membership in the airline with this code, or null. */
export function useMembership(code: string | null) {
  return useViewer()?.memberships.find((member) => member.airline.code === code) ?? null;
}

export function useCan(permission: Permission, airlineCode?: string): boolean {
  const app = useApp();
  useSession(); // permissions change with the session
  return app.can(permission, airlineCode);
}

/** What this person filed and the server has not answered yet. */
export function useFiling(): readonly FilePirepInput[] {
  return useObservable(useApp().filing);
}

/** Figures and times as this person likes to read them. */
export function useFormat(): Format {
  return formatFor(useObservable(useApp().preferences));
}

/** Offers what can be done on this page, in the palette and by keys, for as long as the component is there. */
export function useCommands(commands: readonly Command[]): void {
  const app = useApp();
  useEffect(() => app.commands.add(commands)); // after each render anew: what they do sees what is shown
}

function useObservable<T>(source: Observable<T>): T {
  const subscribe = useCallback((listener: () => void) => source.subscribe(listener), [source]);
  return useSyncExternalStore(subscribe, () => source.value);
}
