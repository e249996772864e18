import type { Storage } from '@jetbridge/schema/storage';
import { aFlight, type ExecutedPlan, ExecutedPlans } from '@jetbridge/schema/testing';
import { describe, expect, inject, it, vi } from 'vitest';
import { historyCursor } from './cursors.ts';
import { type Product, startProduct } from './testing/product.ts';
import { openSocket } from './testing/raw-socket.ts';

const cluster = inject('postgresUrl');
const events = 1_000_000;
const airlines = 20;
const perAirline = events / airlines;

/** Tables that grow for ever, or with the people. */
const grown = [
  'event',
  'tenant_head',
  'checkpoint',
  'rm_airline',
  'rm_user',
  'rm_member',
  'rm_pirep',
  'filed_flight',
  'credential',
  'session',
  'refresh_token',
];

/** What may scan a whole table or sort all the same, and why. */
const harmless: [why: string, statement: RegExp, offence: RegExp][] = [
  ['once an hour', /^delete from (refresh_token|session) where .*(issued_at|expires_at) </, /^Seq Scan/],
  ['when a projector starts or gets other shares', /^select tenant, sequence from checkpoint where projection = \$1$/, /^Seq Scan/],
  ['the same: every head is wanted', /^select tenant, sequence from tenant_head/, /changed_at >= '0'/],
  ['the few sessions of one person', /from session where user_id = \$1/, /^Sort Key/],
  ['the few airlines of one person', /from "rm_member" .* where "m0"."user_id" =/, /^Sort Key/],
  ['the few airlines that stand still', /from stopped_tenant/, /^Sort Key/],
  ['a page of each walk, merged, or the few rows a filter leaves', / page on page\.row_id = id /, /^Sort Key/],
  ['the tenants of one batch', /unnest/, /^Sort Key: moved_1.tenant$/],
];

function offences({ statement, plan }: ExecutedPlan): string[] {
  const found = plan.replace(/\n +Filter:/g, ' Filter:').match(new RegExp(`Sort Key: .*|Seq Scan on (${grown.join('|')})\\b.*`, 'g')) ?? [];
  return found.filter((offence) => !harmless.some(([, where, what]) => where.test(statement) && what.test(offence)));
}

/** Years of twenty airlines, one of them ours, put in as they would be by now: log, read models, accounts. */
async function age({ transaction, reader }: Storage, airlineId: string): Promise<void> {
  const airline = `case when n % ${airlines} = 0 then '${airlineId}' else 't' || n % ${airlines} end`;
  await transaction(async (sql) => {
    await sql.run(
      `set local maintenance_work_mem = '512MB'; alter table event set unlogged; alter table event drop constraint event_pkey; drop index event_stream; drop index event_command`,
    );
    await sql.run(
      `insert into event (tenant, sequence, stream, stream_version, type, schema_version, data, metadata, recorded_at, command_id)
     select ${airline}, n / ${airlines} + 3, 'pirep-' || n / ${airlines * 2} * ${airlines} + n % ${airlines}, (n / ${airlines}) % 2 + 1, 'PirepFiled', 1,
       '{"pirepId":"p' || n || '","memberId":"m' || n || '"}', '{}', n, 'c' || n
     from generate_series(0, ${events - 1}) as n`,
    );
    await sql.run(
      `alter table event add primary key (tenant, sequence);
     create unique index event_stream on event (tenant, stream, stream_version);
     create unique index event_command on event (command_id) where command_id is not null`,
    );
    const head = perAirline + 2;
    await sql.run(
      `insert into tenant_head select ${airline}, ${head}, n from generate_series(0, ${airlines - 1}) as n
       on conflict (tenant) do update set sequence = excluded.sequence;
     insert into tenant_head select 'old' || n, 1, n from generate_series(1, 20000) as n;
     insert into checkpoint select 'read-models', tenant, sequence from tenant_head on conflict (projection, tenant) do update set sequence = excluded.sequence;
     insert into rm_airline (id, code, name, join_policy, state, own_review, created_at)
       select 't' || n, 'T' || n, 'Airline ' || n, 'OPEN', 'ACTIVE', 'ADMIN', n from generate_series(1, 2000) as n;
     insert into rm_user (id, display_name, email, platform_admin, registered_at)
       select 'u' || n, 'Pilot ' || n, 'p' || n || '@example.org', false, n from generate_series(1, 20000) as n;
     insert into rm_member (id, airline_id, user_id, role, pilot_number, minutes, flights, distance_nm, joined_at)
       select 'm' || n, ${airline}, 'u' || n, 'PILOT', n + 10, 0, 0, 0, n from generate_series(1, 20000) as n;
     insert into rm_pirep (id, airline_id, member_id, state, flight_number, departure, arrival, off_block_at, on_block_at, block_minutes,
         flight_minutes, aircraft_type, distance_nm, distance_overridden, network, training, filed_at)
       select 'p' || n, ${airline}, 'm' || n / 40, case when n % 500 < 20 then 'PENDING' else 'ACCEPTED' end, '1', 'ENGM', 'ENBR', n, n, 55, 55, 'B738', 175, false,
         'OFFLINE', false, n from generate_series(0, 199999) as n;
     insert into logbook select id from rm_member;
     insert into filed_flight select id, member_id, flight_number, departure, arrival, off_block_at, on_block_at from rm_pirep;
     insert into credential (user_id, email_index, password_hash, changed_at) select 'u' || n, 'e' || n, '', n from generate_series(1, 20000) as n;
     insert into session (id, user_id, user_agent, created_at, last_used_at, expires_at)
       select 's' || n, 'u' || n % 20000, '', n, n, 9999999999999 from generate_series(1, 50000) as n;
     insert into refresh_token (hash, session_id, issued_at) select 'r' || n, 's' || n / 2 + 1, 9999999999999 from generate_series(1, 99990) as n`,
    );
  });
  await reader.run('vacuum analyze');
}

/** What people do all day, through the doors they use. */
async function aDay(product: Product, admin: string, airlineId: string): Promise<void> {
  const { ask } = product;
  const asAdmin = async (query: string, variables: object = {}) => {
    const { data, errors } = await ask(query, variables, { token: admin });
    expect(errors).toBeUndefined();
    return data;
  };
  const { cookies } = await ask(
    `mutation { signIn(input: { email: "admin@example.org", password: "a password for tests" }) { accessToken } }`,
  );
  const cookie = cookies.map((one) => one.split(';')[0]).join('; ');
  await ask(`mutation { refreshSession { accessToken } }`, {}, { cookie });
  await asAdmin(`{ viewer { user { displayName } memberships { airline { code } role } sessions { id } } }`);
  await asAdmin(
    `{ airline(code: "NAX") { id cursor me { role } member(pilotNumber: 30) { user { displayName } } pirep(id: "p20") { id } } }`,
  );
  const pirepNode = `edges { cursor node { id flightNumber state pilot { pilotNumber user { displayName } } } } pageInfo { hasNextPage endCursor } `;
  const lists = [
    ``,
    `filter: { states: [PENDING] }`,
    `filter: { states: [PENDING, REJECTED] }`,
    `filter: { pilotId: "m20" }`,
    `filter: { pilotId: "m20", states: [ACCEPTED] }`,
  ];
  for (const list of lists) {
    const page = async (after: string) =>
      (await asAdmin(`{ airline(code: "NAX") { pireps(first: 10${after} ${list}) { ${pirepNode} } } }`)).airline.pireps.pageInfo;
    const { endCursor } = await page('');
    if (endCursor) await page(`, after: "${endCursor}"`);
  }
  const members = async (after: string) =>
    (
      await asAdmin(
        `{ airline(code: "NAX") { members(first: 10${after}) { edges { node { user { displayName } } } pageInfo { endCursor } } } }`,
      )
    ).airline.members;
  await members(`, after: "${(await members('')).pageInfo.endCursor}"`);
  const { airline } = await asAdmin(`{ airline(code: "NAX") { pireps { totalCount } members { totalCount } } }`);
  expect(airline).toMatchObject({ pireps: { totalCount: 10_000 }, members: { totalCount: 1_001 } });
  // Together, so that some share a commit.
  await Promise.all(
    ['1', '2', '3', '4', '5'].map((flightNumber) =>
      asAdmin(`mutation ($input: FilePirepInput!) { filePirep(input: $input) { cursor } }`, {
        input: aFlight({ airlineId, flightNumber }),
      }),
    ),
  );
  const filed = await asAdmin(`mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }`, {
    input: aFlight({ airlineId, commandId: 'once' }),
  });
  await asAdmin(`mutation ($id: ID!) { acceptPirep(input: { pirepId: $id, commandId: "twice" }) { cursor } }`, {
    id: filed.filePirep.pirep.id,
  });
  const again = { pirepId: filed.filePirep.pirep.id, reason: 'A mistake.' };
  await asAdmin(`mutation ($input: PirepReasonInput!) { reopenPirep(input: $input) { cursor } }`, { input: again });
  const twice = await ask(
    `mutation ($input: FilePirepInput!) { filePirep(input: $input) { cursor } }`,
    { input: aFlight({ airlineId }) },
    { token: admin },
  );
  expect(twice.codes).toEqual(['CONFLICT']);
  // Two who decided on the same version: one commit takes both, and each has to be told apart.
  const { log } = product.services.storage;
  const stream = `pirep-${filed.filePirep.pirep.id}`;
  const [filing] = await log.readStream(airlineId, stream);
  const third = () => log.append({ writes: [{ tenant: airlineId, stream, expectedVersion: 3, events: [filing!] }], commandId: 'thrice' });
  expect((await Promise.allSettled([third(), third()])).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  await product.projector.settle(); // looks at heads that moved lately
  const socket = await openSocket(product.url, admin);
  const after = historyCursor(product.services.cursors, airlineId, { sequence: perAirline - 40, part: 0 });
  socket.subscribe(
    '1',
    `subscription ($id: ID!, $after: Cursor) { airlineChanges(airlineId: $id, after: $after) { cursor node { ... on Pirep { id } } } }`,
    {
      id: airlineId,
      after,
    },
  );
  await socket.until(() => socket.of('1').length > 40);
  await socket.close();
}

describe.skipIf(!cluster)(
  `plans at ${events.toLocaleString('en')} events on PostgreSQL${cluster ? '' : ': no PostgreSQL package for this platform'}`,
  () => {
    it('every statement of a day finds its rows by an index, and sorts none', { timeout: 240_000 }, async () => {
      using plans = new ExecutedPlans();
      await using product = await startProduct({ database: 'postgres' });
      const admin = await product.setUp();
      const airlineId = await product.createAirline(admin, 'NAX');
      const { storage } = product.services;
      await age(storage, airlineId);
      const complaining = vi.spyOn(console, 'error').mockImplementation(() => {}); // of the projector, about connections that end
      await plans.switchOn(storage.reader);
      await product.projector.settle();
      complaining.mockRestore();
      const executed = await plans.during(() => aDay(product, admin, airlineId));
      expect(executed.flatMap((one) => offences(one).map((offence) => `${offence} in ${one.statement}`))).toEqual([]);
      // Or nobody was listening: each table, one event, a batch, a batch taken apart, a sweep.
      const heard = executed.map(({ statement, plan }) => `${statement}\n${plan}\n`).join('');
      const parts = [
        'from head returning',
        'unnest(',
        'max(stream_version)',
        'using tenant_head_changed on',
        ...grown.map((name) => ` on ${name} `),
      ];
      for (const part of parts) expect(heard.includes(part), part).toBe(true);
    });
  },
);
