// `pnpm bench [append catch-up latency http fan-out …] [-- --full]`: every bench after another, so that none disturbs the next; the figures go
// to bench/results/ as JSON, and what they say is kept in docs/performance.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const words = process.argv.slice(2).filter((word) => word !== '--');
const full = words.includes('--full');
const asked = words.filter((word) => !word.startsWith('--'));
const results = join(root, 'bench', 'results');
const benches = {
  append: ['append.mjs', full && '--full'],
  'catch-up': ['catch-up.mjs', full && '--full'],
  latency: ['latency.mjs', full && '--full'],
  http: ['http.mjs', full && '--full'],
  'fan-out': ['fan-out.mjs', '--json', join(results, 'fan-out.json'), ...(full ? ['--sockets', '2000'] : [])],
};

const unknown = asked.filter((name) => !benches[name]);
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`);
  process.exit(64);
}
mkdirSync(results, { recursive: true });
let failed = 0;
for (const [name, [file, ...args]] of Object.entries(benches)) {
  const path = join(root, 'bench', file);
  if ((asked.length > 0 && !asked.includes(name)) || !existsSync(path)) continue;
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, [path, ...args.filter(Boolean)], { cwd: root, stdio: 'inherit' });
  if (status !== 0) failed++;
}
process.exitCode = failed ? 1 : 0;
