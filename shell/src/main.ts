import './theme/index.css';
import './theme/shell.css';
import { type Catalogue, locale, number, problemOf, shellMessages, ViewerDocument } from '@jetbridge/schema';
import { pipe, subscribe } from 'wonka';
import { AirlineHistory } from './airline-history.ts';
import { createSend } from './api.ts';
import { createShellClient } from './client.ts';
import { CommandRegistry } from './commands.ts';
import type { Services } from './context.ts';
import { breath, part } from './dom.ts';
import { createDrafts } from './drafts.ts';
import { FirstAnswers, takeFirstAnswer } from './first-answer.ts';
import { browserKeep } from './keep.ts';
import { followLanguage } from './language.ts';
import { createBanner } from './layout/banner.ts';
import { createPreferencesMenu } from './layout/preferences-menu.ts';
import { createTopbar } from './layout/topbar.ts';
import { AirlineLive } from './live.ts';
import './map/flight-map.ts';
import { Outbox } from './outbox.ts';
import type { Place } from './place.ts';
import { createPreferences } from './preferences.ts';
import { createRouter } from './router.ts';
import { ShellSession } from './session.ts';
import { createSocket } from './socket.ts';
import { browserTabs } from './tabs.ts';
import { createTheme } from './theme.ts';
import { createToasts } from './toast.ts';
import type { Tracer } from './trace.ts';
import { Value } from './value.ts';

const keep = browserKeep();
const theme = createTheme(keep, document.documentElement);
const preferences = createPreferences(keep, document.documentElement);
const tracer: Partial<Tracer> = {};
const fetcher: typeof fetch = (input, init) => (tracer.fetch ?? fetch)(input, init);

const session = new ShellSession({ send: createSend(fetcher), keep, tabs: browserTabs(), now: Date.now });
const socket = createSocket(session);
const history = new AirlineHistory();
const drafts = createDrafts(keep, () => session.userId);
const toast = createToasts(part('.toasts'));
const outbox = new Outbox({ keep, userId: () => session.userId, drafts, toast });
const known = takeFirstAnswer(document);
const answers = new FirstAnswers(known, Date.now);
const ports = { fetcher, tokens: session, socket: socket.client, history, answers };
const { client, personal } = createShellClient({ first: outbox.exchange, ...ports });
const live = new AirlineLive(client, history, socket.state, tracer);
session.cache = personal;

const services: Services = {
  client,
  session,
  live,
  theme,
  preferences,
  commands: new CommandRegistry(),
  spoken: new Value<Catalogue | null>(null),
  download: (path, filename) =>
    import('./download.ts').then(
      ({ download }) => download(fetcher, session, path, filename),
      () => problemOf({ graphQLErrors: [] }),
    ),
  drafts,
  filing: outbox.filing,
  toast,
};

const { traced } = document.documentElement.dataset;
if (traced) void import('./trace.ts').then(({ startTracing }) => Object.assign(tracer, startTracing(Number(traced))));

let person: string | null = null;
let stopFollowing = () => {};
session.subscribe(() => {
  if (session.userId === person) return;
  if (person !== null && session.userId !== null) location.reload(); // another tab signed in as someone else: start clean
  person = session.userId;
  live.stop();
  stopFollowing();
  void outbox.send(client);
  if (person === null) return socket.rest();
  socket.reconnect();
  stopFollowing = pipe(
    client.query(ViewerDocument, {}),
    subscribe(({ data }) => {
      if (data?.viewer) session.setViewer(data.viewer);
    }),
  ).unsubscribe;
  live.watchAccount();
});
addEventListener('online', () => {
  if (session.value.status === 'loading') void session.renew();
});

live.subscribe(() => {
  if (live.value === 'live') void outbox.send();
});
const { spoken } = services;
await followLanguage(preferences, spoken);
// On a slow phone the start takes a quarter of a second; in pieces, none of them keeps a finger waiting.
await breath();
createBanner(part('#notices'), live, outbox.count, spoken);
const router = createRouter(part('#main'), services, keep);
let here: Place = router.place();
const keyboard = import('./keyboard.ts').then(({ startKeyboard }) => startKeyboard(services, { here: () => here, open: router.open }));
const over = (what: 'palette' | 'help') => () =>
  void keyboard.then(
    (overlays) => overlays[what](),
    () => toast(shellMessages.partFailed, 'bad'),
  );
createPreferencesMenu(services, over('help'));
const bar = createTopbar(part('.topbar'), {
  live,
  liveUsed: socket.used,
  spoken,
  preferences,
  open: router.open,
  palette: over('palette'),
});
router.start((place) => {
  here = place;
  bar(place);
});
spoken.subscribe(router.reopen);
await breath();
void session.start(known?.viewer);
await breath();
// The first number and the first date cost a browser as much as a page of rows: spent while the front end is on its way.
number(1);
await breath();
new Intl.DateTimeFormat(locale(), { month: 'short' }).format();
