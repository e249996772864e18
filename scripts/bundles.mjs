// The five things Vite builds, and what decides whether one of them is out of date.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const frameworks = ['react', 'vue', 'svelte'];

export const bundles = [
  { name: 'shell', dir: 'shell' },
  ...frameworks.map((name) => ({ name, dir: `remotes/${name}` })),
  { name: 'graphiql', dir: 'gateway/graphiql' },
];

const shared = [
  'schema/src',
  'schema/package.json',
  'pnpm-lock.yaml',
  'tsconfig.web.json',
  'scripts/bundles.mjs',
  'scripts/compress.mjs',
  'scripts/remote-facts.mjs',
];
const notInput = new Set(['node_modules', 'dist', 'e2e', '.vite', '.__mf__temp']);

/** A hash over everything a bundle is made of: its own folder, what all share, and the Node that runs Vite. */
export function inputsOf({ dir }) {
  const hash = createHash('sha256').update(process.version);
  for (const path of [dir, ...shared]) for (const file of filesBelow(path)) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/** `path` itself, or every file below it; sorted, so that the same tree reads the same everywhere. */
export function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => !notInput.has(name));
  return names.sort().flatMap((name) => filesBelow(join(path, name)));
}
