// Files PIREPs in a process of its own, on schedule, until it is told to stop; a command whose answer is lost is sent again under its id until
// it is answered. Answers how many are stored.
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { aNumberedFlight } from '@jetbridge/schema/testing';
import { post } from './product.mjs';

const query = 'mutation ($input: FilePirepInput!) { filePirep(input: $input) { cursor } }';
const [{ url, token, airlineId, rate }] = await once(process, 'message');
process.on('disconnect', () => process.exit());
let stopped = false;
process.once('message', () => {
  stopped = true;
});

const open = new Set();
const started = performance.now();
let count = 0;
while (!stopped) {
  for (; count < ((performance.now() - started) * rate) / 1_000; count++) {
    const one = file(count).then(() => open.delete(one));
    open.add(one);
  }
  await after(5);
}
await Promise.all(open);
process.send(count);

async function file(n) {
  const input = { ...aNumberedFlight(n, { airlineId }), commandId: `bench-${n}` };
  for (let answered = false; !answered; ) {
    answered = await post(url, { query, variables: { input } }, token).then(
      () => true,
      (error) => {
        // Nobody there, cut off on the way, or told to wait: anything else is a failure of the bench.
        if (!/ECONN|hang up|aborted|socket|PROJECTION_LAGGING|UNAVAILABLE/.test(error.message)) throw error;
      },
    );
    if (!answered) await after(50);
  }
}
