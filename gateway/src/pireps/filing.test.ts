import { Rejected } from '@jetbridge/schema';
import { aFlight } from '@jetbridge/schema/testing';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { openServices } from '../context.ts';
import { databases, startProduct } from '../testing/product.ts';
import { airportsOf, carryOut } from './filing.ts';

const rounds = 8;
const rules = { autoAccept: 'OFF', landingRateLimitFpm: null, autoAcceptNetworks: [] } as const;

describe.each(databases)('a flight filed through two servers at once on %s', (database) => {
  it('is filed once, and each refusal names the one that stands', async () => {
    await using product = await startProduct({ database });
    const airlineId = await product.createAirline(await product.setUp(), 'NAX');
    const other = await openServices(product.services.config);
    const memberId = uuid();
    const now = Date.now();
    for (let round = 1; round <= rounds; round++) {
      const input = aFlight({ airlineId, flightNumber: String(round) });
      const file = async (services: typeof other) => {
        const about = { operation: 'filePirep', actorId: null, input, now, readable: false };
        const done = await carryOut(services, about, () => {
          const pirepId = uuid();
          const command = {
            type: 'File' as const,
            pirepId,
            memberId,
            rules: { ...rules, autoAcceptNetworks: [] },
            input,
            airports: airportsOf(input),
            now,
          };
          return { airlineId, pirepId, command };
        });
        return done.resultId;
      };
      const answers = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => file(n % 2 ? other : product.services)));
      const filed = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
      expect(filed).toHaveLength(1);
      for (const answer of answers) {
        if (answer.status === 'fulfilled') continue;
        expect(answer.reason).toBeInstanceOf(Rejected);
        expect(answer.reason).toMatchObject({ code: 'CONFLICT', field: 'flightNumber', details: { pirepId: filed[0] } });
      }
    }
    await other.close();
  });
});
