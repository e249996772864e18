import {
  focusHeading,
  isAccountRoute,
  isJoiningRoute,
  type MountContext,
  needsNotice,
  needsSignIn,
  type Route,
  to,
} from '@jetbridge/schema';
import { lazy, type RefObject, Suspense, useEffect, useRef } from 'react';
import { Provider } from 'urql';
import { AirlineBar } from './components/airline-bar.tsx';
import { Skeleton } from './components/skeleton.tsx';
import { AirlineHome } from './pages/airline-home.tsx';
import { AirlineNew } from './pages/airline-new.tsx';
import { Airlines } from './pages/airlines.tsx';
import { NotFound } from './pages/not-found.tsx';
import { PirepDetail } from './pages/pirep-detail.tsx';
import { PirepFile } from './pages/pirep-file.tsx';
import { PirepList } from './pages/pirep-list.tsx';
import { Setup } from './pages/setup.tsx';
import { SignIn } from './pages/sign-in.tsx';
import { AppContext, useApp, useLocation, useMembership, useRoute, useSession, useViewer } from './use-context.ts';

const loadAccount = () => import('./account.tsx');
const AccountScreen = lazy(async () => ({ default: (await loadAccount()).AccountScreen }));
const AccountNotices = lazy(async () => ({ default: (await loadAccount()).AccountNotices }));

const loadJoining = () => import('./joining.tsx');
const JoiningScreen = lazy(async () => ({ default: (await loadJoining()).JoiningScreen }));
const AirlineProfile = lazy(async () => ({ default: (await loadJoining()).AirlineProfile }));

export function App({ context }: { context: MountContext }) {
  return (
    <AppContext value={context}>
      <Provider value={context.client}>
        <Remote />
      </Provider>
    </AppContext>
  );
}

function Remote() {
  const app = useApp();
  const route = useRoute();
  const session = useSession();
  const root = useRef<HTMLDivElement>(null);
  useFocusOnNavigation(root);
  useEffect(() => app.ready('mounted'), [app]);

  return (
    <div className="remote" ref={root}>
      {session.status === 'signed-in' && <AirlineBar code={'code' in route ? route.code : null} viewer={session.viewer} />}
      {session.status === 'signed-in' && needsNotice(session.viewer) && (
        <Suspense>
          <AccountNotices viewer={session.viewer} />
        </Suspense>
      )}
      <Suspense fallback={<Opening />}>
        <Screen route={route} status={session.status} />
      </Suspense>
    </div>
  );
}

function Opening() {
  return (
    <article className="page">
      <Skeleton rows={8} />
    </article>
  );
}

function Screen({ route, status }: { route: Route; status: 'loading' | 'anonymous' | 'signed-in' }) {
  if (status === 'loading') return <Opening />;
  if (route.page === 'setup') return <Setup token={route.token} />;
  if (route.page === 'sign-in') return <SignIn notice={route.notice} />;
  if (route.page === 'not-found') return <NotFound />;
  if (status === 'anonymous' && needsSignIn(route)) return <SignInFirst />;
  if (isAccountRoute(route)) return <AccountScreen route={route} />;
  if (isJoiningRoute(route)) return <JoiningScreen route={route} />;
  switch (route.page) {
    case 'airlines':
      return <Airlines />;
    case 'airline-new':
      return <AirlineNew />;
    case 'airline-home':
      return <Airline key={route.code} code={route.code} />;
    case 'pirep-list':
      return <PirepList key={route.code} code={route.code} />;
    case 'pirep-file':
      return <PirepFile key={route.code} code={route.code} />;
    case 'pirep-detail':
      return <PirepDetail key={route.id} code={route.code} id={route.id} />;
    default:
      return route satisfies never;
  }
}

/** To its members an airline is their home, to others what they may know before they join. */
function Airline({ code }: { code: string }) {
  const membership = useMembership(code);
  const isPlatformAdmin = useViewer()?.user.platformAdmin;
  return membership || isPlatformAdmin ? <AirlineHome code={code} /> : <AirlineProfile code={code} />;
}

/** Leads a visitor to the sign-in page and remembers where they wanted to go. */
function SignInFirst() {
  const { nav } = useApp();
  const { path, search } = useLocation();
  useEffect(() => nav.navigate(to.signIn(path === '/' ? undefined : path + search), { replace: true }), [nav, path, search]);
  return null;
}

function useFocusOnNavigation(root: RefObject<HTMLDivElement | null>) {
  const { path } = useLocation();
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    focusHeading(root.current);
  }, [path, root]);
}
