import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { operations } from '../testing/account-operations.ts';
import { databases, startProduct } from '../testing/product.ts';

const update = operations.updateProfile;
const create = `mutation ($input: CreateAirlineInput!) { createAirline(input: $input) { airline { id } } }`;

describe.each(databases)('command ids on %s', (database) => {
  it('19 idempotency key bound to (user, operation, input): the same again is one, anything else is refused', async () => {
    await using product = await startProduct({ database });
    const token = await product.setUp();
    const input = { displayName: 'Ada Lovelace', commandId: 'c-1' };
    const first = await product.ask(update, { input }, { token });
    await product.ask(update, { input: { displayName: 'Ada King' } }, { token });
    expect((await product.ask(update, { input }, { token })).data.updateProfile.cursor).toBe(first.data.updateProfile.cursor);
    expect((await product.ask('{ viewer { user { displayName } } }', {}, { token })).data.viewer.user.displayName).toBe('Ada King');

    const otherInput = await product.ask(update, { input: { ...input, displayName: 'Ada Byron' } }, { token });
    expect(otherInput.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', field: 'commandId' });
    const otherOperation = await product.ask(create, { input: { code: 'NAX', name: 'Norse', commandId: 'c-1' } }, { token });
    expect(otherOperation.codes).toEqual(['CONFLICT']);
    const bea = await product.person('bea');
    const other = await product.ask(update, { input: { ...input, displayName: 'Bea' } }, { token: bea });
    expect(other.data.updateProfile.user.displayName).toBe('Bea');
  });

  it('19 idempotency records confirm no guess about a person: they are keyed', async () => {
    await using product = await startProduct({ database });
    const token = await product.setUp();
    await product.ask(update, { input: { displayName: 'Ada Lovelace', commandId: 'c-1' } }, { token });
    const [event] = await product.services.storage.reader.all<{ metadata: string }>(
      `select metadata from event where type = 'ProfileChanged'`,
    );
    const { inputHash } = JSON.parse(event!.metadata) as { inputHash: string };
    const guesses = ['{"displayName":"Ada Lovelace"}', 'Ada Lovelace'].flatMap((guess) =>
      (['hex', 'base64', 'base64url'] as const).map((encoding) => createHash('sha256').update(guess).digest(encoding)),
    );
    expect(inputHash).toMatch(/^[\w-]{8}\.[\w-]{43}$/);
    for (const guess of guesses) expect(inputHash).not.toContain(guess);
  });
});
