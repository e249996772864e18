import { limits, pirepStates, Rejected } from '@jetbridge/schema';
import type { Sql, SqlValue } from '@jetbridge/schema/storage';
import { findAirport } from '../airports/airports.ts';
import type { DayStats, Flown, RouteStats, Stats } from './stats.types.ts';

const dayMs = 24 * 60 * 60_000;
const routeCount = 10;
const sums = 'count(*) as flights, coalesce(sum(block_minutes), 0) as minutes, coalesce(sum(distance_nm), 0) as distance';

interface Sums {
  flights: number;
  minutes: number;
  distance: number;
}

/** Whose PIREPs: all of an airline, or of one member. */
export interface Whose {
  airlineId: string;
  memberId?: string;
}

export interface Period {
  days: number;
  /** Epoch ms: the start of the first day. */
  from: number;
}

export function periodOf(days: number | null, now: number): Period {
  const wanted = days ?? 30;
  if (wanted < 1 || wanted > limits.statsDays) throw new Rejected('INVALID_INPUT', `Ask for 1 to ${limits.statsDays} days.`, 'days');
  return { days: wanted, from: (Math.floor(now / dayMs) - wanted + 1) * dayMs };
}

/** Two looks: what was flown, from an index that holds all it takes, by day and route; and what was filed. */
export async function readStats(reader: Sql, whose: Whose, { days, from }: Period): Promise<Stats> {
  const { where, params } = flownBy(whose, from);
  const [byDay, byRoute, filed] = await Promise.all([
    reader.all<Sums & { day: number }>(`select on_block_at / ${dayMs} as day, ${sums} ${where} group by on_block_at / ${dayMs}`, params),
    reader.all<Sums & { departure: string; arrival: string }>(
      `select departure, arrival, ${sums} ${where} group by departure, arrival order by flights desc, minutes desc, departure, arrival limit ${routeCount}`,
      params,
    ),
    readFiled(reader, whose, from),
  ]);
  const first = from / dayMs;
  const daily: DayStats[] = Array.from({ length: days }, (_, n) => {
    const flown = byDay.find(({ day }) => Number(day) === first + n);
    return { date: new Date(from + n * dayMs).toISOString().slice(0, 10), ...toFlown(flown), filed: filed.days.get(first + n) ?? 0 };
  });
  const { accepted, rejected } = filed;
  return {
    ...toFlown({
      flights: total(byDay.map(({ flights }) => flights)),
      minutes: total(byDay.map(({ minutes }) => minutes)),
      distance: total(byDay.map(({ distance }) => distance)),
    }),
    ...{ days, filed: total([...filed.days.values()]), accepted, rejected, daily },
    acceptRate: accepted + rejected > 0 ? accepted / (accepted + rejected) : null,
    routes: byRoute.map((row): RouteStats => {
      return { ...toFlown(row), departure: findAirport(row.departure)!, arrival: findAirport(row.arrival)! };
    }),
  };
}

/** Pilots who came on block. */
export async function countActive(reader: Sql, whose: Whose, { from }: Period): Promise<number> {
  const { where, params } = flownBy(whose, from);
  const [row] = await reader.all<{ count: number }>(`select count(distinct member_id) as count ${where}`, params);
  return Number(row?.count ?? 0);
}

/** Who flew most, most first. */
export async function readLeaders(
  reader: Sql,
  whose: Whose,
  from: number,
  by: 'flights' | 'minutes' | 'distance',
  first: number,
): Promise<(Flown & { memberId: string })[]> {
  const { where, params } = flownBy(whose, from);
  const rows = await reader.all<Sums & { member: string }>(
    `select member_id as member, ${sums} ${where} group by member_id order by ${by} desc, member_id limit ?`,
    [...params, first],
  );
  return rows.map((row) => ({ ...toFlown(row), memberId: row.member }));
}

/** The state is written out: both indexes are of accepted PIREPs only. */
function flownBy({ airlineId, memberId }: Whose, from: number): { where: string; params: SqlValue[] } {
  if (memberId) return { where: `from rm_pirep where member_id = ? and state = 'ACCEPTED' and on_block_at >= ?`, params: [memberId, from] };
  return { where: `from rm_pirep where airline_id = ? and state = 'ACCEPTED' and on_block_at >= ?`, params: [airlineId, from] };
}

async function readFiled(reader: Sql, { airlineId, memberId }: Whose, from: number) {
  // An airline's are read from the index that begins with the state, alone; a pilot's are few.
  const pilot = memberId ? 'member_id = ?' : `state in (${pirepStates.map((state) => `'${state}'`).join(', ')})`;
  const params = [airlineId, ...(memberId ? [memberId] : []), from];
  const rows = await reader.all<{ day: number; state: string; count: number }>(
    `select filed_at / ${dayMs} as day, state, count(*) as count from rm_pirep
     where airline_id = ? and ${pilot} and filed_at >= ? group by filed_at / ${dayMs}, state`,
    params,
  );
  const days = new Map<number, number>();
  for (const { day, count } of rows) days.set(Number(day), (days.get(Number(day)) ?? 0) + Number(count));
  const inState = (wanted: string) => total(rows.filter(({ state }) => state === wanted).map(({ count }) => count));
  return { days, accepted: inState('ACCEPTED'), rejected: inState('REJECTED') };
}

/** PostgreSQL tells sums as text; distances are kept to a tenth. */
function toFlown(sums?: Sums): Flown {
  const { flights = 0, minutes = 0, distance = 0 } = sums ?? {};
  return { flights: Number(flights), minutes: Number(minutes), distanceNm: Math.round(Number(distance) * 10) / 10 };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + Number(number), 0);
}
