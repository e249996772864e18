// `pnpm bench [append catch-up latency http fan-out …] [-- --full]`: every bench after another, so that none disturbs the next; the figures go
// to bench/results/ as JSON, and what they say is kept in docs/performance.md.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const words = process.argv.slice(2).filter((word) => word !== '--');
const benches = [
  'append',
  'catch-up',
  'lists',
  'latency',
  'rebuild-live',
  'http',
  'fan-out',
  'idle-sockets',
  'resume',
  'telemetry',
  'frameworks',
  'lighthouse',
];
const asked = words.filter((word) => !word.startsWith('--'));
const unknown = asked.filter((name) => !benches.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${benches.join(', ')}.`);
  process.exit(64);
}
const options = words.includes('--full') ? ['--full'] : [];
for (const name of asked.length > 0 ? benches.filter((bench) => asked.includes(bench)) : benches) {
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, [join(root, 'bench', `${name}.mjs`), ...options], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
