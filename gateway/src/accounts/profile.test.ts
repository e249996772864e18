import { describe, expect, it } from 'vitest';
import { databases } from '../testing/product.ts';
import { password, startProductWithMail } from '../testing/product-with-mail.ts';

const email = 'maja@example.org';
const next = 'maja@elsewhere.example';

describe.each(databases)('a profile on %s', (database) => {
  it('has the name its person gives it, at once and for others too', async () => {
    await using product = await startProductWithMail({ database });
    const admin = await product.setUp();
    const token = await product.newPerson(email);
    const changed = await product.send('updateProfile', { displayName: '  Maja Kowalska ' }, token);
    expect(changed.data.updateProfile.user.displayName).toBe('Maja Kowalska');
    const { data } = await product.ask(
      '{ users(search: "kowal") { totalCount edges { node { displayName email } } } }',
      {},
      { token: admin },
    );
    expect(data.users).toEqual({ totalCount: 1, edges: [{ node: { displayName: 'Maja Kowalska', email } }] });
    const empty = await product.send('updateProfile', { displayName: ' ' }, token);
    expect(empty.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', field: 'displayName' });
  });

  it('lists everybody to platform admins, page by page', async () => {
    await using product = await startProductWithMail({ database });
    const admin = await product.setUp();
    for (const name of ['bea', 'cid', 'dan']) await product.person(name);
    const page = `query ($after: String) { users(first: 3, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { email } } } }`;
    const first = (await product.ask(page, {}, { token: admin })).data.users;
    const second = (await product.ask(page, { after: first.pageInfo.endCursor }, { token: admin })).data.users;
    const emails = [...first.edges, ...second.edges].map(({ node }: { node: { email: string } }) => node.email);
    expect(emails).toEqual(['dan@example.org', 'cid@example.org', 'bea@example.org', 'admin@example.org']);
    expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([4, true, false]);
  });
});

describe.each(databases)('an e-mail address on %s', (database) => {
  it('is changed once the new one is confirmed; the old one is told, and signs nobody in any more', async () => {
    await using product = await startProductWithMail({ database });
    const token = await product.newPerson(email);
    await product.send('requestPasswordReset', { email });
    const reset = await product.mailedToken(email);
    expect((await product.send('requestEmailChange', { email: next, password }, token)).data).toEqual({ requestEmailChange: { ok: true } });
    expect(await product.mails.mail(email)).toMatchObject({ subject: 'Somebody wants to change your e-mail address' });
    expect((await product.send('viewer', {}, token)).data.viewer.user.email).toBe(email);

    const change = await product.mailedToken(next);
    expect((await product.send('confirmEmailChange', { token: change })).data).toEqual({ confirmEmailChange: { ok: true } });
    expect((await product.send('viewer', {}, token)).data.viewer.user).toMatchObject({ email: next, emailVerified: true });
    expect(await product.mails.mail(email)).toMatchObject({ subject: 'Your e-mail address was changed' });
    expect((await product.send('signIn', { email, password })).codes).toEqual(['UNAUTHENTICATED']);
    expect((await product.send('signIn', { email: next, password })).codes).toEqual([]);
    expect((await product.send('resetPassword', { token: reset, password: 'a new one, chosen today' })).codes).toEqual(['INVALID_INPUT']);
    expect((await product.send('confirmEmailChange', { token: change })).codes).toEqual(['INVALID_INPUT']);
    await product.send('register', { email, displayName: 'Somebody new', password });
    expect(await product.mails.mail(email)).toMatchObject({ subject: 'Confirm your e-mail address' });
  });

  it('of somebody else is not told apart from a free one, and stays theirs', async () => {
    await using product = await startProductWithMail({ database });
    const token = await product.newPerson(email);
    await product.newPerson('tom@example.org', 'Tom');
    const answers = [];
    for (const address of ['tom@example.org', next])
      answers.push(await product.send('requestEmailChange', { email: address, password }, token));
    expect(answers[0]!.data).toEqual(answers[1]!.data);
    expect(await product.mails.mail('tom@example.org')).toMatchObject({ subject: 'You already have an account' });
    await product.mails.mail(next);
    const [one, two] = [await product.mails.mail(email), await product.mails.mail(email)];
    expect(one.text).toBe(two.text);
    const own = await product.send('requestEmailChange', { email: 'Maja@Example.org', password }, token);
    expect(own.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', field: 'email' });
  });

  it('that another account took in the meantime is refused', async () => {
    await using product = await startProductWithMail({ database });
    const token = await product.newPerson(email);
    await product.send('requestEmailChange', { email: next, password }, token);
    const change = await product.mailedToken(next);
    await product.newPerson(next, 'Quicker');
    expect((await product.send('confirmEmailChange', { token: change })).codes).toEqual(['CONFLICT']);
    expect((await product.send('viewer', {}, token)).data.viewer.user.email).toBe(email);
  });
});
