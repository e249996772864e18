import { inspect } from 'node:util';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, inject, it } from 'vitest';
import { openPostgresTestStorage, openTestStorage, type TestStorage } from '../testing/index.ts';
import { loggedError, masked, messageOf } from './masking.ts';

const canary = /wagtail|wilhelmina|sings/i;
const email = 'wagtail@example.org';
const remarks = `sings 'Wilhelmina' and "column "wagtail""`;

const cluster = inject('postgresUrl');
const storages: [string, () => Promise<TestStorage>][] = [['sqlite', openTestStorage]];
if (cluster) storages.push(['postgres', () => openPostgresTestStorage(cluster)]);

async function errorOf(work: () => unknown): Promise<Error> {
  try {
    await work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('it worked');
}

describe.each(storages)('errors of %s', (database, openStorage) => {
  it('name table, column, constraint and code, and nothing that was in the row', async () => {
    await using test = await openStorage();
    const { transaction, em } = test.storage;
    const run = (sql: string, ...params: (string | number | null)[]) => transaction((statements) => statements.run(sql, params));
    await run('create table note (id integer primary key, email varchar(40) unique, remarks text not null, check (length(remarks) < 60))');
    await run('insert into note (id, email, remarks) values (1, ?, ?)', email, remarks);
    const wrong: Record<string, () => unknown> = {
      unique: () => run('insert into note (id, email, remarks) values (2, ?, ?)', email, remarks),
      null: () => run('insert into note (id, email, remarks) values (3, ?, null)', `2${email}`),
      check: () => run('insert into note (id, email, remarks) values (4, ?, ?)', `3${email}`, remarks.repeat(5)),
      type: () => run('insert into note (id, email, remarks) values (cast(? as integer), ?, 1/0)', remarks, remarks),
      syntax: () => run(`select '${email}' frm "Wilhelmina"`),
      column: () => run('select wilhelmina_sings from note'),
      orm: () => em().execute('insert into note (id, email, remarks) values (5, ?, ?)', [email, remarks]),
      json: () => run(database === 'sqlite' ? "select json_extract(?, '$.a') from note" : 'select (?::json)', `{"a": ${remarks}`),
    };
    const logged: Record<string, string> = {};
    const unmasked: Record<string, string> = {};
    for (const [name, work] of Object.entries(wrong)) {
      const error = await errorOf(work);
      unmasked[name] = inspect(error);
      logged[name] = JSON.stringify(loggedError(new Error(`a batch failed: ${error.message}`, { cause: error })));
      if (name !== 'column') expect(logged[name], name).not.toMatch(canary); // the name of a column is ours
      expect(logged[name], name).toMatch(/\\n {4}at /);
    }
    expect(logged.unique).toContain(database === 'sqlite' ? 'UNIQUE constraint failed: note.email' : '"constraint":"note_email_key"');
    expect(logged.unique).toContain(database === 'sqlite' ? '"code":"SQLITE_CONSTRAINT_UNIQUE"' : '"code":"23505"');
    expect(logged.null).toContain(database === 'sqlite' ? 'note.remarks' : '"column":"remarks"');
    expect(logged.orm).toContain(database === 'sqlite' ? 'SQLITE_READONLY' : '23505');
    if (database === 'postgres') expect(unmasked.unique + unmasked.type!).toMatch(/sings[\s\S]*wagtail/i);
  });
});

describe('errors', () => {
  it.each<[string, () => unknown]>([
    ['of a parser', () => JSON.parse(`{"remarks": Wilhelmina}`)],
    ['of a number', () => BigInt('Wilhelmina')],
    ['of an argument', () => Buffer.alloc('Wilhelmina' as unknown as number)],
    ['of a URL', () => new URL(`/verify?token=${remarks}`)],
    ['of GraphQL', () => refused(`{ find(name: "a", n: "${email} Wilhelmina") }`)],
    ['that are none', () => Promise.reject({ message: 'Wilhelmina', email })],
    ['that are several', () => Promise.any([Promise.reject(new Error(`“Wilhelmina” and ${email}`)), Promise.reject('sings')])],
    ['of several lines', () => Promise.reject(new Error(`failed for ${email}\n    at "Wilhelmina"\n    in 'sings'`))],
  ])('%s keep where they happened, and nothing they quote', async (_, work) => {
    const logged = JSON.stringify(loggedError(await errorOf(work)));
    expect(logged).not.toMatch(canary);
  });

  it('of the system keep the file and the address', async () => {
    const { readFile } = await import('node:fs/promises');
    const { message, code, syscall } = loggedError(await errorOf(() => readFile('/nowhere/at all')));
    expect({ message, code, syscall }).toEqual({
      ...{ message: "ENOENT: no such file or directory, open '/nowhere/at all'", code: 'ENOENT', syscall: 'open' },
    });
  });

  it('of our own keep their sentence', () => {
    expect(messageOf(new Error('t1: after event 3 comes 5; run `jetbridge doctor`'))).toBe(
      't1: after event 3 comes 5; run `jetbridge doctor`',
    );
    expect(messageOf(new TypeError("Cannot read properties of undefined (reading 'rank')"))).toBe(
      'Cannot read properties of undefined (reading rank)',
    );
    expect(messageOf(Object.assign(new Error('relation "note" does not exist'), { code: '42P01' }))).toBe('relation note does not exist');
  });

  it('that lead in a circle end', () => {
    const error = new Error('round');
    error.cause = error;
    expect(JSON.stringify(loggedError(error)).match(/"message"/g)).toHaveLength(5);
  });
});

describe('lines', () => {
  it.each([
    ['for wagtail@example.org', 'for …'],
    ['Grüße an Wilhelmina.Wagtail+x@sub.example.co.uk!', 'Grüße an …!'],
    ['/verify?email=wagtail%40example.org&airline=NAX', '/verify?email=…&airline=NAX'],
    ['postgres://jet:sings@db.internal:5432/jet', 'postgres://…@db.internal:5432/jet'],
    ['/reset?token=sings-0123', '/reset?token=…'],
    ['authorization: Bearer sings.in.dawn', 'authorization: Bearer …'],
    ['with eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJzaW5ncyJ9.sings', 'with …'],
    [`key jb_0190b5a0-7c3e-7000-8000-000000000000_${'sings'.repeat(9)} of`, 'key … of'],
    ['node_modules/.pnpm/fastify@5.12.8/node_modules/fastify', 'node_modules/.pnpm/fastify@5.12.8/node_modules/fastify'],
    ['connect ECONNREFUSED 10.0.0.3:5432', 'connect ECONNREFUSED 10.0.0.3:5432'],
  ])('%s', (text, expected) => {
    expect(masked(text)).toBe(expected);
    for (const before of ['\n', '\t', '\\', '"', '\u0007', 'é ']) {
      const line = masked(JSON.stringify({ msg: `${before}${text}` }));
      expect(JSON.parse(line).msg.trim(), JSON.stringify(before)).not.toMatch(canary); // it is JSON still
    }
  });

  it('of any length take no time', () => {
    const started = performance.now();
    for (const long of [
      'a'.repeat(200_000),
      '.@'.repeat(100_000),
      'a.'.repeat(100_000),
      `://${'a'.repeat(200_000)}`,
      '?token='.repeat(30_000),
    ]) {
      masked(`${long} @ jb_`);
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

/** What graphql-js says of a value it cannot take. */
function refused(source: string): never {
  throw validate(buildSchema('type Query { find(name: String!, n: Int): Int }'), parse(source))[0];
}
