import { type Command, commandMessages, matchRoute, searchFromCharacters, shellMessages } from '@jetbridge/schema';
import type { Services } from './context.ts';
import type { Place } from './place.ts';

/** A command under the heading it is listed by. */
export type Item = Command & { group: string };

interface Doors {
  here(): Place;
  open(place: Place): void;
}

/** What opens over the page. Fetched when first wanted; only one at a time. */
export function createOverlays(services: Services, { here, open }: Doors) {
  let shown: HTMLDialogElement | null = null;
  let opening = false;

  const openPalette = async (items: Item[]) => {
    const { openPalette: openOn, searchPireps } = await import('./palette/palette.ts');
    const route = matchRoute(here().path);
    const go = (path: string) => open({ mode: here().mode, path, search: '' });
    return openOn({
      items: items.filter(({ id }) => id !== 'palette'),
      async search(typed) {
        if (!('code' in route) || typed.length < searchFromCharacters || services.session.value.status !== 'signed-in') return [];
        return searchPireps(services.client, route.code, typed, go);
      },
    });
  };

  /** What can be done is asked before the dialog takes the focus from the pane that is meant. */
  const show = async (dialog: (items: Item[]) => Promise<HTMLDialogElement>) => {
    if (opening) return;
    opening = true;
    const items = services.commands.list().map((command): Item => ({ ...command, group: command.group ?? commandMessages.palette.page }));
    shown?.close();
    try {
      shown = await dialog(items);
    } catch {
      services.toast(shellMessages.partFailed, 'bad');
    }
    opening = false;
  };

  return {
    palette() {
      if (shown?.open && shown.matches('.palette')) return shown.close(); // the key that opened it
      void show(openPalette);
    },
    help() {
      void show(async (items) => (await import('./palette/help.ts')).openHelp(items, services.preferences.value.singleKeys));
    },
  };
}
