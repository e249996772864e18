import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { operations } from '../testing/account-operations.ts';
import { databases } from '../testing/product.ts';
import { password, startProductWithMail } from '../testing/product-with-mail.ts';

const email = 'maja@example.org';
const lies = {
  host: 'evil.example',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
  forwarded: 'host=evil.example;proto=https',
  'x-original-host': 'evil.example',
  origin: 'https://evil.example',
  referer: 'https://evil.example/register',
};

/** A request whose every word about where it was sent is a lie. */
function lie(url: string, query: string, variables: object, token?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { ...lies, 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const sent = request(`${url}/graphql`, { method: 'POST', headers }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve(text);
    });
    sent.on('error', reject);
    sent.end(JSON.stringify({ query, variables }));
  });
}

describe.each(databases)('mailed links on %s', (database) => {
  it('10 host header, and what forwards it, never alter mailed links: they lead where the operator says', async () => {
    const publicUrl = 'https://va.example.org';
    await using product = await startProductWithMail({ database, publicUrl });
    const token = await product.newPerson(email);
    const asked: [keyof typeof operations, object, string?][] = [
      ['register', { email: 'new@example.org', displayName: 'New', password }],
      ['register', { email, displayName: 'Again', password }],
      ['resendVerification', { email: 'new@example.org' }],
      ['requestPasswordReset', { email }],
      ['requestEmailChange', { email: 'next@example.org', password }, token],
      ['requestAccountDeletion', { password }, token],
    ];
    for (const [operation, input, as] of asked) {
      // Refused altogether, or done with links of our own.
      expect(await lie(product.url, operations[operation], { input }, as), operation).not.toContain('evil.example');
    }
    await product.send('register', { email: 'last@example.org', displayName: 'Last', password });
    await product.mails.mail('last@example.org');
    for (const { subject, text = '', html = '' } of product.mails.mails) {
      expect(text + html, subject).not.toContain('evil.example');
      const links = [...(text + html).matchAll(/https?:\/\/[^\s"'<]+/g)].map(([link]) => link);
      expect(links.length, subject).toBeGreaterThan(0);
      for (const link of links) expect(link.startsWith(`${publicUrl}/`), `${subject}: ${link}`).toBe(true);
    }
  });
});
