export const frameworks = ['react', 'vue', 'svelte'] as const;
export type Framework = (typeof frameworks)[number];
export type Mode = Framework | 'compare';

/** Where the person is: which front end fills the page, and the path below it. */
export interface Place {
  mode: Mode;
  path: string;
  search: string;
}

const prefix = /^\/(react|vue|svelte|compare)(?=\/|$)/;

/**
 * Reads an address. One without a front end (`/`, `/setup?token=…`, a link in a mail) means the one used last.
 * @param pathname of the document  @param search with its `?`
 */
export function readPlace(pathname: string, search: string, last: Framework): Place {
  const mode = prefix.exec(pathname)?.[1] as Mode | undefined;
  if (!mode) return { mode: last, path: pathname, search };
  return { mode, path: pathname.slice(mode.length + 1) || '/', search };
}

export function addressOf(place: Place): string {
  return `/${place.mode}${place.path}${place.search}`;
}

/** Splits what a remote navigates to into path and search; a fragment means nothing here and is dropped. */
export function splitTarget(to: string): { path: string; search: string } {
  const [target = ''] = to.split('#', 1);
  const at = target.indexOf('?');
  return at < 0 ? { path: target || '/', search: '' } : { path: target.slice(0, at) || '/', search: target.slice(at) };
}

export function isFramework(value: string | null): value is Framework {
  return frameworks.some((name) => name === value);
}
