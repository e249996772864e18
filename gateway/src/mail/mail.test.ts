import { describe, expect, it } from 'vitest';
import { Links } from '../links.ts';
import { databases } from '../testing/product.ts';
import { password, startProductWithMail } from '../testing/product-with-mail.ts';
import { compose } from './compose.ts';

const email = 'maja@example.org';
const page = `query ($after: String) { mailOutbox(first: 2, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { to subject text sentAt attempts error } } } }`;

describe('a mail', () => {
  const note = {
    subject: 'Tom & <b>Jerry</b>',
    paragraphs: ['"Quoted" & <script>alert(1)</script>'],
    action: { label: "Open it's page", url: 'https://va.example.org/verify?token=a&b=<c>' },
  };

  it('says the same as text and as HTML, where nothing can break out of its place', () => {
    const { text, html } = compose(email, note, 'https://va.example.org/');
    expect(text).toBe(
      '"Quoted" & <script>alert(1)</script>\n\nOpen it\'s page:\nhttps://va.example.org/verify?token=a&b=<c>\n\nJetbridge, https://va.example.org/',
    );
    expect(html).toContain('<h1 style="font-size:20px;line-height:1.3;margin:0 0 16px">Tom &amp; &lt;b&gt;Jerry&lt;/b&gt;</h1>');
    expect(html).toContain('<a href="https://va.example.org/verify?token=a&amp;b=&lt;c&gt;"');
    expect(html).not.toContain('<script>');
  });

  it('can be read by everybody and loads nothing', () => {
    const { html } = compose(email, note, 'https://va.example.org/');
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain('<meta charset="utf-8">');
    expect(html).not.toMatch(/<(img|link|iframe|style|table|script)\b|url\(/i);
  });

  it('leads to where we listen when the operator says nothing, and never elsewhere when they do', () => {
    const silent = new Links(null);
    silent.listening('http://0.0.0.0:4000');
    expect(silent.to('/verify', { token: 'a b' })).toBe('http://localhost:4000/verify?token=a+b');
    const told = new Links('https://va.example.org');
    told.listening('http://127.0.0.1:4000');
    expect(told.to('/forgot')).toBe('https://va.example.org/forgot');
  });
});

describe.each(databases)('the outbox on %s', (database) => {
  it('is readable by the platform admin while there is no mail server: there is no other way to the links', async () => {
    await using product = await startProductWithMail({ database, smtpUrl: null });
    const admin = await product.setUp();
    for (const name of ['a', 'b', 'c']) await product.send('register', { email: `${name}@example.org`, displayName: name, password });
    const first = (await product.ask(page, {}, { token: admin })).data.mailOutbox;
    expect(first.edges.map(({ node }: { node: { to: string } }) => node.to)).toEqual(['c@example.org', 'b@example.org']);
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const second = (await product.ask(page, { after: first.pageInfo.endCursor }, { token: admin })).data.mailOutbox;
    const [{ node }] = second.edges;
    expect(node).toMatchObject({ to: 'a@example.org', subject: 'Confirm your e-mail address', sentAt: null, attempts: 0, error: null });
    const token = /token=([\w-]+)/.exec(node.text)![1];
    expect((await product.send('verifyEmail', { token })).codes).toEqual([]);
    await expect.poll(() => product.told.at(-1)).toMatch(/^3 mails wait in the outbox/);
    expect(product.told.join()).not.toMatch(/@example|token/);
  });

  it('shows what was sent, and no text, once there is one', async () => {
    await using product = await startProductWithMail({ database });
    const admin = await product.setUp();
    await product.newPerson(email);
    const shown = () => product.ask(page, {}, { token: admin });
    await expect.poll(async () => (await shown()).data.mailOutbox.edges[0].node.sentAt).toBeTruthy();
    expect((await shown()).data.mailOutbox.edges[0].node).toMatchObject({ to: email, text: null, attempts: 1, error: null });
  });
});
