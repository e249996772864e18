import { Rejected } from '@jetbridge/schema';
import { describe, expect, it } from 'vitest';
import type { Command } from './commands.ts';
import { databases, startProduct } from './testing/product.ts';

const tenant = 'airline-1';
const joined = { type: 'MemberJoined', data: { memberId: 'm1', userId: 'u1', role: 'PILOT', pilotNumber: 1, joinedBy: 'OPEN' } };

/** Somebody joins, once: the roster of the airline must be empty. */
const join = (commandId: string, before: Promise<unknown> = Promise.resolve()): Command => ({
  operation: 'join',
  actorId: 'ada',
  commandId,
  input: { tenant },
  now: Date.parse('2026-01-02T00:00:00Z'),
  decide: async (streams) => {
    await before;
    const roster = { initialState: () => 0, evolve: (count: number) => count + 1 };
    const { state, version } = await streams.load(roster, tenant, 'roster');
    if (state > 0) throw new Rejected('CONFLICT', 'They are a member already.');
    return { resultId: 'm1', writes: [{ tenant, stream: 'roster', expectedVersion: version, events: [joined] }] };
  },
});

describe.each(databases)('a command on %s', (database) => {
  it('is answered as its twin was, which overtook it after both had been found new', async () => {
    await using product = await startProduct({ database });
    const { commands, storage } = product.services;
    const first = Promise.withResolvers<unknown>();
    const second = commands.run(join('c1', first.promise)); // looks for c1, finds nothing, and then is slow
    await storage.log.findCommand('ada:c1'); // asked after it has
    const done = await commands.run(join('c1'));
    first.resolve(undefined);
    expect(await second).toEqual(done);
    await expect(commands.run(join('c2'))).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await storage.log.readStream(tenant, 'roster')).toHaveLength(1);
  });
});
