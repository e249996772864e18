// Lists, counts and statistics of an airline with 100,000 PIREPs among 200 airlines, against the same of one with 1,000: whole operations, through
// permissions, resolvers and the compiler of queries. Usage: node bench/lists.mjs [--full] [--only sqlite|postgres]
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readConfig } from '@jetbridge/gateway/dist/config.js';
import { openServices, RequestContext } from '@jetbridge/gateway/dist/context.js';
import { buildApiSchema } from '@jetbridge/gateway/dist/graphql/build-schema.js';
import { compilingExecutor } from '@jetbridge/gateway/dist/graphql/executor.js';
import { Projector, readModels } from '@jetbridge/projector';
import { createTestDatabase, startPostgres } from '@jetbridge/schema/testing';
import { parse } from 'graphql';
import { fillAirlines } from './filled-airlines.mjs';
import { argumentsOf, inDirectory, inTurn, percentile, save } from './measure.mjs';

const { full, only } = argumentsOf();
const rounds = full ? 60 : 25;
const goal = 3;
const secret = randomBytes(32).toString('base64url');
const until = Date.parse('2026-11-22T00:00:00Z');
const airline = { id: 'airline-NAX', code: 'NAX' };
const sizes = { '1,000': [{ ...airline, pireps: 1_000 }], '100,000': [{ ...airline, pireps: 100_000 }, ...others(199)] };

const quarter = 'from: "2025-04-01T00:00:00Z", to: "2025-07-01T00:00:00Z"';
const lists = {
  all: '',
  'state PENDING': 'filter: { states: [PENDING] }',
  'state ACCEPTED': 'filter: { states: [ACCEPTED] }',
  'two states': 'filter: { states: [PENDING, REJECTED] }',
  pilot: 'filter: { pilotId: "airline-NAX-m3" }',
  departure: 'filter: { departure: "EGLL" }',
  arrival: 'filter: { arrival: "LPPT" }',
  airport: 'filter: { airport: "ENGM" }',
  aircraft: 'filter: { aircraftType: "B738" }',
  'rare aircraft': 'filter: { aircraftType: "C172" }',
  network: 'filter: { network: VATSIM }',
  'unused network': 'filter: { network: POSCON }',
  dates: `filter: { ${quarter} }`,
  'text: flight': 'filter: { text: "NAX142" }',
  'text: city and type': 'filter: { text: "Lisbon A320" }',
  'text: nothing': 'filter: { text: "ZZZZ" }',
  'airport, network': 'filter: { airport: "EGLL", network: PILOTEDGE }',
  'airport, aircraft, state': 'filter: { airport: "ENGM", aircraftType: "B738", states: [REJECTED] }',
  'dates, aircraft, network': `filter: { ${quarter}, aircraftType: "B738", network: IVAO }`,
  'dates, pilot': `filter: { ${quarter}, pilotId: "airline-NAX-m3" }`,
  'by block time': 'sort: BLOCK_TIME_DESC',
  'by distance, ascending': 'sort: DISTANCE_ASC',
  'pilot, by off-block': 'filter: { pilotId: "airline-NAX-m3" }, sort: OFF_BLOCK_DESC',
  'accepted, by distance': 'filter: { states: [ACCEPTED] }, sort: DISTANCE_DESC',
  'rare aircraft, by off-block': 'filter: { aircraftType: "C172" }, sort: OFF_BLOCK_ASC',
};
const fields = `id state flightNumber offBlockAt onBlockAt blockMinutes flightMinutes distanceNm aircraftType registration landingRateFpm network filedAt
  departure { icao name city } arrival { icao name city } pilot { id callsign user { id displayName } }`;
const about = (inner) => `query ($after: String) { airline(code: "NAX") { id cursor me { id role } ${inner} } }`;
const pageOf = (list, first = 20) =>
  about(`pireps(first: ${first}, after: $after, ${list}) { edges { cursor node { ${fields} } } pageInfo { hasNextPage endCursor } }`);
const results = {};

if (only !== 'postgres') await inDirectory((directory) => measure('SQLite', (name) => join(directory, `${name}.db`)));
const cluster = only === 'sqlite' ? undefined : await startPostgres({ fsync: true });
if (cluster) {
  await measure('PostgreSQL', async () => (await createTestDatabase(cluster.url)).url);
  await cluster.remove();
}
await save('lists', { rounds, goal, results });

function others(count) {
  const code = (n) => `Z${String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26))}`;
  return Array.from({ length: count }, (_, n) => ({ id: `airline-${code(n)}`, code: code(n), pireps: 100 }));
}

async function measure(database, urlOf) {
  const schema = await buildApiSchema();
  const servers = {};
  for (const [size, airlines] of Object.entries(sizes)) servers[size] = await open(schema, await urlOf(size.replace(',', '')), airlines);
  const table = [];
  const look = async (name, query, variables = {}) => {
    for (const server of Object.values(servers)) for (let warm = 0; warm < 3; warm++) await server.ask(query, variables[server.size]);
    const figures = await inTurn(servers, rounds, async (server) => {
      const started = performance.now();
      await server.ask(query, variables[server.size]);
      return performance.now() - started;
    });
    const [small, large] = Object.values(figures).map((list) => percentile(list, 0.2)); // what else the machine does only adds
    table.push({
      name,
      '1,000 (ms)': Number(small.toFixed(2)),
      '100,000 (ms)': Number(large.toFixed(2)),
      ratio: Number((large / small).toFixed(2)),
    });
  };
  for (const [name, list] of Object.entries(lists)) {
    // A page of as many rows on both sides: what a rare filter finds fewer of among 1,000 would make the larger airline look slow.
    const rows = Math.min(
      ...(await Promise.all(Object.values(servers).map(async ({ ask }) => (await ask(pageOf(list))).airline.pireps.edges.length))),
    );
    const page = pageOf(list, rows || 20);
    await look(`${name}: first page`, page);
    const next = {};
    for (const { size, ask } of Object.values(servers)) next[size] = { after: (await ask(page)).airline.pireps.pageInfo.endCursor };
    if (rows === 20) await look(`${name}: next page`, page, next);
    await look(`${name}: count`, about(`pireps(first: 1, ${list}) { totalCount totalCountExact }`));
  }
  const statistics = 'flights minutes filed acceptRate activePilots daily { date flights minutes distanceNm filed } routes { flights }';
  // These grow with what was flown in thirty days: 27 flights against 2,700.
  await look('statistics of 30 days', about(`stats { ${statistics} leaderboard(by: HOURS, first: 10) { flights minutes member { id } } }`));
  await look('history: first page', about('history(first: 20) { edges { node { id at kind text } } pageInfo { endCursor } }'));
  for (const server of Object.values(servers)) await server.close();
  results[database] = table;
  console.log(`${database}: an operation at 1,000 and at 100,000 PIREPs, the fastest fifth of ${rounds}; goal: ratio ≤ ${goal}`);
  console.table(table);
  const slow = table.filter(({ name, ratio }) => ratio > goal && !name.startsWith('statistics'));
  console.log(
    slow.length === 0 ? 'all within the goal' : `beyond the goal: ${slow.map(({ name, ratio }) => `${name} (${ratio})`).join(', ')}`,
  );
}

async function open(schema, databaseUrl, airlines) {
  const config = readConfig({}, { JETBRIDGE_DATABASE_URL: databaseUrl, JETBRIDGE_SECRET: secret, JETBRIDGE_LOG_LEVEL: 'error' });
  const services = await openServices(config, () => until);
  const { storage, codec, bus } = services;
  const started = performance.now();
  await fillAirlines(services, airlines, { until });
  const filled = performance.now();
  const onError = (error) => {
    throw error;
  };
  const projector = new Projector({ storage, codec, bus, projections: readModels, onError });
  await projector.start();
  await projector.settle();
  const [{ count }] = await storage.reader.all('select count(*) as count from event');
  const seconds = (from, to) => ((to - from) / 1_000).toFixed(1);
  console.log(`${count} events: written in ${seconds(started, filled)} s, projected in ${seconds(filled, performance.now())} s`);
  if (storage.kind === 'postgres') await storage.reader.run('vacuum analyze'); // as its own daemon would by now
  const execute = compilingExecutor(schema);
  const caller = { userId: `${airline.id}-u0`, sessionId: 'bench', apiKey: null, expiresAt: Number.MAX_SAFE_INTEGER };
  const documents = new Map();
  return {
    size: airlines.length === 1 ? '1,000' : '100,000',
    ask: async (query, variables = {}) => {
      if (!documents.has(query)) documents.set(query, parse(query));
      const context = new RequestContext(services, caller, false);
      const { data, errors } = await execute({ document: documents.get(query), context, request: { variables } });
      if (errors) throw new Error(`${errors[0].message} in ${query}`);
      return data;
    },
    close: async () => {
      await projector.close();
      await services.close();
    },
  };
}
