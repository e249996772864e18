import { Rejected, type WeightUnit } from '@jetbridge/schema';
import type { Services } from '../context.ts';
import type { Aircraft } from './flights.ts';
import { aircraftColumns, type PilotCells, pilotColumns, pirepColumns, type RankCells, rankColumns, type Table } from './phpvms-columns.ts';
import type { SourceFile } from './phpvms-files.ts';
import { Pilots } from './pilots.ts';
import { Pireps } from './pireps.ts';
import { bringRanks } from './ranks.ts';
import { type Row, readRows } from './reading.ts';
import type { Report, Told } from './report.ts';
import { Target } from './target.ts';

const inFlight = 250; // some commits are full, and what is read ahead stays small

export interface Import {
  code: string;
  tables: ReadonlyMap<Table, SourceFile>;
  fuelUnit: WeightUnit;
  dryRun: boolean;
  report: Report;
  /** Told after each batch: bytes of all files, and rows of this one. */
  onProgress?(bytes: number, table: Table, rows: number): void;
}

/** Ranks and pilots first, then their PIREPs, many at once: the log commits them together. */
export async function importPhpvms(services: Services, { code, tables, fuelUnit, dryRun, report, onProgress }: Import): Promise<void> {
  const target = await Target.open(services, code, dryRun);
  const pilots = new Pilots(target);
  let before = 0;

  /** Reads a table in batches; what is told of a row goes into the report in the order of the file. */
  const each = async <Field extends string>(
    table: Table,
    columns: Readonly<Record<Field, readonly string[]>>,
    kind: Told['kind'],
    take: (batch: Row<Field>[], told: Place) => Promise<void>,
  ) => {
    const file = tables.get(table);
    if (!file) return;
    const place = { file: file.name, kind };
    let rows = 0;
    for await (const batch of inBatches(readRows(file.path, columns), inFlight)) {
      await take(batch, place);
      await report.flush();
      rows += batch.length;
      onProgress?.(before + batch.at(-1)!.bytes, table, rows);
    }
    before += file.bytes;
  };

  const ranks: RankCells[] = [];
  await each('ranks', rankColumns, 'ranks', async (rows) => {
    for (const { cells } of rows) if (!cells.deletedAt) ranks.push(cells);
  });
  const ranksFile = tables.get('ranks');
  if (ranksFile) report.tell(await toldOf({ file: ranksFile.name, kind: 'ranks' }, { line: 2 }, () => bringRanks(target, ranks)));

  const aircraft = new Map<string, Aircraft>();
  await each('aircraft', aircraftColumns, 'aircraft', async (rows, place) => {
    for (const { cells, line, broken } of rows) {
      const { id, type, registration } = cells;
      if (broken) report.tell({ ...place, line, outcome: 'skipped', message: broken });
      else if (type) for (const name of [id, registration]) if (name) aircraft.set(name.toUpperCase(), { type, registration });
    }
  });

  const waiting: { row: Row<keyof PilotCells>; place: Place }[] = [];
  const bring = async ({ row, place }: (typeof waiting)[number]) => report.tell(await toldOf(place, row, () => pilots.bring(row.cells)));
  await each('pilots', pilotColumns, 'pilot', async (rows, place) => {
    for (const row of rows) {
      // Who has no number takes the next free one: after everybody who brings theirs.
      if (row.cells.number) await bring({ row, place });
      else waiting.push({ row, place });
    }
  });
  for (const later of waiting) await bring(later);
  await report.flush();

  const pireps = new Pireps(target, pilots, aircraft, fuelUnit);
  await each('pireps', pirepColumns, 'pirep', async (rows, place) => {
    // Rows that may be the same flight go in one after the other, so that the first of them counts, each time.
    const last = new Map<string, Promise<Told>>();
    const told = rows.map((row) => {
      const flight = `${row.cells.pilot} ${row.cells.flightNumber}`;
      const before = last.get(flight);
      const one = Promise.resolve(before).then(() => toldOf(place, row, () => pireps.bring(row.cells)));
      last.set(flight, one);
      return one;
    });
    for (const one of await Promise.all(told)) report.tell(one);
  });
}

type Place = Pick<Told, 'file' | 'kind'>;
type Where = Pick<Told, 'line'> & { broken?: string | undefined };
type Bring = () => Promise<Pick<Told, 'outcome' | 'id' | 'message'>>;

/** A refusal is told and the import goes on; anything else ends it. */
async function toldOf(place: Place, { line, broken }: Where, bring: Bring): Promise<Told> {
  try {
    if (broken) throw new Rejected('INVALID_INPUT', broken);
    return { ...place, line, ...(await bring()) };
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return { ...place, line, outcome: 'skipped', field: error.field, message: error.message };
  }
}

async function* inBatches<T>(rows: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
