import { existsSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FirstAnswer } from '@jetbridge/schema';
import { aFlight } from '@jetbridge/schema/testing';
import { v7 as uuid } from 'uuid';
import { describe, expect, it, vi } from 'vitest';
import { filePireps } from '../testing/many-pireps.ts';
import { cookieIn, refreshQuery, signInAs } from '../testing/people.ts';
import { databases, type Product, startProduct } from '../testing/product.ts';

const built = existsSync(fileURLToPath(new URL('../../../shell/dist/index.html', import.meta.url)));
const opened = { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'none' };
const email = 'admin@example.org';
const filing = 'mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }';
const ofFlights = /"flightNumber"|Ada Admin/;

interface Opened {
  headers: IncomingHttpHeaders;
  html: string;
  /** Bytes as they came. */
  size: number;
  title: string | undefined;
  first: FirstAnswer | null;
}

/** A page as a browser asks for it; not fetch, which says of itself that it is one. */
function open({ url }: Product, path: string, cookie = '', headers: Record<string, string> = opened): Promise<Opened> {
  return new Promise((resolve, reject) => {
    get(`${url}${path}`, { headers: { ...headers, ...(cookie && { cookie }) } }, async (response) => {
      const body = await buffer(response);
      const html = decoded(body, response.headers['content-encoding']);
      const json = /<script type="application\/json" id="first-answer">(.*?)<\/script>/s.exec(html)?.[1];
      const title = /<title>(.*?)<\/title>/s.exec(html)?.[1];
      resolve({ headers: response.headers, html, size: body.length, title, first: json ? JSON.parse(json) : null });
    }).on('error', reject);
  });
}

function decoded(body: Buffer, coding: string | undefined): string {
  return (coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body).toString();
}

/** The same, for somebody it is known to know: on a machine with too much to do the first may come without its answer. */
function openAnswered(...page: Parameters<typeof open>): Promise<Opened> {
  return vi.waitFor(
    async () => {
      const answered = await open(...page);
      expect(answered.first?.viewer, `who opens ${page[1]}`).toBeTruthy();
      return answered;
    },
    { timeout: 30_000 },
  );
}

/** Ada's airline NAX with one flight, and the cookie of a session of hers. */
async function withFlight(product: Product) {
  const token = await product.setUp();
  const airlineId = await product.createAirline(token, 'NAX');
  const { data } = await product.ask(filing, { input: aFlight({ airlineId, flightNumber: '417' }) }, { token });
  return { airlineId, pirepId: data.filePirep.pirep.id as string, ...(await signInAs(product, email)) };
}

describe.skipIf(!built).each(databases)('the page of the shell on %s', (database) => {
  it('tells a visitor what its page is called and whether to set up, and may be asked for again', async () => {
    await using product = await startProduct({ database });
    const { headers, title, first } = await open(product, '/react/sign-in');
    expect(title).toBe('Sign in · Jetbridge');
    expect(first).toEqual({ viewer: null, name: 'Setup', variables: {}, data: { setup: { __typename: 'SetupState', needed: true } } });
    expect(headers['cache-control']).toBe('no-cache');
    const again = await open(product, '/react/sign-in', '', { ...opened, 'if-none-match': headers.etag! });
    expect(again.html).toBe('');
    await product.setUp();
    expect((await open(product, '/react/sign-in', '', { ...opened, 'if-none-match': headers.etag! })).first?.data).toMatchObject({
      setup: { needed: false },
    });
  });

  it('shows a person their page: who they are and its first query, for no cache and without a token', async () => {
    await using product = await startProduct({ database });
    const { cookie } = await withFlight(product);
    const { headers, html, first } = await openAnswered(product, '/vue/airlines/NAX/pireps', cookie);
    expect(first).toMatchObject({ viewer: { user: { email } }, name: 'Pireps', variables: { code: 'NAX' } });
    expect(first?.data).toMatchObject({ airline: { code: 'NAX', pireps: { edges: [{ node: { flightNumber: '417' } }] } } });
    expect([headers['cache-control'], headers.etag, headers['set-cookie']]).toEqual(['no-store', undefined, undefined]);
    expect(html).not.toMatch(/accessToken|eyJ/);
    expect(html).not.toContain(cookie.split('=')[1]);
    expect((await openAnswered(product, '/svelte/airlines/NAX', cookie)).title).toBe('Airline NAX · Jetbridge');
  });

  it('spends nothing: the cookie renews the session as before', async () => {
    await using product = await startProduct({ database });
    const { cookie } = await withFlight(product);
    for (let visit = 0; visit < 3; visit++) await openAnswered(product, '/react/airlines', cookie);
    const unspent = 'select 1 from refresh_token where spent_at is null';
    const before = await product.services.storage.reader.all(unspent);
    expect((await product.ask(refreshQuery, {}, { cookie })).codes).toEqual([]);
    expect(await product.services.storage.reader.all(unspent)).toHaveLength(before.length);
  });

  it('shows nothing for a cookie that is nonsense, spent, too old, or of a session that ended', async () => {
    await using product = await startProduct({ database });
    product.pass(0);
    const { cookie, token } = await withFlight(product);
    const nobody = async (given: string) => {
      const { first, headers, html } = await open(product, '/react/airlines/NAX/pireps', given);
      expect([first?.viewer ?? null, first?.name ?? 'Setup', headers['cache-control']], given).toEqual([null, 'Setup', 'no-cache']);
      expect(html).not.toMatch(ofFlights);
    };
    const name = cookie.split('=')[0];
    for (const value of ['', 'x', '"', '%00', "' or 1=1 --", 'a'.repeat(3_000), token]) await nobody(`${name}=${value}`);

    const renewed = cookieIn(await product.ask(refreshQuery, {}, { cookie }), 'refresh')!;
    await openAnswered(product, '/react/airlines', cookie); // on its way when the other tab renewed
    product.pass(10_001);
    await nobody(cookie);
    await openAnswered(product, '/react/airlines', renewed); // looking with a spent one ends no session
    product.pass(10 * 60_000);
    await nobody(renewed); // good for renewing, which is noticed when it is a copy; no longer for reading alone
    const late = cookieIn(await product.ask(refreshQuery, {}, { cookie: renewed }), 'refresh')!;
    await openAnswered(product, '/react/airlines', late);
    await product.ask('mutation { signOut { ok } }', {}, { cookie: late });
    await nobody(late);
  });

  it('shows only what the person may see: of an airline of others, what everybody may', async () => {
    await using product = await startProduct({ database });
    const { airlineId, pirepId } = await withFlight(product);
    await product.person('guest');
    await product.person('pilot', { airlineId, role: 'PILOT' });
    const guest = (await signInAs(product, 'guest@example.org')).cookie;
    for (const path of ['/react/airlines/NAX/pireps', `/react/airlines/NAX/pireps/${pirepId}`]) {
      const { first, html } = await openAnswered(product, path, guest);
      expect(first?.viewer?.user.displayName, path).toBe('guest');
      expect(html, path).not.toMatch(ofFlights);
    }
    expect((await openAnswered(product, '/react/airlines/NAX', guest)).first?.name).toBe('AirlineProfile');
    const pilot = (await signInAs(product, 'pilot@example.org')).cookie;
    expect((await openAnswered(product, '/react/airlines/NAX/pireps', pilot)).first?.viewer?.user.displayName).toBe('pilot');
  });

  it.each([
    ['a script', { ...opened, 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors' }],
    ['a script element', { ...opened, 'sec-fetch-dest': 'script', 'sec-fetch-mode': 'no-cors' }],
    ['a frame', { ...opened, 'sec-fetch-dest': 'iframe' }],
    ['a link of another site', { ...opened, 'sec-fetch-site': 'cross-site' }],
    ['another host of this site', { ...opened, 'sec-fetch-site': 'same-site' }],
    ['a program that says nothing', {}],
  ])('shows nobody anything when asked by %s', async (_, headers) => {
    await using product = await startProduct({ database });
    const { cookie } = await withFlight(product);
    const { first, headers: answered } = await open(product, '/react/airlines/NAX/pireps', cookie, headers as Record<string, string>);
    expect([first?.viewer ?? null, answered['cache-control']]).toEqual([null, 'no-cache']);
  });

  it('stays within 14 KB with a page full of PIREPs, and travels compressed', async () => {
    await using product = await startProduct({ database });
    const { token, airlineId, cookie } = await withFlight(product);
    const { data } = await product.ask('{ viewer { memberships { id } } }', {}, { token });
    const memberId = data.viewer.memberships[0].id as string;
    const now = Date.now();
    const many = Array.from({ length: 60 }, (_, index) => ({
      pirepId: uuid(),
      memberId,
      filedAt: now - index * 60_000,
      report: { flightNumber: `${index + 500}` },
    }));
    await filePireps(product, airlineId, many);
    for (const coding of ['br', 'gzip']) {
      const { headers, size } = await openAnswered(product, '/react/airlines/NAX/pireps', cookie, { ...opened, 'accept-encoding': coding });
      expect(headers['content-encoding']).toBe(coding);
      expect(size).toBeGreaterThan(2_000);
      expect(size).toBeLessThan(14_000);
    }
  });

  it('lets no name out of its place', async () => {
    await using product = await startProduct({ database });
    const token = await product.setUp();
    const name = '</script><script>alert(1)</script><!-- &amp; \u2028 "';
    await product.ask(
      'mutation ($input: CreateAirlineInput!) { createAirline(input: $input) { cursor } }',
      { input: { code: 'NAX', name } },
      { token },
    );
    const { cookie } = await signInAs(product, email);
    const { html, title, first } = await openAnswered(product, '/react/airlines/NAX', cookie);
    expect(first?.data).toMatchObject({ airline: { name: expect.stringContaining('</script><script>') } });
    expect(html).not.toContain('alert(1)</script>');
    expect(/id="first-answer">(.*?)<\/script>/s.exec(html)?.[1]).not.toMatch(/[<>&\u2028]/);
    expect(title).not.toContain('<');
    expect(html.match(/<script/g)).toHaveLength(2); // the shell, and the data
  });
});
