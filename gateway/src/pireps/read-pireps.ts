import type { PirepSort } from '@jetbridge/schema';
import { PirepRow, type SqlValue } from '@jetbridge/schema/storage';
import type { Services } from '../context.ts';
import type { PirepFilter } from './pirep.types.ts';
import { type Named, readFilter } from './pirep-filter.ts';
import { mostCounted, PirepList } from './pirep-list.ts';

export interface Counted {
  count: number;
  /** False when counting ended: there are at least so many. */
  exact: boolean;
}

/** A list of an airline's PIREPs, open for reading. What its page and its count both need is asked once. */
export function openPireps(
  { readRows, storage: { reader } }: Pick<Services, 'readRows' | 'storage'>,
  airline: Named,
  filter: PirepFilter | null,
  sort: PirepSort | null,
) {
  const asked = readFilter(filter, airline);
  const list = new PirepList(airline.id, asked, sort);
  const sizes = once(async () => {
    const [row] = await reader.all<Record<string, number>>(list.probe.sql, list.probe.params);
    return Object.values(row!).map(Number);
  });
  const count = once(async (): Promise<Counted> => {
    if (list.isEmpty) return { count: 0, exact: true };
    const { sql, params } = list.count(list.needsProbe.count ? await sizes() : undefined);
    const [row] = await reader.all<{ seen: number; matched: number }>(sql, params);
    const { seen = 0, matched = 0 } = row ?? {};
    return { count: Math.min(Number(matched), mostCounted), exact: Number(seen) < list.countLimit };
  });
  return {
    /** What cursors of it are bound to. */
    name: JSON.stringify([sort, asked]),
    key: (row: PirepRow) => list.key(row),
    count,
    async page(after: readonly SqlValue[] | null, limit: number): Promise<PirepRow[]> {
      if (list.isEmpty) return [];
      const { sql, params } = list.page(after, limit, list.needsProbe.page ? await sizes() : undefined);
      return readRows(PirepRow, sql, params);
    },
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
