// The fault tests for as long as asked: `npm run test:faults -- --minutes 30`. Each round has a new seed, printed, and ends the run when it
// fails; `--seed N` repeats one round.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string' }, kills: { type: 'string', default: '8' } },
});
const until = Date.now() + Number(values.minutes) * 60_000;

let rounds = 0;
do {
  const seed = values.seed ?? String(Math.floor(Math.random() * 1_000_000));
  const env = { ...process.env, FAULT_SEED: seed, FAULT_KILLS: values.kills };
  const { status } = spawnSync('vitest', ['run', 'tests/faults'], { env, stdio: 'inherit' });
  if (status !== 0) {
    console.log(`Round ${rounds + 1} failed. Again: npm run test:faults -- --seed ${seed} --kills ${values.kills}`);
    process.exit(1);
  }
  rounds++;
} while (values.seed === undefined && Date.now() < until);
console.log(`${rounds} rounds of ${values.kills} kills, no violation.`);
