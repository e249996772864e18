import { commandMessages, densities, languageNames, languages, matchRoute, type Permission, shellMessages, to } from '@jetbridge/schema';
import { can, type Services } from './context.ts';
import type { Item } from './overlays.ts';
import type { Mode, Place } from './place.ts';
import { themes } from './theme.ts';

interface Doors {
  /** Where the person is. */
  here(): Place;
  open(place: Place): void;
  palette(): void;
  help(): void;
}

const modes: readonly Mode[] = ['react', 'vue', 'svelte', 'compare'];

/** What the shell itself can do, here and now. */
export function shellCommands(services: Services, doors: Doors): Item[] {
  return [...places(services, doors), ...frontEnds(doors), ...looks(services), ...overlays(doors)];
}

interface Page {
  id: string;
  text: string;
  path: string;
  keys?: string;
  needs?: Permission;
}

function places({ session }: Services, { here, open }: Doors): Item[] {
  const state = session.value;
  if (state.status !== 'signed-in') return [];
  const go = (group: string, { id, text, path, keys }: Page): Item => ({
    ...{ id: `go-${id}`, group, text, keys },
    run: () => open({ mode: here().mode, path, search: '' }),
  });
  const route = matchRoute(here().path);
  const code = 'code' in route ? route.code : undefined;
  const pages = [...(code ? pagesOf(code) : []), ...commonPages()].filter(({ needs }) => !needs || can(state, needs, code));
  const airlines = state.viewer.memberships
    .map(({ airline }) => airline)
    .filter((airline) => airline.code !== code)
    .map((airline) => ({ id: `airline-${airline.code}`, text: `${airline.code} · ${airline.name}`, path: to.airline(airline.code) }));
  return [
    ...pages.map((page) => go(commandMessages.go.group, page)),
    ...airlines.map((airline) => go(commandMessages.palette.airlines, airline)),
  ];
}

function pagesOf(code: string): Page[] {
  const text = commandMessages.go;
  return [
    { id: 'home', text: text.home(code), path: to.airline(code), keys: 'g h' },
    { id: 'pireps', text: text.pireps(code), path: to.pireps(code), keys: 'g p', needs: 'pirep:list' },
    { id: 'review', text: text.review(code), path: to.review(code), keys: 'g r', needs: 'pirep:review' },
    { id: 'file', text: text.file(code), path: to.filePirep(code), keys: 'g f', needs: 'pirep:file' },
    { id: 'members', text: text.members(code), path: to.members(code), keys: 'g m', needs: 'member:list' },
    { id: 'joining', text: text.joining(code), path: to.joining(code), keys: 'g j', needs: 'member:invite' },
    { id: 'settings', text: text.settings(code), path: to.airlineSettings(code), keys: 'g s', needs: 'airline:update' },
  ];
}

function commonPages(): Page[] {
  const text = commandMessages.go;
  return [
    { id: 'airlines', text: text.airlines, path: to.airlines(), keys: 'g a' },
    { id: 'account', text: text.account, path: to.account(), keys: 'g u' },
    { id: 'sessions', text: text.sessions, path: to.sessions() },
    { id: 'api-keys', text: text.apiKeys, path: to.apiKeys() },
    { id: 'own-data', text: text.ownData, path: to.ownData() },
    { id: 'new-airline', text: text.newAirline, path: to.newAirline(), needs: 'airline:create' },
    { id: 'admin-airlines', text: text.adminAirlines, path: to.adminAirlines(), needs: 'airline:suspend' },
    { id: 'admin-users', text: text.adminUsers, path: to.adminUsers(), needs: 'user:list' },
    { id: 'admin-health', text: text.adminHealth, path: to.adminHealth(), needs: 'platform:health' },
    { id: 'mail', text: text.mail, path: to.mailOutbox(), needs: 'platform:mail' },
  ];
}

function frontEnds({ here, open }: Doors) {
  const text = commandMessages.frontEnd;
  return modes
    .filter((mode) => mode !== here().mode)
    .map((mode) => ({
      ...{ id: `show-${mode}`, group: text.group },
      text: mode === 'compare' ? text.compare : text.open(shellMessages.framework[mode]),
      run: () => open({ ...here(), mode }),
    }));
}

function looks({ theme, preferences }: Services) {
  const { view } = commandMessages;
  const { language } = preferences.value;
  return [
    ...themes
      .filter((name) => name !== theme.value)
      .map((name) => ({
        id: `theme-${name}`,
        group: view.group,
        text: view.theme(commandMessages.preferences.themes[name]),
        run: () => theme.set(name),
      })),
    ...densities
      .filter((name) => name !== preferences.value.density)
      .map((density) => ({
        ...{ id: `density-${density}`, group: view.group, text: view.density(commandMessages.preferences.densities[density]) },
        run: () => preferences.set({ density }),
      })),
    ...languages
      .filter((name) => name !== language)
      .map((name) => ({
        id: `language-${name}`,
        group: view.group,
        text: languageNames[name],
        run: () => preferences.set({ language: name }),
      })),
  ];
}

function overlays({ palette, help }: Doors) {
  const { group } = commandMessages.view;
  return [
    { id: 'palette', group, text: commandMessages.palette.title, keys: 'mod+k', run: palette },
    { id: 'help', group, text: commandMessages.help.open, keys: '?', run: help },
  ];
}
