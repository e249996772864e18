import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { filePireps } from '../testing/many-pireps.ts';
import { databases, type Product, startProduct } from '../testing/product.ts';

const start = Date.parse('2026-01-01T00:00:00Z');

describe.each(databases)('the CSV of an airline on %s', (database) => {
  let product: Product;
  let admin: string;
  let pilot: string;
  let stranger: string;
  let airlineId: string;

  beforeAll(async () => {
    product = await startProduct({ database });
    admin = await product.setUp();
    airlineId = await product.createAirline(admin, 'NAX');
    const otherId = await product.createAirline(admin, 'OTH');
    pilot = await product.person('=cmd|calc', { airlineId, role: 'PILOT' });
    stranger = await product.person('mallory', { airlineId: otherId, role: 'ADMIN' });
    const memberId = (await product.ask('{ airline(code: "NAX") { me { id } } }', {}, { token: pilot })).data.airline.me.id;
    await filePireps(
      product,
      airlineId,
      Array.from({ length: 1_200 }, (_, n) => ({
        ...{ pirepId: `p${n}`, memberId, filedAt: start + n * 1_000 },
        outcome: n % 2 === 0 ? 'ACCEPTED' : undefined,
        report: {
          flightNumber: String(n),
          landingRateFpm: -180,
          remarks: n === 1_199 ? 'Said "hold",\nthen +1 = go' : null,
          route: '@DCT',
        },
      })),
    );
  });
  afterAll(() => product[Symbol.asyncDispose]());

  const get = (path: string, token?: string) =>
    fetch(`${product.url}/export/${path}`, token ? { headers: { authorization: `Bearer ${token}` } } : {});

  it('has every row once, a header, and a name to keep it under', async () => {
    const response = await get('nax/pireps.csv', pilot);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="NAX-pireps-\d{4}-\d\d-\d\d\.csv"$/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
    const lines = (await response.text()).split('\r\n');
    expect(lines[0]).toMatch(/^id,state,flightNumber,callsign,pilot,departure,/);
    expect(lines.at(-1)).toBe('');
    const ids = lines.slice(1, -1).map((line) => line.split(',')[0]);
    expect(ids).toEqual(Array.from({ length: 1_200 }, (_, n) => `p${1_199 - n}`));
  });

  it('quotes what has commas, quotes or lines in it, lets no cell be a formula, and keeps numbers numbers', async () => {
    const text = await (await get('NAX/pireps.csv?text=1199', pilot)).text();
    expect(text).toContain('"Said ""hold"",\nthen +1 = go"');
    expect(text).toContain(",'=cmd|calc,");
    expect(text).toContain(",'@DCT,");
    expect(text).toContain(',-180,');
  });

  it('takes the filters of the list', async () => {
    const count = async (query: string) => (await (await get(`NAX/pireps.csv?${query}`, pilot)).text()).split('\r\n').length - 2;
    expect(await count('states=PENDING')).toBe(600);
    expect(await count('states=PENDING,ACCEPTED&sort=OFF_BLOCK_ASC')).toBe(1_200);
    expect(await count('departure=EGLL')).toBe(0);
    expect(await count('from=2026-01-01T00:00:00Z')).toBe(1_200);
    expect(await count('to=2026-01-01T00:00:00Z')).toBe(0);
  });

  it.each([
    ['sates=PENDING', 'sates'],
    ['states=PENDING,GONE', 'states'],
    ['network=VATSIM&network=IVAO', 'network'],
    ['from=yesterday', 'from'],
    ['departure=%00', 'departure'],
    ['sort=FILED_DESC&from=2026-01-01T00:00:00Z', 'sort'],
  ])('refuses ?%s with the field’s name', async (query, field) => {
    const response = await get(`NAX/pireps.csv?${query}`, pilot);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT', field } }] });
  });

  it('is for who may list PIREPs, and for nobody else there', async () => {
    const key = async (scope: string) => {
      const create = `mutation { createApiKey(input: { name: "k", scopes: ["${scope}"] }) { secret } }`;
      return (await product.ask(create, {}, { token: pilot })).data.createApiKey.secret;
    };
    const answer = async (path: string, token?: string) => {
      const response = await get(path, token);
      return [response.status, response.status === 200 ? '' : ((await response.json()) as { errors: unknown[] }).errors];
    };
    const refused = (code: string) => [expect.objectContaining({ extensions: expect.objectContaining({ code }) })];
    expect(await answer('NAX/pireps.csv')).toEqual([401, refused('UNAUTHENTICATED')]);
    expect(await answer('NAX/pireps.csv', 'forged')).toEqual([401, refused('UNAUTHENTICATED')]);
    expect(await answer('NAX/pireps.csv', stranger)).toEqual([404, refused('NOT_FOUND')]);
    expect(await answer('NAX/pireps.csv', stranger)).toEqual(await answer('ZZZ/pireps.csv', stranger));
    expect(await answer('ZZZ/pireps.csv', admin)).toEqual([404, refused('NOT_FOUND')]);
    expect(await answer('%00/pireps.csv', admin)).toEqual([404, refused('NOT_FOUND')]);
    expect(await answer('NAX/pireps.csv', await key('pirep:list'))).toEqual([200, '']);
    expect(await answer('NAX/pireps.csv', await key('pirep:file'))).toEqual([403, refused('FORBIDDEN')]);
  });

  it('reads no further for who has gone away', async () => {
    const going = new AbortController();
    const reads = vi.spyOn(product.services, 'readRows');
    const response = await fetch(`${product.url}/export/NAX/pireps.csv`, {
      headers: { authorization: `Bearer ${pilot}` },
      signal: going.signal,
    });
    going.abort();
    await expect(response.text()).rejects.toThrow();
    await vi.waitFor(async () => {
      const before = reads.mock.calls.length;
      await new Promise((resolve) => setImmediate(resolve));
      expect(reads.mock.calls.length).toBe(before);
    });
    reads.mockRestore();
  });
});
