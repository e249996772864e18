import { type FlightNetwork, flightNetworks, type PirepState, pirepSorts } from '@jetbridge/schema';
import { type PirepRow, rowReader, type SqlValue, type Storage } from '@jetbridge/schema/storage';
import { openPostgresTestStorage, openTestStorage, type TestStorage } from '@jetbridge/schema/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { seededRandom } from '../demo/seeded-random.ts';
import { databases } from '../testing/product.ts';
import type { PirepFilter } from './pirep.types.ts';
import { readFilter } from './pirep-filter.ts';
import { few, PirepList } from './pirep-list.ts';
import { openPireps } from './read-pireps.ts';

const airline = { id: 'a', code: 'NAX', iata: 'DY' };
const size = 5_000;
const hour = 60 * 60_000;
const start = Date.parse('2026-01-01T00:00:00Z');
const random = seededRandom(7);
const pick = <T>(...list: readonly T[]): T => list[Math.floor(random() ** 2 * list.length)]!;

/** Values some of which nearly all rows have and others nearly none. */
const rows = Array.from({ length: size }, (_, n) => {
  const offBlockAt = start + n * hour - Math.floor(random() * 100) * hour;
  const blockMinutes = 30 + Math.floor(random() * 300);
  return {
    id: `p${String(n).padStart(5, '0')}`,
    airlineId: n % 10 === 9 ? 'b' : airline.id,
    memberId: `m${Math.floor(random() ** 2 * 30)}`,
    state: pick<PirepState>('ACCEPTED', 'ACCEPTED', 'REJECTED', 'PENDING', 'WITHDRAWN'),
    flightNumber: String(100 + Math.floor(random() * 40)),
    departure: pick('ENGM', 'ENBR', 'EGLL', 'LPPT', 'KJFK'),
    arrival: pick('ENBR', 'ENGM', 'LPPT', 'EGLL', 'BIKF'),
    offBlockAt,
    onBlockAt: offBlockAt + blockMinutes * 60_000,
    blockMinutes,
    flightMinutes: blockMinutes,
    aircraftType: pick('B738', 'A320', 'C172'),
    registration: random() < 0.3 ? null : `LN-NG${pick('A', 'B', 'C')}`,
    distanceNm: Math.round(random() * 5_000) / 10,
    network: pick<FlightNetwork>(...flightNetworks.slice(0, 4)),
    filedAt: start + Math.floor(n / 3) * hour, // several at once: the id tells them apart
  };
});
type Row = (typeof rows)[number];
const ours = rows.filter(({ airlineId }) => airlineId === airline.id);

const filters: [string, PirepFilter, (row: Row) => boolean][] = [
  ['nothing', {}, () => true],
  ['a state', { states: ['PENDING'] }, ({ state }) => state === 'PENDING'],
  ['states', { states: ['PENDING', 'ACCEPTED', 'PENDING'] }, ({ state }) => state === 'PENDING' || state === 'ACCEPTED'],
  ['no state', { states: [] }, () => false],
  ['a pilot', { pilotId: 'm20' }, ({ memberId }) => memberId === 'm20'],
  ['a departure', { departure: ' engm' }, ({ departure }) => departure === 'ENGM'],
  ['an arrival', { arrival: 'BIKF' }, ({ arrival }) => arrival === 'BIKF'],
  ['an airport', { airport: 'ENGM' }, ({ departure, arrival }) => departure === 'ENGM' || arrival === 'ENGM'],
  ['an aircraft', { aircraftType: 'b738' }, ({ aircraftType }) => aircraftType === 'B738'],
  ['a network', { network: 'PILOTEDGE' }, () => false],
  ['a pilot on a network', { pilotId: 'm20', network: 'VATSIM' }, ({ memberId, network }) => memberId === 'm20' && network === 'VATSIM'],
  ['a flight', { text: 'nax117' }, ({ flightNumber }) => flightNumber === '117'],
  ['a flight by IATA', { text: 'DY117' }, ({ flightNumber }) => flightNumber === '117'],
  ['a callsign', { text: 'NAX0007' }, ({ memberId, flightNumber }) => memberId === 'm6' || flightNumber === '0007'],
  ['a city and a type', { text: 'lisbon  C172' }, (row) => [row.departure, row.arrival].includes('LPPT') && row.aircraftType === 'C172'],
  ['an IATA code', { text: 'KEF' }, ({ arrival }) => arrival === 'BIKF'],
  ['a registration', { text: 'ln-ngc' }, ({ registration }) => registration === 'LN-NGC'],
  ['a word that is nothing', { text: 'B738 hurrah!' }, () => false],
  [
    'much at once',
    { airport: 'ENGM', aircraftType: 'B738', states: ['ACCEPTED', 'REJECTED'], network: 'OFFLINE' },
    (row) =>
      [row.departure, row.arrival].includes('ENGM') &&
      row.aircraftType === 'B738' &&
      row.network === 'OFFLINE' &&
      ['ACCEPTED', 'REJECTED'].includes(row.state),
  ],
];
const dates: [string, PirepFilter, (row: Row) => boolean][] = [
  ['', {}, () => true],
  [
    ' in a few days',
    { from: '2026-03-01T00:00:00Z', to: '2026-03-08T00:00:00Z' },
    ({ offBlockAt }) => offBlockAt >= Date.parse('2026-03-01') && offBlockAt < Date.parse('2026-03-08'),
  ],
  [' since', { from: '2026-02-01T00:00:00Z' }, ({ offBlockAt }) => offBlockAt >= Date.parse('2026-02-01')],
  [' until', { to: '2026-06-01T00:00:00Z' }, ({ offBlockAt }) => offBlockAt < Date.parse('2026-06-01')],
];
const property = { FILED: 'filedAt', OFF_BLOCK: 'offBlockAt', BLOCK_TIME: 'blockMinutes', DISTANCE: 'distanceNm' } as const;

async function fill({ transaction }: Storage): Promise<void> {
  await transaction(async (sql) => {
    for (let n = 0; n < 30; n++)
      await sql.run(
        `insert into rm_member (id, airline_id, user_id, role, pilot_number, minutes, flights, distance_nm, joined_at) values (?, 'a', ?, 'PILOT', ?, 0, 0, 0, 0)`,
        [`m${n}`, `u${n}`, n + 1],
      );
    for (const row of rows) {
      const columns = Object.keys(row).map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
      await sql.run(
        `insert into rm_pirep (${columns.join(', ')}, distance_overridden, training) values (${columns.map(() => '?').join(', ')}, false, false)`,
        Object.values(row) as SqlValue[],
      );
    }
  });
}

describe.each(databases)('a list of PIREPs on %s', (database) => {
  let test: TestStorage;
  beforeAll(async () => {
    test = database === 'postgres' ? await openPostgresTestStorage(inject('postgresUrl')!) : await openTestStorage();
    await fill(test.storage);
    await test.storage.reader.run('analyze').catch(() => {}); // SQLite reads on a connection that cannot
  }, 60_000);
  afterAll(() => test[Symbol.asyncDispose]());

  /** What finds rows without an index, or by the whole of one. */
  async function offences({ sql, params }: { sql: string; params: readonly SqlValue[] }): Promise<string[]> {
    const { reader } = test.storage;
    if (database === 'sqlite') {
      const plan = await reader.all<{ detail: string }>(`explain query plan ${sql}`, params);
      return plan
        .map(({ detail }) => detail)
        .filter((detail) => /^SCAN rm_|^USE TEMP B-TREE FOR ORDER BY/.test(detail) && !(/ORDER BY/.test(detail) && / join /.test(sql)));
    }
    const plan = (await reader.all<{ 'QUERY PLAN': string }>(`explain ${sql}`, params)).map((line) => line['QUERY PLAN']);
    return plan.filter(
      (line, at) => /Seq Scan on rm_/.test(line) || (/Index (Only )?Scan .*on rm_/.test(line) && !/Index Cond/.test(plan[at + 1]!)),
    );
  }

  const cases = filters.flatMap(([name, filter, fits]) =>
    dates.map(([when, range, within]) => [`${name}${when}`, { ...filter, ...range }, (row: Row) => fits(row) && within(row)] as const),
  );

  it.each(cases)('of %s has the right rows in the right order, page by page, and the right count', async (_, filter, fits) => {
    const services = { storage: test.storage, readRows: rowReader(test.storage) };
    const dated = Boolean(filter.from || filter.to);
    for (const sort of pirepSorts.filter((each) => !dated || !each.startsWith('FILED'))) {
      const [, order, direction] = /^(.*)_(ASC|DESC)$/.exec(sort)!;
      const by = property[order as keyof typeof property];
      const sign = direction === 'ASC' ? 1 : -1;
      const expected = ours.filter(fits).sort((a, b) => sign * (a[by] - b[by] || (a.id < b.id ? -1 : 1)));
      const list = openPireps(services, airline, filter, sort);
      let after: (string | number)[] | null = null;
      for (let page = 0; page < 3; page++) {
        const found: PirepRow[] = await list.page(after, 30);
        expect(
          found.map(({ id }) => id),
          `${sort} ${page}`,
        ).toEqual(expected.slice(page * 30, page * 30 + 30).map(({ id }) => id));
        if (found.length < 30) break;
        after = list.key(found.at(-1)!);
      }
      const counted = await list.count();
      if (counted.exact) expect(counted.count, sort).toBe(expected.length);
      else expect(counted.count, sort).toBeLessThanOrEqual(expected.length);
    }
  });

  it.each(cases)('of %s is found by indexes', async (_, filter) => {
    const dated = Boolean(filter.from || filter.to);
    for (const sort of pirepSorts.filter((each) => !dated || !each.startsWith('FILED'))) {
      const list = new PirepList(airline.id, readFilter(filter, airline), sort);
      if (list.isEmpty) continue;
      const { probe, needsProbe } = list;
      const ways = list.ways;
      for (const sizes of [Array(ways).fill(few), Array(ways).fill(few + 1)]) {
        for (const after of [null, list.key(rows[0] as unknown as PirepRow)]) {
          const { sql, params } = list.page(after, 21, needsProbe.page ? sizes : undefined);
          expect(await offences({ sql: `select id from rm_pirep ${sql}`, params }), `${sort} ${sql}`).toEqual([]);
        }
        const count = list.count(needsProbe.count ? sizes : undefined);
        expect(await offences(count), `${sort} ${count.sql}`).toEqual([]);
      }
      if (ways > 0) expect(await offences(probe), probe.sql).toEqual([]);
    }
  });
});
