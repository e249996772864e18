import { appendFileSync } from 'node:fs';
import { openStorage, type Storage } from '@jetbridge/schema/storage';
import { expect } from 'vitest';
import { runProduct } from '../../gateway/src/testing/server-process.ts';
import { readModelRows } from '../../projector/src/testing/tables.ts';
import { checkCommands, checkFrames, checkOrder, checkReadModels, readHistory } from './checks.ts';
import type { Seen } from './world.ts';

const founding = 2; // the airline and its first member, before anybody followed

/** Everything that is checked after a run, whatever was done to the product in it. */
export async function judge(databaseUrl: string, env: Record<string, string>, seen: Seen): Promise<void> {
  const storage = await openStorage(databaseUrl, { migrations: false });
  try {
    checkOrder(await readHistory(storage, 'platform'));
    await judgeAirlines(storage, seen);
    expect(await runProduct(['doctor'], env)).toMatchObject({ code: 0, output: expect.stringContaining('Everything is as it must be') });
    const live = await readModelRows(storage);
    expect(await runProduct(['projections', 'rebuild'], env)).toMatchObject({ code: 0 });
    expect(await readModelRows(storage)).toEqual(live);
  } finally {
    await storage.close();
  }
}

/** Log, answers, frames and read models of each airline. */
export async function judgeAirlines(storage: Storage, seen: Seen): Promise<void> {
  for (const [{ id, start, journal }, subscribers] of seen) {
    const events = await readHistory(storage, id);
    checkOrder(events);
    await checkCommands(storage, id, journal);
    for (const frames of subscribers) checkFrames(frames, events, start, founding);
    await checkReadModels(storage, id, events);
  }
}

/** Counts for whoever runs many rounds: `scripts/faults.mjs` adds them up. */
export function tell(faults: Record<string, number>, seen: Seen): void {
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const commands = sum([...seen.keys()].map(({ journal }) => journal.stored));
  const frames = sum([...seen.values()].flat().map(({ length }) => length));
  if (process.env.FAULT_TOTALS) appendFileSync(process.env.FAULT_TOTALS, `${JSON.stringify({ faults, commands, frames })}\n`);
}
