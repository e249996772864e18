import { describe, expect, it } from 'vitest';
import { databases } from '../testing/product.ts';
import { password, startProductWithMail } from '../testing/product-with-mail.ts';

const email = 'maja@example.org';
const chosen = 'a new one, chosen today';
const viewer = '{ viewer { user { id } } }';

describe.each(databases)('passwords on %s', (database) => {
  it('are chosen anew with a mailed link, which ends every session and every other link', async () => {
    await using product = await startProductWithMail({ database });
    const token = await product.newPerson(email);
    for (const address of [email, 'nobody@example.org']) {
      expect((await product.send('requestPasswordReset', { email: address })).data).toEqual({ requestPasswordReset: { ok: true } });
    }
    const first = await product.mailedToken(email);
    await product.send('requestPasswordReset', { email });
    const second = await product.mailedToken(email);
    expect((await product.send('resetPassword', { token: first, password: chosen })).codes).toEqual(['INVALID_INPUT']);
    expect((await product.send('resetPassword', { token: second, password: chosen })).data).toEqual({ resetPassword: { ok: true } });
    expect((await product.ask(viewer, {}, { token })).codes).toEqual(['UNAUTHENTICATED']);
    expect((await product.send('signIn', { email, password })).codes).toEqual(['UNAUTHENTICATED']);
    expect((await product.send('signIn', { email, password: chosen })).codes).toEqual([]);
    expect(await product.mails.mail(email)).toMatchObject({ subject: 'Your password was changed' });
    expect((await product.send('resetPassword', { token: second, password })).errors?.[0]?.extensions.field).toBe('token');
  });

  it('of two at once with one link, one is chosen', async () => {
    await using product = await startProductWithMail({ database });
    await product.newPerson(email);
    await product.send('requestPasswordReset', { email });
    const token = await product.mailedToken(email);
    const both = [chosen, `${chosen}, twice`];
    const answers = await Promise.all(both.map((each) => product.send('resetPassword', { token, password: each })));
    expect(answers.flatMap(({ codes }) => codes)).toEqual(['INVALID_INPUT']);
    const won = answers.findIndex(({ codes }) => codes.length === 0);
    expect((await product.send('signIn', { email, password: both[won] })).codes).toEqual([]);
  });

  it('are changed by who knows the old one; that ends the other sessions, and this one goes on with new tokens', async () => {
    await using product = await startProductWithMail({ database });
    const token = await product.newPerson(email);
    const elsewhere = (await product.send('signIn', { email, password })).data.signIn.accessToken;
    const wrong = await product.send('changePassword', { currentPassword: 'not this one', newPassword: chosen }, token);
    expect(wrong.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', field: 'currentPassword' });
    const same = await product.send('changePassword', { currentPassword: password, newPassword: password }, token);
    expect(same.errors?.[0]?.extensions.field).toBe('newPassword');
    const common = await product.send('changePassword', { currentPassword: password, newPassword: 'iloveyou1' }, token);
    expect(common.errors?.[0]?.extensions.field).toBe('newPassword');

    const changed = await product.send('changePassword', { currentPassword: password, newPassword: chosen }, token);
    expect(changed.cookies.join()).toContain('jetbridge_refresh=');
    const fresh = changed.data.changePassword.accessToken;
    expect((await product.ask(viewer, {}, { token: fresh })).codes).toEqual([]);
    for (const old of [token, elsewhere]) expect((await product.ask(viewer, {}, { token: old })).codes).toEqual(['UNAUTHENTICATED']);
    expect((await product.send('signIn', { email, password: chosen })).codes).toEqual([]);
  });

  it('reset by the owner of the address end what somebody else had prepared on it', async () => {
    await using product = await startProductWithMail({ database });
    await product.send('register', { email, displayName: 'Squatter', password });
    const squatter = (await product.send('signIn', { email, password })).data.signIn.accessToken;
    const key = await product.send('createApiKey', { name: 'later', scopes: ['airline:list'], password }, squatter);
    const secret = key.data.createApiKey.secret;
    expect((await product.ask(viewer, {}, { token: secret })).codes).toEqual([]);
    await product.send('requestEmailChange', { email: 'squatter@example.org', password }, squatter);
    const change = await product.mailedToken('squatter@example.org');

    await product.mails.mail(email);
    await product.send('requestPasswordReset', { email });
    await product.mails.mail(email); // the notice that somebody wants another address
    await product.send('resetPassword', { token: await product.mailedToken(email), password: chosen });
    expect((await product.send('confirmEmailChange', { token: change })).codes).toEqual(['INVALID_INPUT']);
    expect((await product.ask(viewer, {}, { token: secret })).codes).toEqual(['UNAUTHENTICATED']);
    const token = (await product.send('signIn', { email, password: chosen })).data.signIn.accessToken;
    expect((await product.send('viewer', {}, token)).data.viewer.user).toMatchObject({ email, emailVerified: true });
  });
});
