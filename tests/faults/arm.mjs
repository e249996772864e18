// Preloaded into the built product (`node --import`), by tests only: arms one failpoint at a time, as told over the process's channel.
// Each strike is `{ place, action, code, hit, turns, awayMs }`: at the `hit`th passing, after so many turns of the event loop. What is dropped
// is dropped from then on: the product has to live without.
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { failpoints } from '@jetbridge/schema/failpoints';

let goOn = () => {};
const begin = Promise.withResolvers();

const actions = {
  kill: () => process.kill(process.pid, 'SIGKILL'),
  throw: ({ place, code }) => {
    throw Object.assign(new Error(`${place} was told to throw`), code && { code });
  },
  delay: async ({ awayMs }, happen) => {
    await sleep(awayMs);
    return happen();
  },
  // Whoever holds the wires cuts them meanwhile.
  reset: async (_, happen) => {
    await new Promise((resolve) => {
      goOn = resolve;
      process.send('cut');
    });
    return happen();
  },
  duplicate: async (_, happen) => (await Promise.all([happen(), happen()]))[0],
  drop: () => {},
};

function arm(strike) {
  let hits = 0;
  failpoints.armed = (place, happen = () => {}) => {
    if (place !== strike.place || ++hits < strike.hit) return pass(happen);
    if (strike.action !== 'drop') failpoints.armed = undefined;
    return struck(strike, happen);
  };
}

/** At once, so that a place where nobody waits stays one; and as a promise, also when it throws. */
async function pass(happen) {
  return happen();
}

async function struck(strike, happen) {
  for (let turn = 0; turn < strike.turns; turn++) await new Promise((resolve) => setImmediate(resolve));
  process.send('struck');
  return actions[strike.action](strike, happen);
}

process.on('message', (told) => {
  if (told === 'begin') begin.resolve();
  else if (told === 'go on') goOn();
  else arm(told);
});
process.on('disconnect', () => process.exit());

// Everything is loaded, and nothing begun until told.
await import(new URL('serve.js', pathToFileURL(process.argv[1])));
await begin.promise;
