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
import {
  type ComputedRef,
  computed,
  type InjectionKey,
  inject,
  type MaybeRefOrGetter,
  onScopeDispose,
  type Ref,
  shallowRef,
  toValue,
  watchEffect,
} from 'vue';

export const appKey: InjectionKey<MountContext> = Symbol('app');

export function useApp(): MountContext {
  const context = inject(appKey);
  if (!context) throw new Error('useApp is called outside of the app.');
  return context;
}

/** The value of something of the shell or of the schema that tells its listeners when it changes. */
export function useObservable<T>(source: Observable<T>): Ref<T> {
  const value = shallowRef(source.value) as Ref<T>;
  onScopeDispose(
    source.subscribe(() => {
      value.value = source.value;
    }),
  );
  return value;
}

/** Where we are, as the shell navigates. */
export function useLocation() {
  const { nav } = useApp();
  const path = shallowRef(nav.path);
  const search = shallowRef(nav.search);
  onScopeDispose(
    nav.subscribe(() => {
      path.value = nav.path;
      search.value = nav.search;
    }),
  );
  return { path, search };
}

export function useRoute(): ComputedRef<Route> {
  const { path, search } = useLocation();
  return computed(() => matchRoute(path.value, search.value));
}

export function useSession(): Ref<SessionState> {
  return useObservable(useApp().session);
}

/** The person who is signed in, or null. */
export function useViewer(): ComputedRef<ViewerFieldsFragment | null> {
  const session = useSession();
  return computed(() => (session.value.status === 'signed-in' ? session.value.viewer : null));
}

/** The viewer's own membership in the airline with this code, or null. */
export function useMembership(code: MaybeRefOrGetter<string | null>) {
  const viewer = useViewer();
  return computed(() => viewer.value?.memberships.find((member) => member.airline.code === toValue(code)) ?? null);
}

export function useCan(permission: Permission, airlineCode?: MaybeRefOrGetter<string | undefined>): ComputedRef<boolean> {
  const app = useApp();
  const viewer = useViewer(); // permissions change with the session
  return computed(() => viewer.value !== null && app.can(permission, toValue(airlineCode)));
}

/** What this person filed and the server has not answered yet. */
export function useFiling(): Ref<readonly FilePirepInput[]> {
  return useObservable(useApp().filing);
}

/** Figures and times as this person likes to read them. */
export function useFormat(): ComputedRef<Format> {
  const preferences = useObservable(useApp().preferences);
  return computed(() => formatFor(preferences.value));
}

/** Offers what can be done on this page, in the palette and by keys, for as long as the component is there. */
export function useCommands(commands: MaybeRefOrGetter<readonly Command[]>): void {
  const app = useApp();
  watchEffect((onCleanup) => onCleanup(app.commands.add(toValue(commands))));
}
