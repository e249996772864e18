import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../gateway/src/demo/seeded-random.ts';
import { databases, startProduct } from '../../gateway/src/testing/product.ts';
import { Browser } from './browser.ts';

const input = { email: 'admin@example.org', password: 'a password for tests' };

describe.each(databases)('two tabs of one browser on %s', (database) => {
  it('never sign each other out, however their renewals meet', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    const browser = new Browser(product);
    const first = browser.openTab();
    await first.start();
    await first.signIn(input);
    const tabs = [first, browser.openTab(), browser.openTab(), browser.openTab()];
    await Promise.all(tabs.slice(1).map((tab) => tab.start()));

    const random = seededRandom(7);
    browser.onAnswer = () => sleep(Math.floor(random() * 30));
    for (let round = 0; round < 15; round++) {
      await Promise.all(
        tabs.map(async (tab) => {
          await sleep(Math.floor(random() * 40));
          expect(await tab.renew()).toBe('renewed');
        }),
      );
    }
    for (const tab of tabs) {
      const token = (await tab.token())!;
      expect((await product.ask('{ viewer { user { id } } }', {}, { token })).codes).toEqual([]);
    }
  });

  it('stay signed in when an answer is lost on the way', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    const browser = new Browser(product);
    const [one, two] = [browser.openTab(), browser.openTab()];
    await one.start();
    await one.signIn(input);
    browser.onAnswer = async () => {
      throw new TypeError('network lost');
    };
    expect(await one.renew()).toBe('unreachable');
    browser.onAnswer = async () => {};
    expect([await two.renew(), await one.renew()]).toEqual(['renewed', 'renewed']);
    expect([one.value.status, two.value.status]).toEqual(['signed-in', 'signed-in']);
  });

  it('go on together when one of them signs in anew, or gets a new password, while the other renews', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    const browser = new Browser(product);
    const [one, two] = [browser.openTab(), browser.openTab()];
    await one.start();
    await one.signIn(input);
    await two.renew();
    // The answer to the other tab's renewal, made with the cookie before, arrives last.
    const [answered, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await product.ask('mutation { signOutEverywhere(input: { keepCurrent: false }) { ok } }', {}, { token: (await one.token())! });
    browser.onAnswer = () => {
      answered.resolve();
      return held.promise;
    };
    const renewing = two.renew();
    await answered.promise;
    browser.onAnswer = async () => {};
    expect(await one.signIn(input)).toBeNull();
    held.resolve();
    await renewing;
    await expect.poll(() => two.token()).toBeTruthy();
    expect([one.value.status, two.value.status]).toEqual(['signed-in', 'signed-in']);
    const third = browser.openTab(); // it finds the hint and the cookie
    await third.start();
    expect(third.value.status).toBe('signed-in');

    expect(await two.changePassword({ currentPassword: input.password, newPassword: 'correct horse battery' })).toBeNull();
    await expect.poll(async () => (await one.renew()) === 'renewed' && (await third.renew()) === 'renewed').toBe(true);
    expect([one, two, third].map(({ value }) => value.status)).toEqual(['signed-in', 'signed-in', 'signed-in']);
  });

  it('leave together', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    const browser = new Browser(product);
    const [one, two] = [browser.openTab(), browser.openTab()];
    await one.start();
    await one.signIn(input);
    await two.renew();
    await one.signOut();
    await expect.poll(() => two.value.status).toBe('anonymous');
    const third = browser.openTab();
    const before = browser.renewals;
    await third.start();
    expect([third.value.status, browser.renewals]).toEqual(['anonymous', before]);
  });
});
