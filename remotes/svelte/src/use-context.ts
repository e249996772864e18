import { type Format, formatFor, type MountContext, matchRoute, type Observable, type Permission, type Route } from '@jetbridge/schema';
import { createContext } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';

export const [useApp, setApp] = createContext<MountContext>();

/** Where we are: follows the shell when it navigates. */
export function useLocation() {
  const { nav } = useApp();
  const follow = createSubscriber((update) => nav.subscribe(update));
  return {
    get path(): string {
      follow();
      return nav.path;
    },
    get search(): string {
      follow();
      return nav.search;
    },
  };
}

export function useRoute() {
  const location = useLocation();
  return {
    get current(): Route {
      return matchRoute(location.path, location.search);
    },
  };
}

export function useSession() {
  return fromObservable(useApp().session);
}

/** The person who is signed in, or null. */
export function useViewer() {
  const session = useSession();
  return {
    get current() {
      return session.current.status === 'signed-in' ? session.current.viewer : null;
    },
  };
}

/** The viewer's own membership in the airline with this code, or null. */
export function useMembership(code: () => string | null) {
  const viewer = useViewer();
  return {
    get current() {
      return viewer.current?.memberships.find((member) => member.airline.code === code()) ?? null;
    },
  };
}

/** What the viewer may do. Asked in a template, the answer follows the session. */
export function useCan() {
  const app = useApp();
  const session = useSession();
  return (permission: Permission, airlineCode?: string): boolean => {
    void session.current; // permissions change with it
    return app.can(permission, airlineCode);
  };
}

/** What this person filed and the server has not answered yet. */
export function useFiling() {
  return fromObservable(useApp().filing);
}

/** Figures and times as this person likes to read them. */
export function useFormat() {
  const preferences = fromObservable(useApp().preferences);
  return {
    get current(): Format {
      return formatFor(preferences.current);
    },
  };
}

function fromObservable<T>(source: Observable<T>) {
  const follow = createSubscriber((update) => source.subscribe(update));
  return {
    get current(): T {
      follow();
      return source.value;
    },
  };
}
