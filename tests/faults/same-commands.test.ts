import { platformTenant } from '@jetbridge/schema/events';
import { aFlight } from '@jetbridge/schema/testing';
import { describe, expect, inject, it } from 'vitest';
import { seededRandom } from '../../gateway/src/demo/seeded-random.ts';
import { type Database, type Product, startProduct } from '../../gateway/src/testing/product.ts';
import { readModelRows } from '../../projector/src/testing/tables.ts';
import { readHistory } from './checks.ts';

const seed = Number(process.env.FAULT_SEED ?? 1); // npm run test:faults tries others
const commands = 150;
const startAt = Date.parse('2026-01-02T00:00:00Z');
const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

const file = `mutation ($input: FilePirepInput!) { done: filePirep(input: $input) { pirep { id state distanceNm pilot { id flights } } } }`;
const accept = `mutation ($input: PirepInput!) { done: acceptPirep(input: $input) { pirep { id state pilot { id flights minutes } } } }`;
const reject = `mutation ($input: PirepReasonInput!) { done: rejectPirep(input: $input) { pirep { id state reason } } }`;
const places = ['ENGM', 'ENBR', 'EKCH', 'ESSA', 'NOWHERE'];

/** The same seeded commands one after the other, some of them refused and some sent twice; then what they left behind. */
async function live(database: Database) {
  await using product = await startProduct({ database });
  const random = seededRandom(seed);
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)]!;
  let clock = startAt;
  const later = () => {
    clock += 1_000;
    product.setClock(clock);
  };
  later();
  const admin = await product.setUp();
  const airlines = [await product.createAirline(admin, 'NAX'), await product.createAirline(admin, 'SAS')];
  const tokens = [admin];
  for (const [name, role, index] of [
    ['per', 'PILOT', 0],
    ['ola', 'STAFF', 0],
    ['ida', 'PILOT', 1],
    ['eva', 'STAFF', 1],
  ] as const)
    tokens.push(await product.person(name, { airlineId: airlines[index]!, role }));

  const filed: string[] = [];
  const sent: [query: string, input: object, token: string][] = [];
  const answers: unknown[] = [];
  for (let n = 0; n < commands; n++) {
    later();
    const reviewing = filed.length > 0 && random() < 0.4;
    const commandId = `c${n}`;
    const flight = aFlight({
      airlineId: pick(airlines),
      departure: pick(places),
      arrival: pick(places),
      flightNumber: String(1 + n),
      commandId,
      offBlockAt: '2026-01-01T10:00:00Z',
      onBlockAt: new Date(Date.parse('2026-01-01T10:30:00Z') + Math.floor(random() * 300) * 60_000).toISOString(),
    });
    const accepting = random() < 0.6;
    const review = { pirepId: reviewing ? pick(filed) : '', commandId, ...(!accepting && { reason: 'Not flown like that' }) };
    const asked: (typeof sent)[number] =
      sent.length > 0 && random() < 0.15
        ? pick(sent)
        : [reviewing ? (accepting ? accept : reject) : file, reviewing ? review : flight, pick(tokens)];
    sent.push(asked);
    const { data, codes } = await product.ask(asked[0], { input: asked[1] }, { token: asked[2] });
    if (asked[0] === file && codes.length === 0) filed.push(data.done.pirep.id);
    answers.push({ data, codes });
  }
  return { answers, log: await logOf(product, [platformTenant, ...airlines]), tables: await readModelRows(product.services.storage) };
}

/** As written, personal fields opened; without the hash of an input that has ids in it. */
async function logOf({ services: { storage, codec } }: Product, tenants: readonly string[]) {
  const log: unknown[] = [];
  for (const tenant of tenants) {
    for (const stored of await readHistory(storage, tenant)) {
      const { data } = await codec.decode(stored);
      log.push({ ...stored, data, metadata: { ...stored.metadata, inputHash: stored.metadata.inputHash && 'hash' } });
    }
  }
  return log;
}

/** Ids are random: each is called by the order in which they first appear, and rows stand in the order of what they are called then. */
function named({ answers, log, tables }: Awaited<ReturnType<typeof live>>) {
  const names = new Map<string, string>();
  const rename = <T>(value: T): T =>
    JSON.parse(
      JSON.stringify(value).replace(uuids, (id) => {
        if (!names.has(id)) names.set(id, `id ${names.size + 1}`);
        return names.get(id)!;
      }),
    );
  const inOrder = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
  return {
    answers: rename(answers),
    log: rename(log),
    tables: Object.entries(rename(tables)).map(([name, rows]) => [name, inOrder(rows)]),
  };
}

describe.skipIf(!inject('postgresUrl'))(
  inject('postgresUrl') ? 'the two databases' : 'the two databases: no PostgreSQL package here',
  () => {
    it(`answer, store and show the same for the same commands (seed ${seed})`, async () => {
      const sqlite = named(await live('sqlite'));
      const postgres = named(await live('postgres'));
      expect(postgres.answers).toEqual(sqlite.answers);
      expect(postgres.log).toEqual(sqlite.log);
      expect(postgres.tables).toEqual(sqlite.tables);
      const codes = new Set((sqlite.answers as { codes: string[] }[]).flatMap((answer) => answer.codes));
      expect([...codes].sort()).toEqual(expect.arrayContaining(['CONFLICT', 'FORBIDDEN', 'INVALID_INPUT']));
      expect(sqlite.log.length).toBeGreaterThan(40);
    });
  },
);
