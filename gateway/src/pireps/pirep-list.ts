import { type PirepSort, Rejected } from '@jetbridge/schema';
import type { PirepRow, SqlValue } from '@jetbridge/schema/storage';
import type { Choice, Equal, ReadFilter } from './pirep-filter.ts';

/** SQL and its parameters, for either database. */
export interface Part {
  sql: string;
  params: readonly SqlValue[];
}

/** Rows that are few enough to be looked at one by one: with 100,000, reading so many or walking to twenty of them costs about the same. */
export const few = 1_400;
/** Counting ends here: people read no further, and it would take longer the more there is. Where each row has to be looked at, it ends at `few`. */
export const mostCounted = 10_000;

const orders = {
  FILED: { column: 'filed_at', property: 'filedAt' },
  OFF_BLOCK: { column: 'off_block_at', property: 'offBlockAt' },
  BLOCK_TIME: { column: 'block_minutes', property: 'blockMinutes' },
  DISTANCE: { column: 'distance_nm', property: 'distanceNm' },
} as const;
type Order = keyof typeof orders;

/** What a list can be read by: one of its choices, or the index over off-block. */
type Way = Choice | 'dates';

/**
 * The statements of one list of PIREPs: filtered, sorted, in pages, counted. The time they take must not grow with the airline, and neither
 * database can be trusted to choose well: SQLite knows nothing of how values are spread, PostgreSQL only over all airlines. So the choice is made
 * here. Conditions meant for an index are written plainly, all others so that no index fits them.
 *
 * - In the order of filing each filter has an index; two values of one filter are two walks, merged.
 * - Otherwise `probe` looks which filter leaves few rows: those are read and sorted. When none does, the index of the order is walked, and
 *   a page is full soon, for each filter lets many through.
 */
export class PirepList {
  readonly #column: string;
  readonly #order: Order;
  readonly #direction: 'asc' | 'desc';
  readonly #ways: Way[];

  constructor(
    readonly airlineId: string,
    readonly filter: ReadFilter,
    sort: PirepSort | null,
  ) {
    const dates = filter.from !== null || filter.to !== null;
    const chosen = sort ?? (dates ? 'OFF_BLOCK_DESC' : 'FILED_DESC');
    this.#direction = chosen.endsWith('_ASC') ? 'asc' : 'desc';
    this.#order = chosen.replace(/_(ASC|DESC)$/, '') as Order;
    this.#column = orders[this.#order].column;
    // What was flown long ago may have been filed yesterday: no index finds one in the order of the other.
    if (dates && this.#order === 'FILED') {
      throw new Rejected('INVALID_INPUT', 'Between dates, sort by off-block, block time or distance.', 'sort');
    }
    this.#ways = [...filter.choices, ...(dates ? (['dates'] as const) : [])];
  }

  /** What a cursor remembers of a row. */
  key(row: PirepRow): (string | number)[] {
    return [row[orders[this.#order].property], row.id];
  }

  /** Nothing can match: no state is asked for, or a word that means nothing here. */
  get isEmpty(): boolean {
    return this.filter.choices.some((choice) => choice.length === 0);
  }

  get ways(): number {
    return this.#ways.length;
  }

  /** Whether it must be known which way leaves few rows, for a page or for the count. */
  get needsProbe(): { page: boolean; count: boolean } {
    const [way] = this.#ways;
    const inOrder = this.#ways.length === 0 || (this.#ways.length === 1 && this.#order === (way === 'dates' ? 'OFF_BLOCK' : 'FILED'));
    return { page: !inOrder, count: this.#ways.length > 1 };
  }

  /** One row: how many rows each way leads to, each value counted up to `few` and one, from the index alone. */
  get probe(): Part {
    const counts = this.#ways.map((way) => {
      const found =
        way === 'dates' ? [this.#dates('off_block_at')] : way.map(({ column, sql, params }) => part(`${column} = ${sql}`, params));
      const parts = found.map(({ sql, params }, n) =>
        part(`(select count(*) from (select 1 from rm_pirep where airline_id = ? and ${sql} limit ${few + 1}) p${n})`, [
          this.airlineId,
          ...params,
        ]),
      );
      return part(parts.map(({ sql }) => sql).join(' + '), paramsOf(parts));
    });
    return part(`select ${counts.map(({ sql }, n) => `${sql} as way${n}`).join(', ')}`, paramsOf(counts));
  }

  /** What follows `select … from rm_pirep`. `sizes` are what the probe said. */
  page(after: readonly SqlValue[] | null, limit: number, sizes?: readonly number[]): Part {
    const way = this.#ways[smallest(sizes)];
    if (sizes && way && sizes[smallest(sizes)]! <= few) return this.#sorted(way, after, limit);
    const walked = this.#order === 'FILED' && way && way !== 'dates' ? way : null;
    const tests = this.#tests(walked, this.#order !== 'OFF_BLOCK');
    const dates = this.#order === 'OFF_BLOCK' ? [this.#dates('off_block_at')] : [];
    const walks = (walked ? this.#finds(walked) : [this.#inAirline()]).map((found) => {
      const conditions = [found, ...dates, ...tests, ...this.#beyond(after, this.#column)];
      return part(`where ${allOf(conditions)} ${this.#orderBy(this.#column, 'id')} limit ?`, [...paramsOf(conditions), limit]);
    });
    return walks.length === 1 ? walks[0]! : this.#merged(walks, limit);
  }

  /** One row: `seen`, how many were counted or looked at, and `matched`. It is exact while `seen` stays below `countLimit`. */
  count(sizes?: readonly number[]): Part {
    const way = this.#ways[smallest(sizes)];
    const tests = way ? this.#tests(way, way !== 'dates') : [];
    const from = way ? this.#finds(way) : [this.#inAirline()];
    const columns = tests.length === 0 ? '1' : examined;
    const limit = this.countLimit;
    const finds = from.map(({ sql, params }) => part(`select ${columns} from rm_pirep where ${sql} limit ?`, [...params, limit]));
    const matched = tests.length === 0 ? 'count(*)' : `count(case when ${allOf(tests)} then 1 end)`;
    const all = finds.map(({ sql }, n) => `select * from (${sql}) f${n}`).join(' union all ');
    const rows = finds.length === 1 ? finds[0]! : part(`${all} limit ?`, [...paramsOf(finds), limit]); // each layer costs SQLite a third
    return part(`select count(*) as seen, ${matched} as matched from (${rows.sql}) c`, [...paramsOf(tests), ...rows.params]);
  }

  get countLimit(): number {
    return (this.#ways.length > 1 ? few : mostCounted) + 1;
  }

  /** All rows of a way, which are few: found by it alone, then sorted. */
  #sorted(way: Way, after: readonly SqlValue[] | null, limit: number): Part {
    const tests = [...this.#tests(way, way !== 'dates'), ...this.#beyond(after, `${this.#column} + 0`)];
    const finds = this.#finds(way).map((found) => {
      const conditions = [found, ...tests];
      return part(`select id as row_id, ${this.#column} as place from rm_pirep where ${allOf(conditions)}`, paramsOf(conditions));
    });
    const all = finds.map(({ sql }) => sql).join(' union all ');
    const picked = `with picked as materialized (${all}) select row_id, place from picked`;
    return this.#joined(part(picked, paramsOf(finds)), limit);
  }

  #merged(walks: readonly Part[], limit: number): Part {
    const each = walks.map(({ sql }, n) => `select * from (select id as row_id, ${this.#column} as place from rm_pirep ${sql}) w${n}`);
    return this.#joined(part(`select row_id, place from (${each.join(' union all ')}) walked`, paramsOf(walks)), limit);
  }

  #joined({ sql, params }: Part, limit: number): Part {
    const order = this.#orderBy('place', 'row_id');
    return part(`join (${sql} ${order} limit ?) page on page.row_id = id ${order}`, [...params, limit]);
  }

  /** The conditions by which an index finds the rows of a way: of each row, one of them. */
  #finds(way: Way): Part[] {
    if (way === 'dates') {
      const conditions = [this.#inAirline(), this.#dates('off_block_at')];
      return [part(allOf(conditions), paramsOf(conditions))];
    }
    return way.map((one, n) => {
      const others = way.slice(0, n).filter(({ column }) => column !== one.column);
      const conditions = [this.#inAirline(), part(`${one.column} = ${one.sql}`, one.params), ...others.map((other) => test(other, '<>'))];
      return part(allOf(conditions), paramsOf(conditions));
    });
  }

  /** What is asked of each row besides. */
  #tests(except: Way | null, dates: boolean): Part[] {
    const tests = this.filter.choices
      .filter((choice) => choice !== except)
      .map((choice) => {
        const either = choice.map((one) => test(one, '='));
        return part(either.length > 0 ? `(${either.map(({ sql }) => sql).join(' or ')})` : '1 = 0', paramsOf(either));
      });
    return dates && this.#ways.includes('dates') ? [...tests, this.#dates('off_block_at + 0')] : tests;
  }

  #inAirline(): Part {
    return part('airline_id = ?', [this.airlineId]);
  }

  #dates(column: string): Part {
    const { from, to } = this.filter;
    const bounds = [...(from === null ? [] : [part(`${column} >= ?`, [from])]), ...(to === null ? [] : [part(`${column} < ?`, [to])])];
    return part(allOf(bounds), paramsOf(bounds));
  }

  #beyond(after: readonly SqlValue[] | null, column: string): Part[] {
    return after ? [part(`(${column}, id) ${this.#direction === 'desc' ? '<' : '>'} (?, ?)`, after)] : [];
  }

  #orderBy(column: string, id: string): string {
    return `order by ${column} ${this.#direction}, ${id} ${this.#direction}`;
  }
}

const examined = 'state, member_id, departure, arrival, aircraft_type, network, flight_number, registration, off_block_at';

/** Written so that no index fits. */
function test({ column, sql, params }: Equal, operator: '=' | '<>'): Part {
  return part(`coalesce(${column}, '') ${operator} coalesce(${sql}, '')`, params);
}

/** Of equal ones, the first. */
function smallest(sizes: readonly number[] = []): number {
  return Math.max(0, sizes.indexOf(Math.min(...sizes)));
}

function part(sql: string, params: readonly SqlValue[]): Part {
  return { sql, params };
}

function allOf(parts: readonly Part[]): string {
  return parts.map(({ sql }) => sql).join(' and ') || '1 = 1';
}

function paramsOf(parts: readonly Part[]): SqlValue[] {
  return parts.flatMap(({ params }) => params);
}
