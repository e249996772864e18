import { describe, expect, it } from 'vitest';
import { databases, startProduct } from '../testing/product.ts';

const viewer = '{ viewer { cursor memberships { role } } }';
const key = 'mutation { createApiKey(input: { name: "k", scopes: ["pirep:list"] }) { secret } }';

describe.each(databases)('the cursor of a viewer on %s', (database) => {
  it('stands before what the rest of the answer does not show yet', async () => {
    await using product = await startProduct({ database });
    const admin = await product.setUp();
    const seen = async (token: string) => (await product.ask(viewer, {}, { token })).data.viewer;
    const before = await seen(admin);
    const airlineId = await product.createAirline(admin, 'NAX');
    const after = await seen(admin);
    expect(after.cursor).not.toBe(before.cursor);

    // The account is projected, the airline is not: as far as the account was told, nothing has happened.
    await product.projector.close();
    const { storage } = product.services;
    const [{ sequence }] = (await storage.reader.all<{ sequence: number }>('select sequence from checkpoint where tenant = ?', [
      airlineId,
    ])) as [{ sequence: number }];
    const projectedUpTo = (upTo: number) =>
      storage.transaction((sql) => sql.run('update checkpoint set sequence = ? where tenant = ?', [upTo, airlineId]));
    await projectedUpTo(0);
    expect((await seen(admin)).cursor).toBe(before.cursor);
    await projectedUpTo(Number(sequence));
    expect((await seen(admin)).cursor).toBe(after.cursor);
  });

  it('is for the person, not for a key of theirs', async () => {
    await using product = await startProduct({ database });
    const { data } = await product.ask(key, {}, { token: await product.setUp() });
    expect((await product.ask(viewer, {}, { token: data.createApiKey.secret })).data.viewer.cursor).toBeNull();
  });
});
