import { type Framework, frameworks } from '../place.ts';

/** What the build wrote about a front end, see scripts/remote-facts.mjs. */
export interface Facts {
  /** That are not empty. */
  lines: number;
  /** Versions by name. */
  dependencies: Record<string, string>;
  /** By path below its `src`. */
  files: Record<string, { lines: number; bytes: number; imports: string[] }>;
}

export async function loadFacts(): Promise<Record<Framework, Facts | null>> {
  const found = await Promise.all(frameworks.map((framework) => read(`/remotes/${framework}/facts.json`, (answer) => answer.json())));
  return Object.fromEntries(frameworks.map((framework, index) => [framework, found[index]])) as Record<Framework, Facts | null>;
}

/** The file of a page, and every file of the front end that it imports, those it is made of first. */
export function filesOf({ files }: Facts, page: string): string[] {
  const start = Object.keys(files).find((name) => name.replace(/[.]\w+$/, '') === `pages/${page}`);
  const seen = new Set(start ? [start] : []);
  for (const name of seen) for (const imported of files[name]!.imports) seen.add(imported); // grows as it goes
  return [...seen];
}

export const loadSource = (framework: Framework, file: string): Promise<string | null> =>
  read(`/remotes/${framework}/source/${file}.txt`, (answer) => answer.text());

async function read<T>(address: string, take: (answer: Response) => Promise<T>): Promise<T | null> {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? take(answer) : null;
}
