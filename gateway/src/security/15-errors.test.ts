import { connect } from 'node:net';
import { errorCodes } from '@jetbridge/schema';
import { aFlight } from '@jetbridge/schema/testing';
import { describe, expect, it, vi } from 'vitest';
import type { ApiError } from '../testing/client.ts';
import { databases, startProduct } from '../testing/product.ts';
import { openSocket } from '../testing/raw-socket.ts';

/** What an error must never say: where our code is, how we ask the database, what failed inside. */
const inside =
  /\bselect\b|insert into|update rm_|rm_\w+|sqlite|postgres|pg_|node_modules|\.(ts|js|mjs)\b|\/src\/|at \w+ \(|(?<!Syntax )Error:|ECONN|undefined|\[object/i;

function expectClear(errors: ApiError[] | undefined, what: string): void {
  expect(errors?.length, what).toBeGreaterThan(0);
  for (const { message, extensions } of errors!) {
    expect(Object.keys(errorCodes), what).toContain(extensions.code);
    expect(message.length, what).toBeGreaterThan(5);
    expect(JSON.stringify(errors), what).not.toMatch(inside);
  }
}

/** What comes back for these bytes, when nobody makes them a request first. */
function raw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setEncoding('utf8').on('data', (part) => (heard += part));
    socket.on('error', reject).on('end', () => resolve(heard));
    socket.on('end', () => socket.end());
  });
}

describe.each(databases)('15 errors on %s', (database) => {
  it('15 errors: what fails inside is told by an id, which the log has; nothing else', async () => {
    await using product = await startProduct({ database });
    const token = await product.setUp();
    const airlineId = await product.createAirline(token, 'NAX');
    const { storage } = product.services;
    const logged = vi.fn();
    vi.spyOn(product.log, 'error').mockImplementation(logged);
    await storage.transaction((sql) => sql.run('alter table rm_pirep rename to rm_pirep_away'));
    const failing: [string, object?][] = [
      ['{ airline(code: "NAX") { pireps { edges { node { id } } } } }'],
      ['{ airline(code: "NAX") { pirep(id: "x") { id } } }'],
      ['mutation ($id: ID!) { acceptPirep(input: { pirepId: $id }) { cursor } }', { id: airlineId }],
    ];
    const socket = await openSocket(product.url, token);
    for (const [index, [query, variables]] of failing.entries()) {
      const { errors } = await product.ask(query, variables, { token });
      socket.subscribe(String(index), query, variables);
      await socket.until(() => socket.of(String(index)).length > 0);
      const { payload } = socket.of(String(index))[0]!;
      for (const told of [errors!, payload.errors ?? payload] as ApiError[][]) {
        expectClear(told, query);
        expect(told[0]!.extensions.code).toBe('INTERNAL');
        const { id } = told[0]!.extensions.details as { id: string };
        expect(id).toMatch(/^[\da-f-]{36}$/);
        expect(logged).toHaveBeenCalledWith(expect.objectContaining({ errorId: id, err: expect.anything() }), expect.anything());
      }
    }
    await socket.close();
    await storage.transaction((sql) => sql.run('alter table rm_pirep_away rename to rm_pirep'));
  });

  it('15 errors: each way to be wrong has a code and a sentence', async () => {
    await using product = await startProduct({ database });
    const token = await product.setUp();
    const airlineId = await product.createAirline(token, 'NAX');
    const file = 'mutation ($input: FilePirepInput!) { filePirep(input: $input) { cursor } }';
    const wrong: [string, object?][] = [
      ['{'],
      ['{ nothing }'],
      ['query A { setup { needed } } query B { setup { needed } }'],
      ['{ airline(code: 7) { id } }'],
      ['query ($code: String!) { airline(code: $code) { id } }', {}],
      ['query ($code: String!) { airline(code: $code) { id } }', { code: { a: 1 } }],
      [file, { input: aFlight({ airlineId, flightNumber: '' }) }],
      [file, { input: { ...aFlight({ airlineId }), onBlockAt: 'yesterday' } }],
      [file, { input: { ...aFlight({ airlineId }), distanceNm: 1e308 } }],
      [file, { input: { ...aFlight({ airlineId }), landingRateFpm: 2 ** 31 } }],
      [file, {}],
      ['subscription { airlineChanges(airlineId: "x") { cursor } }'],
    ];
    for (const [query, variables] of wrong) expectClear((await product.ask(query, variables, { token })).errors, query);
    const bodies = [
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '7',
      '{}',
      '{"query":7}',
      '{"query":"{a}","variables":7}',
      '{"query":"{a}","variables":"{}"}',
      '{"__proto__":{"x":1},"query":"{a}"}',
    ];
    for (const body of bodies) {
      const response = await fetch(`${product.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      expect(response.status, body).toBeLessThan(500);
      expectClear(((await response.json()) as { errors: ApiError[] }).errors, body);
    }
    for (const path of [
      '/nowhere',
      '/graphql/x',
      '/%E0%A4%A',
      '/assets/../../etc/passwd',
      '/..%2f..%2fetc%2fpasswd',
      '/remotes/react/%00',
      '/react/x.js',
    ]) {
      const response = await fetch(`${product.url}${path}`);
      expect(response.status, path).toBeGreaterThanOrEqual(400);
      expect(response.status, path).toBeLessThan(500);
      expectClear(((await response.json()) as { errors: ApiError[] }).errors, path);
    }
  });

  it.each([
    ['nonsense', 'GARBAGE\r\n\r\n', 400],
    ['a header too many', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['a host that is none', 'GET /graphql HTTP/1.1\r\nHost: a b/\r\nConnection: close\r\n\r\n', 400],
    ['no host', 'GET /graphql HTTP/1.0\r\n\r\n', 400],
    ['two lengths', 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
    ['a length and chunks', 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n', 400],
  ])('15 errors: %s is answered in JSON', async (_, bytes, status) => {
    await using product = await startProduct({ database });
    const answer = await raw(product.url, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expectClear((JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))) as { errors: ApiError[] }).errors, bytes.slice(0, 40));
  });

  it('15 errors: what fails in HTTP itself is masked too', async () => {
    await using product = await startProduct({ database });
    vi.spyOn(product.services.sessions, 'isLive').mockRejectedValue(new Error('a fault at /srv/secret.ts'));
    const token = await product.setUp();
    const { status, errors } = await product.ask('{ viewer { user { id } } }', {}, { token });
    expect(status).toBeGreaterThanOrEqual(500);
    expectClear(errors, 'authentication');
    expect(errors![0]!.extensions).toMatchObject({ code: 'INTERNAL', details: { id: expect.stringMatching(/^[\da-f-]{36}$/) } });
  });
});
