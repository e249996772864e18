import {
  type Group,
  groupOf,
  type MountContext,
  needsNotice,
  needsSignIn,
  type Route,
  type RouteOf,
  type SessionState,
  to,
} from '@jetbridge/schema';
import { type ComponentType, type CSSProperties, lazy, Suspense, useEffect } from 'react';
import { Provider } from 'urql';
import { AirlineBar } from './components/airline-bar.tsx';
import { Skeleton } from './components/skeleton.tsx';
import { Airlines } from './pages/airlines.tsx';
import { NotFound } from './pages/not-found.tsx';
import { PirepList } from './pages/pirep-list.tsx';
import { SignIn } from './pages/sign-in.tsx';
import { AppContext, useApp, useLocation, useMembership, useRoute, useSession, useViewer } from './use-context.ts';
import { useAirlineFrame } from './use-page-query.ts';

const loadAccount = () => import('./screens/account.tsx');
const loadJoining = () => import('./screens/joining.tsx');
const loadSettings = () => import('./screens/settings.tsx');
const AccountNotices = lazy(async () => ({ default: (await loadAccount()).AccountNotices }));
const AirlineNotice = lazy(async () => ({ default: (await loadSettings()).AirlineNotice }));
const AirlineProfile = lazy(async () => ({ default: (await loadJoining()).AirlineProfile }));

function lazyScreen<Props>(load: () => Promise<{ Screen: ComponentType<Props> }>) {
  return lazy(async () => ({ default: (await load()).Screen }));
}

/** What is loaded when it is first wanted. */
const screens = {
  account: lazyScreen(loadAccount),
  joining: lazyScreen(loadJoining),
  dashboard: lazyScreen(() => import('./screens/dashboard.tsx')),
  pirep: lazyScreen(() => import('./screens/pirep.tsx')),
  review: lazyScreen(() => import('./screens/review.tsx')),
  settings: lazyScreen(loadSettings),
  people: lazyScreen(() => import('./screens/people.tsx')),
  platform: lazyScreen(() => import('./screens/platform.tsx')),
} satisfies { [G in Group]: ComponentType<{ route: RouteOf<G> }> };

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
  const code = 'code' in route ? route.code : null;
  const frame = useAirlineFrame(code);
  const brand = frame?.brandColour;
  useEffect(() => app.ready('mounted'), [app]);

  return (
    <div className={brand ? 'remote branded' : 'remote'} style={brand ? ({ '--brand': brand } as CSSProperties) : undefined}>
      {session.status === 'signed-in' && <AirlineBar code={code} viewer={session.viewer} />}
      {session.status === 'signed-in' && needsNotice(session.viewer) && (
        <Suspense>
          <AccountNotices viewer={session.viewer} />
        </Suspense>
      )}
      {code && frame && frame.state !== 'ACTIVE' && (
        <Suspense>
          <AirlineNotice key={code} code={code} state={frame.state} />
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

interface ScreenProps {
  route: Route;
  status: SessionState['status'];
}

function Screen({ route, status }: ScreenProps) {
  const outside = useOutside(route);
  if (status === 'loading') return <Opening />;
  if (status === 'anonymous' && needsSignIn(route)) return <SignInFirst />;
  if (route.page === 'airline-home' && outside) return <AirlineProfile key={route.code} code={route.code} />;
  const group = groupOf(route);
  if (group) {
    const GroupScreen = screens[group] as ComponentType<{ route: Route }>;
    return <GroupScreen route={route} />;
  }
  switch (route.page) {
    case 'sign-in':
      return <SignIn notice={route.notice} />;
    case 'airlines':
      return <Airlines />;
    case 'pirep-list':
      return <PirepList key={route.code} code={route.code} />;
    default:
      return <NotFound />;
  }
}

/** To its members an airline is their home, to others what they may know before they join. */
function useOutside(route: Route): boolean {
  const membership = useMembership('code' in route ? route.code : null);
  const viewer = useViewer();
  return !membership && !viewer?.user.platformAdmin;
}

/** Leads a visitor to the sign-in page and remembers where they wanted to go. */
function SignInFirst() {
  const { nav } = useApp();
  const { path, search } = useLocation();
  useEffect(() => nav.navigate(to.signIn(path === '/' ? undefined : path + search), { replace: true }), [nav, path, search]);
  return null;
}
