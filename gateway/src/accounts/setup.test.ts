import { expect, it } from 'vitest';
import { startProduct } from '../testing/product.ts';

const completeSetup = `mutation ($input: CompleteSetupInput!) {
  completeSetup(input: $input) { accessToken viewer { user { displayName email platformAdmin } permissions } }
}`;
const admin = { email: 'ada@example.org', displayName: 'Ada', password: 'correct horse' };

it('makes the first platform admin, signed in at once', async () => {
  await using product = await startProduct();
  expect((await product.ask('{ setup { needed } }')).data).toEqual({ setup: { needed: true } });
  const token = await product.services.setupTokens.issue(product.services.now());
  const { data, cookies } = await product.ask(completeSetup, { input: { ...admin, token } });
  expect(data.completeSetup.viewer.user).toEqual({ displayName: 'Ada', email: 'ada@example.org', platformAdmin: true });
  expect(data.completeSetup.viewer.permissions).toContain('airline:create');
  expect(cookies[0]).toMatch(/^jetbridge_refresh=.+HttpOnly; SameSite=Strict/);
  expect((await product.ask('{ setup { needed } viewer { user { id } } }')).data).toEqual({ setup: { needed: false }, viewer: null });
});

it('lets one of two racing set-ups win', async () => {
  await using product = await startProduct();
  const token = await product.services.setupTokens.issue(product.services.now());
  const answers = await Promise.all(
    ['ada', 'bob'].map((name) => product.ask(completeSetup, { input: { ...admin, token, email: `${name}@example.org` } })),
  );
  expect(answers.flatMap(({ codes }) => codes)).toHaveLength(1);
  expect(await product.services.storage.reader.all('select id from rm_user')).toHaveLength(1);
});

it('refuses a wrong token, an old one, and a second time', async () => {
  await using product = await startProduct();
  const token = await product.services.setupTokens.issue(product.services.now());
  expect((await product.ask(completeSetup, { input: { ...admin, token: 'guess' } })).errors?.[0]?.extensions).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'token',
  });
  product.setClock(Date.now() + 31 * 60_000);
  expect((await product.ask(completeSetup, { input: { ...admin, token } })).errors?.[0]?.extensions).toMatchObject({ field: 'token' });
  await product.setUp();
  expect((await product.ask(completeSetup, { input: { ...admin, token } })).codes).toEqual(['CONFLICT']);
});

it('names every field that is wrong', async () => {
  await using product = await startProduct();
  const token = await product.services.setupTokens.issue(product.services.now());
  const { errors } = await product.ask(completeSetup, { input: { token, email: 'nobody', displayName: '', password: 'short' } });
  expect(errors?.[0]?.extensions.details).toMatchObject([{ field: 'displayName' }, { field: 'email' }, { field: 'password' }]);
});
