import { describe, expect, it } from 'vitest';
import type { operations } from '../testing/account-operations.ts';
import { databases } from '../testing/product.ts';
import { password, startProductWithMail } from '../testing/product-with-mail.ts';

const known = 'maja@example.org';
const questions: [keyof typeof operations, (email: string) => object][] = [
  ['register', (email) => ({ email, displayName: 'Somebody', password })],
  ['signIn', (email) => ({ email, password: 'not this one' })],
  ['requestPasswordReset', (email) => ({ email })],
  ['resendVerification', (email) => ({ email })],
];
const [fewest, most] = [3, 10]; // rounds: a busy machine makes some slow, but not all
const toleranceMs = 30;
const stepMs = 300;
const hour = 60 * 60_000;

describe.each(databases)('who asks on %s', (database) => {
  it.each(questions)('%s learns from text, status and time nothing about who has an account', async (operation, inputOf) => {
    await using product = await startProductWithMail({ database });
    await product.newPerson(known);
    await product.send(operation, inputOf('warm-up@example.org')); // a first time loads and compiles
    const quickest = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY };
    const answers = new Set<string>();
    const equal = () => {
      const { known, unknown } = quickest;
      // The work of a sign-in is equal; of the others, the time.
      if (operation === 'signIn') return Math.min(known, unknown) > 0.6 * Math.max(known, unknown);
      return Math.abs(known - unknown) < toleranceMs && [known, unknown].every((took) => took >= stepMs && took % stepMs < 2 * toleranceMs);
    };
    for (let round = 0; round < fewest || (round < most && !equal()); round++) {
      product.setClock(product.services.now() + hour); // past every limit
      for (const [who, email] of [
        ['known', known],
        ['unknown', `nobody-${round}@example.org`],
      ] as const) {
        const startedAt = performance.now();
        const { status, data, errors, cookies } = await product.send(operation, inputOf(email));
        quickest[who] = Math.min(quickest[who], performance.now() - startedAt);
        answers.add(JSON.stringify({ status, data, errors, cookies }));
      }
    }
    expect(answers.size).toBe(1);
    expect(equal(), JSON.stringify(quickest)).toBe(true);
  });
});
