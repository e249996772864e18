import { describe, expect, it } from 'vitest';
import { databases } from '../testing/product.ts';
import { password, startProductWithMail } from '../testing/product-with-mail.ts';

const maja = { email: 'maja@example.org', displayName: 'Maja Nowak', password };

describe.each(databases)('registering on %s', (database) => {
  it('lets in who has the mail, and then says that the address is theirs', async () => {
    await using product = await startProductWithMail({ database });
    expect((await product.send('register', maja)).data).toEqual({ register: { ok: true } });
    const mail = await product.mails.mail(maja.email);
    expect(mail).toMatchObject({ subject: 'Confirm your e-mail address', from: { name: 'Jetbridge', address: 'mail@jetbridge.example' } });
    const link = product.mails.link(mail);
    expect(link.pathname).toBe('/verify');
    expect(mail.html).toContain(link.href.replace(/&/g, '&amp;'));

    const { accessToken } = (await product.send('signIn', { email: maja.email, password })).data.signIn;
    const before = await product.send('viewer', {}, accessToken);
    expect(before.data.viewer.user).toMatchObject({ displayName: 'Maja Nowak', email: maja.email, emailVerified: false });
    await fetch(`${product.url}${link.pathname}${link.search}`); // as mail scanners do: looking consumes nothing
    const token = link.searchParams.get('token')!;
    expect((await product.send('verifyEmail', { token })).data).toEqual({ verifyEmail: { ok: true } });
    expect((await product.send('viewer', {}, accessToken)).data.viewer.user.emailVerified).toBe(true);
    expect((await product.send('verifyEmail', { token })).errors?.[0]).toMatchObject({
      extensions: { code: 'INVALID_INPUT', field: 'token' },
    });
  });

  it('answers the same for an address that has an account, and tells only its owner', async () => {
    await using product = await startProductWithMail({ database });
    await product.newPerson(maja.email);
    const again = await product.send('register', {
      ...maja,
      email: ' MAJA@example.org ',
      displayName: 'Thief',
      password: 'another one entirely',
    });
    expect([again.status, again.data, again.errors]).toEqual([200, { register: { ok: true } }, undefined]);
    expect(await product.mails.mail(maja.email)).toMatchObject({ subject: 'You already have an account' });
    expect((await product.send('signIn', { email: maja.email, password: 'another one entirely' })).codes).toEqual(['UNAUTHENTICATED']);
    expect((await product.send('signIn', { email: maja.email, password })).codes).toEqual([]);
  });

  it('makes one account of two registrations at once', async () => {
    await using product = await startProductWithMail({ database });
    const answers = await Promise.all([maja, { ...maja, displayName: 'Other' }].map((input) => product.send('register', input)));
    expect(answers.map(({ data }) => data)).toEqual([{ register: { ok: true } }, { register: { ok: true } }]);
    expect(await product.services.storage.reader.all('select user_id from credential')).toHaveLength(1);
    const subjects = [await product.mails.mail(maja.email), await product.mails.mail(maja.email)].map(({ subject }) => subject);
    expect(subjects.sort()).toEqual(['Confirm your e-mail address', 'You already have an account']);
  });

  it('sends one mail for a registration that was sent twice, and tells nobody that its id was used', async () => {
    await using product = await startProductWithMail({ database });
    for (let time = 0; time < 2; time++) await product.send('register', { ...maja, commandId: 'once' });
    const other = await product.send('register', { ...maja, email: 'other@example.org', commandId: 'once' });
    expect(other.data).toEqual({ register: { ok: true } });
    await product.mails.mail('other@example.org');
    expect(product.mails.mails.map(({ recipients: [to] }) => to)).toEqual([maja.email, 'other@example.org']);
  });

  it('mails a new link when asked, which ends the old one; a link lives for 60 minutes', async () => {
    await using product = await startProductWithMail({ database });
    await product.send('register', maja);
    const first = await product.mailedToken(maja.email);
    for (const email of [maja.email, 'nobody@example.org']) {
      expect((await product.send('resendVerification', { email })).data).toEqual({ resendVerification: { ok: true } });
    }
    const second = await product.mailedToken(maja.email);
    expect((await product.send('verifyEmail', { token: first })).codes).toEqual(['INVALID_INPUT']);
    product.setClock(product.services.now() + 61 * 60_000);
    expect((await product.send('verifyEmail', { token: second })).codes).toEqual(['INVALID_INPUT']);
    await product.send('resendVerification', { email: maja.email });
    const token = await product.mailedToken(maja.email);
    const verified = await Promise.all([1, 2].map(() => product.send('verifyEmail', { token, commandId: 'sent twice' })));
    expect(verified.map(({ data }) => data)).toEqual([{ verifyEmail: { ok: true } }, { verifyEmail: { ok: true } }]);
    await product.send('resendVerification', { email: maja.email });
    expect(product.mails.mails).toHaveLength(3);
  });

  it('20 names what is wrong, field by field, in words', async () => {
    await using product = await startProductWithMail({ database });
    const { errors } = await product.send('register', { email: 'maja', displayName: ' ', password: 'short' });
    expect(errors?.[0]?.extensions.details).toMatchObject([{ field: 'displayName' }, { field: 'email' }, { field: 'password' }]);
    const common = await product.send('register', { ...maja, password: 'Password123' });
    expect(common.errors?.[0]).toMatchObject({ message: expect.stringContaining('tried first'), extensions: { field: 'password' } });
    const role = await product.send('register', { ...maja, platformAdmin: true });
    expect(role.codes).toEqual(['INVALID_INPUT']);
    expect(await product.services.storage.reader.all('select user_id from credential')).toEqual([]);
  });
});
