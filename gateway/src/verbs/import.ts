import { Rejected, type WeightUnit } from '@jetbridge/schema';
import { platformTenant } from '@jetbridge/schema/events';
import { type Head, NotMigrated, openStorage } from '@jetbridge/schema/storage';
import { messageOf } from '@jetbridge/schema/telemetry';
import type { Config } from '../config.ts';
import { openServices, type Services } from '../context.ts';
import { importPhpvms } from '../import/import-phpvms.ts';
import { findTables } from '../import/phpvms-files.ts';
import { ProgressBar } from '../import/progress-bar.ts';
import { Unreadable } from '../import/reading.ts';
import { Report } from '../import/report.ts';
import { Target } from '../import/target.ts';

const notStartable = 2;
const patienceMs = 2_000;

export interface ImportOptions {
  airline: string;
  dryRun: boolean;
  report: string | undefined;
  fuelUnit: WeightUnit;
}

/** Pilots and PIREPs of a phpVMS, from its tables as CSV. Exits with 0 when every row is in, 1 when some are not, 2 when it cannot begin. */
export async function importFrom(config: Config, path: string, { airline, dryRun, report: file, fuelUnit }: ImportOptions): Promise<void> {
  const code = airline.trim().toUpperCase();
  const began = await begin(config, path, code, file).catch((error: unknown) => {
    if (!isRefusal(error)) throw error;
    console.error(error.message);
    process.exitCode = notStartable;
  });
  if (!began) return;
  const { services, tables, report, airlineId } = began;
  const startedAt = performance.now();
  const bar = new ProgressBar([...tables.values()].reduce((sum, { bytes }) => sum + bytes, 0));
  try {
    await importPhpvms(services, {
      ...{ code, tables, fuelUnit, dryRun, report },
      onProgress: (bytes, table, rows) => bar.show(bytes, `${table} ${rows.toLocaleString('en')}`),
    });
    bar.end();
    const took = ((performance.now() - startedAt) / 1_000).toFixed(1);
    if (!dryRun) await project(services, [platformTenant, airlineId]);
    summarise(report, code, dryRun, took, file);
    if (report.skipped > 0) process.exitCode = 1;
  } catch (error) {
    bar.end();
    console.error('The import has stopped. Run the same command again to go on: what is in is passed over.');
    throw error;
  } finally {
    await report.close();
    await services.close();
  }
}

async function begin(config: Config, path: string, code: string, file: string | undefined) {
  const tables = await findTables(path);
  await (await openStorage(config.databaseUrl, { migrations: false })).close(); // or we would wait for somebody to migrate it
  const services = await openServices({ ...config, migrate: false, logFormat: 'text' });
  try {
    const { airlineId } = await Target.open(services, code, true);
    return { services, tables, airlineId, report: await Report.open(file) };
  } catch (error) {
    await services.close();
    throw error;
  }
}

function isRefusal(error: unknown): error is Error {
  return (
    error instanceof Unreadable ||
    error instanceof Rejected ||
    error instanceof NotMigrated ||
    (error instanceof Error && /^E(ACCES|NOENT|ISDIR|PERM|ROFS)$/.test(String((error as NodeJS.ErrnoException).code)))
  );
}

/** Waits until the lists show what came in; where nobody projects, does it. */
async function project(services: Services, tenants: readonly string[]): Promise<void> {
  const heads = (await services.storage.log.heads(0)).filter(({ tenant }) => tenants.includes(tenant));
  if (await reached(services, heads)) return;
  const { Projector, readModels } = await import('@jetbridge/projector');
  const { storage, codec, bus } = services;
  const onError = (error: unknown) => console.error(messageOf(error));
  const projector = new Projector({ storage, codec, bus, projections: readModels, onError });
  await projector.start();
  await projector.settle();
  if (!(await reached(services, heads))) {
    console.error('Everything is stored, but the lists do not show all of it yet: `jetbridge projections list` says why.');
  }
  await projector.close();
}

/** False when one of them has stood still for a while. */
async function reached({ projected }: Services, heads: readonly Head[]): Promise<boolean> {
  for (const { tenant, sequence } of heads) {
    for (let before = await projected.position(tenant); !(await projected.until(tenant, Number(sequence), patienceMs)); ) {
      const now = await projected.position(tenant);
      if (now === before) return false;
      before = now;
    }
  }
  return true;
}

function summarise({ counts, shown, skipped }: Report, code: string, dryRun: boolean, took: string, file: string | undefined): void {
  for (const { file: name, line, field, message } of shown) console.log(`${name}:${line} ${field ? `${field}: ` : ''}${message}`);
  if (skipped > shown.length)
    console.log(`… and ${(skipped - shown.length).toLocaleString('en')} more${file ? `, see ${file}` : ': --report FILE names them all'}.`);
  for (const [kind, { created, exists, skipped: left }] of Object.entries(counts)) {
    if (created + exists + left === 0) continue;
    const say = (count: number) => count.toLocaleString('en');
    console.log(`${kind}: ${say(created)} ${dryRun ? 'would come in' : 'came in'}, ${say(exists)} were there, ${say(left)} skipped.`);
  }
  console.log(dryRun ? `Nothing was written to ${code} (${took} s).` : `The import into ${code} took ${took} s.`);
}
