// What /compare tells of a front end besides its figures: how many lines it is written in, what it depends on, and its source, file by file.
// Written beside its build: facts.json and source/<file>.txt. And damaged/, a build of it whose entry is no program, for who wants to see that.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesBelow } from './bundles.mjs';

const code = new Set(['.ts', '.tsx', '.vue', '.svelte']);

/** @param dir of the remote, such as `remotes/react` */
export function writeFacts(dir) {
  const src = join(dir, 'src');
  const names = filesBelow(src)
    .filter((file) => code.has(extname(file)) && !/[.](test|d)[.]ts$/.test(file))
    .map((file) => relative(src, file));
  const known = new Set(names);
  const files = {};
  for (const name of names) {
    const text = readFileSync(join(src, name), 'utf8');
    files[name] = {
      lines: text.split('\n').filter((line) => line.trim() !== '').length,
      bytes: gzipSync(text, { level: 9 }).length,
      imports: importsOf(name, text, known),
    };
    const copy = join(dir, 'dist/source', `${name}.txt`);
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, text);
  }
  const lines = Object.values(files).reduce((sum, file) => sum + file.lines, 0);
  writeDamaged(dir);
  writeFileSync(join(dir, 'dist/facts.json'), JSON.stringify({ lines, dependencies: dependenciesOf(dir), files }));
}

/** Its own files that a file imports, now or later; an extension may be left out. */
function importsOf(name, text, known) {
  const paths = [...text.matchAll(/(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g)].map(([, path]) =>
    normalize(join(dirname(name), path)),
  );
  return [...new Set(paths)].filter((path) => known.has(path));
}

/** Of others, with the versions that are installed. */
function dependenciesOf(dir) {
  const { dependencies } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
  const require = createRequire(join(process.cwd(), dir, 'package.json'));
  const others = Object.keys(dependencies).filter((name) => !name.startsWith('@jetbridge/'));
  return Object.fromEntries(others.map((name) => [name, versionOf(require, name)]));
}

function versionOf(require, name) {
  for (const folder of require.resolve.paths(name)) {
    try {
      return JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8')).version;
    } catch {} // not in that folder
  }
  throw new Error(`${name} is not installed.`);
}

function writeDamaged(dir) {
  const manifest = JSON.parse(readFileSync(join(dir, 'dist/mf-manifest.json'), 'utf8'));
  manifest.metaData.remoteEntry.name = 'damaged/entry.js';
  mkdirSync(join(dir, 'dist/damaged'), { recursive: true });
  writeFileSync(join(dir, 'dist/damaged/mf-manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(dir, 'dist/damaged/entry.js'), 'export const {');
}
