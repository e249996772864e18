import { shellMessages } from '@jetbridge/schema';
import { contextWith, type Services } from '../context.ts';
import { focusHeading, followTitle } from '../focus.ts';
import { urlNav } from '../nav.ts';
import type { Framework, Place } from '../place.ts';
import { keepLinksInside } from './links.ts';
import { RemotePane } from './remote-pane.ts';

/** What fills the page: one front end, or the three of /compare. */
export interface View {
  /** Something is to be seen. */
  opened: Promise<void>;
  close(): void;
}

/** One front end over the whole page, at the address bar's path. */
export function openSingle(framework: Framework, main: HTMLElement, services: Services, moved: (place: Place) => void): View {
  const stop = new AbortController();
  const nav = urlNav(framework);
  keepLinksInside(main, nav, stop.signal);
  followTitle(main, shellMessages.product, stop.signal);
  let path = nav.path;
  const tell = () => moved({ mode: framework, path: nav.path, search: nav.search });
  const ignore = nav.subscribe(() => {
    tell();
    if (nav.path !== path) focusHeading(main, stop.signal);
    path = nav.path;
  });
  tell();
  services.commands.current = () => framework;
  const pane = new RemotePane(framework, main, contextWith(services, nav));
  const sleep = () => (document.hidden ? pane.suspend() : pane.resume());
  document.addEventListener('visibilitychange', sleep, { signal: stop.signal });
  return {
    opened: pane.open(),
    close() {
      stop.abort();
      ignore();
      pane.close();
      nav.dispose();
    },
  };
}
