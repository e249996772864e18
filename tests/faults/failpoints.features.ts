import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { seededRandom } from '../../gateway/src/demo/seeded-random.ts';
import type { Database } from '../../gateway/src/testing/product.ts';
import { type ArmedProduct, startArmedProduct } from './armed-product.ts';
import { strikesOn } from './failpoint-matrix.ts';
import { judgeAirlines, tell } from './verdict.ts';
import { runClients, type World } from './world.ts';

const seed = Number(process.env.FAULT_SEED ?? 1); // npm run test:faults tries others
const before = 4; // commands acknowledged before the place is armed
const afterwards = 8; // and after the strike
const mostHits = 6; // passings of the place until it is struck
const mostTurns = 3; // of the event loop, between the passing and the strike
const longestAwayMs = 400; // what a delay holds back or a reset cuts off: beyond one sweep, which finds what is late before it comes

/** One airline for each strike, in one product: clients at work, the strike, some work more, and then their journal is held against the log. */
export function describeFailpoints(database: Database): void {
  describe(`struck on ${database} (seed ${seed})`, () => {
    let product: ArmedProduct;
    beforeAll(async () => {
      product = await startArmedProduct(database);
    });
    afterAll(() => product?.[Symbol.asyncDispose]());

    it.each(strikesOn(database).map((strike, index) => ({ ...strike, index })))('$place: $action', async ({ index, ...strike }) => {
      const random = seededRandom(seed * 1_000 + index);
      const upTo = (most: number) => 1 + Math.floor(random() * most);
      const { door, token, storage } = product;
      const airline = await product.found(codeOf(index));
      const world: World = { door, token, airlines: [airline], stopped: false };
      onTestFailed(() => {
        world.stopped = true;
        console.error(product.complaints.join('\n'));
      });
      const { clients, finish } = runClients(world, upTo(2 ** 31));
      const died = product.died();
      const meanwhile = async <T>(step: Promise<T>) => (await Promise.race([step, died, clients.then(() => step)])) as T;

      await meanwhile(airline.journal.more(before));
      await meanwhile(product.strike(strike, { hit: upTo(mostHits), turns: upTo(mostTurns + 1) - 1, awayMs: upTo(longestAwayMs) }));
      await meanwhile(airline.journal.more(afterwards));
      const seen = await meanwhile(finish());
      tell({ [`${strike.action} at a failpoint`]: 1 }, seen);
      await judgeAirlines(storage, seen);
    });

    it('and everything is as it must be', async () => {
      expect(await product.run('doctor')).toMatchObject({ code: 0, output: expect.stringContaining('Everything is as it must be') });
    });
  });
}

/** Of an airline of its own for each strike. */
function codeOf(index: number): string {
  return String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26), 88);
}
