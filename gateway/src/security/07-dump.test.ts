import type { SqlValue } from '@jetbridge/schema/storage';
import { describe, expect, it } from 'vitest';
import { cookieIn, password, refreshQuery, signInAs } from '../testing/people.ts';
import { databases, type Product, startProduct } from '../testing/product.ts';

/** Everything the database holds, as whoever steals a copy reads it. */
async function dump({ services: { storage } }: Product): Promise<string> {
  const tables = await storage.reader.all<{ name: string }>(
    storage.kind === 'sqlite'
      ? `select name from sqlite_schema where type = 'table'`
      : `select tablename as name from pg_tables where schemaname = current_schema()`,
  );
  const rows = await Promise.all(tables.map(({ name }) => storage.reader.all<Record<string, SqlValue>>(`select * from ${name}`)));
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['session', 'refresh_token', 'api_key', 'one_time_token', 'mail_outbox', 'event']),
  );
  return JSON.stringify(rows);
}

describe.each(databases)('a copy of the database on %s', (database) => {
  it('7 a dump of the database holds no usable token: of sessions, API keys, links, set-up; and no password', async () => {
    await using product = await startProduct({ database });
    const setup = await product.services.setupTokens.issue(product.services.now());
    const unused = await dump(product);
    expect(unused).not.toContain(setup);
    await product.setUp();
    const email = 'admin@example.org';
    const first = await signInAs(product, email);
    const refreshed = await product.ask(refreshQuery, {}, { cookie: first.cookie });
    const created = await product.ask(
      'mutation { createApiKey(input: { name: "k", scopes: ["airline:create"] }) { secret } }',
      {},
      { token: first.token },
    );
    await product.ask(`mutation { register(input: { email: "new@example.org", displayName: "New", password: "${password}" }) { ok } }`);
    await product.ask(`mutation { requestPasswordReset(input: { email: "${email}" }) { ok } }`);
    const mails = await product.ask('{ mailOutbox(first: 10) { edges { node { text } } } }', {}, { token: first.token });
    const links = mails.data.mailOutbox.edges.flatMap(
      ({ node }: { node: { text: string } }) => /token=([\w-]+)/.exec(node.text)?.[1] ?? [],
    );
    expect(links).toHaveLength(2);

    const secret = created.data.createApiKey.secret as string;
    const usable = {
      access: first.token,
      'access, its signature': first.token.split('.')[2]!,
      'refresh, spent': first.cookie.split('=')[1]!,
      refresh: cookieIn(refreshed, 'refresh')!.split('=')[1]!,
      device: first.device!.split('=')[1]!,
      key: secret.slice(-43),
      verify: links[0],
      reset: links[1],
      password,
    };
    const stolen = await dump(product);
    for (const [name, token] of Object.entries(usable)) {
      expect(token.length, name).toBeGreaterThanOrEqual(20);
      expect(stolen, name).not.toContain(token);
      expect(stolen, name).not.toContain(Buffer.from(token).toString('base64'));
    }
    // What the copy holds in their place opens nothing either.
    const hashes = await product.services.storage.reader.all<{ hash: string }>(
      'select hash from refresh_token union select hash from api_key union select hash from one_time_token',
    );
    for (const { hash } of hashes) {
      expect((await product.ask('{ viewer { user { id } } }', {}, { token: hash })).codes).toEqual(['UNAUTHENTICATED']);
      expect((await product.ask(refreshQuery, {}, { cookie: `jetbridge_refresh=${hash}` })).codes).toEqual(['UNAUTHENTICATED']);
      expect((await product.ask(`mutation { verifyEmail(input: { token: "${hash}" }) { ok } }`)).codes).toEqual(['INVALID_INPUT']);
    }
  });
});
