import './theme/index.css';
import './theme/shell.css';
import { ViewerDocument } from '@jetbridge/schema';
import { pipe, subscribe } from 'wonka';
import { AirlineHistory } from './airline-history.ts';
import { createSend } from './api.ts';
import { createShellClient } from './client.ts';
import type { Services } from './context.ts';
import { part } from './dom.ts';
import { createDrafts } from './drafts.ts';
import { browserKeep } from './keep.ts';
import { createBanner } from './layout/banner.ts';
import { createTopbar } from './layout/topbar.ts';
import { AirlineLive } from './live.ts';
import { createRouter } from './router.ts';
import { ShellSession } from './session.ts';
import { createSocket } from './socket.ts';
import { browserTabs } from './tabs.ts';
import { createTheme } from './theme.ts';
import { createToasts } from './toast.ts';

const keep = browserKeep();
const theme = createTheme(keep, document.documentElement);
const fetcher: typeof fetch = (input, init) => fetch(input, init);

const session = new ShellSession({ send: createSend(fetcher), keep, tabs: browserTabs(), now: Date.now });
const socket = createSocket(session);
const history = new AirlineHistory();
const { client, personal } = createShellClient({ fetcher, tokens: session, socket: socket.client, history });
const live = new AirlineLive(client, history, socket.state);
session.cache = personal;

const services: Services = {
  client,
  session,
  live,
  theme,
  drafts: createDrafts(keep, () => session.userId),
  toast: createToasts(part('.toasts')),
};

let person: string | null = null;
let stopFollowing = () => {};
session.subscribe(() => {
  if (session.userId === person) return;
  if (person !== null && session.userId !== null) location.reload(); // another tab signed in as someone else: start clean
  person = session.userId;
  live.stop();
  socket.reconnect();
  stopFollowing();
  if (person === null) return;
  stopFollowing = pipe(
    client.query(ViewerDocument, {}),
    subscribe(({ data }) => {
      if (data?.viewer) session.setViewer(data.viewer);
    }),
  ).unsubscribe;
});
addEventListener('online', () => {
  if (session.value.status === 'loading') void session.renew();
});

createBanner(part('#notices'), live);
const router = createRouter(part('#main'), services, keep);
const showPlace = createTopbar(part('.topbar'), { theme, live, liveUsed: socket.used, open: router.open });
router.start(showPlace);
void session.start();
