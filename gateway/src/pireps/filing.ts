import { Rejected } from '@jetbridge/schema';
import { type FlightReport, type PirepEvent, pirepStream } from '@jetbridge/schema/events';
import { type Sql, type Statement, StatementRefused } from '@jetbridge/schema/storage';
import { findAirport } from '../airports/airports.ts';
import type { Command, DecidedWrite, Done, Streams } from '../commands.ts';
import type { Services } from '../context.ts';
import { type PirepCommand, pirepDecider } from './pirep.decider.ts';

/**
 * The same flight is filed once. Table `filed_flight` holds the flights that stand, a row for each PIREP neither withdrawn nor rejected, and
 * changes with the events, in their transaction. A claim first takes the pilot's row of `logbook`, which is a lock: whoever claims at the same
 * moment waits, and its next statement sees what the first one committed. That one inserts either the new PIREP or, where a flight like it
 * stands, that one's id again, which the primary key refuses.
 */
export interface Claim {
  pirepId: string;
  memberId: string;
  flight: Pick<FlightReport, 'flightNumber' | 'departure' | 'arrival' | 'offBlockAt' | 'onBlockAt'>;
}

export interface PirepDecision {
  writes: DecidedWrite[];
  statements: Statement[];
  /** The flight it claims, if it does: `standingFlight` finds what refused it. */
  claim: Claim | undefined;
}

export interface PirepOrder {
  airlineId: string;
  pirepId: string;
  command: PirepCommand;
}

/** What a command about a PIREP writes, with what it does to the flights that stand. */
export async function decidePirep(streams: Streams, { airlineId, pirepId, command }: PirepOrder): Promise<PirepDecision> {
  let standing: FlightReport | undefined;
  const write = await streams.decide(pirepDecider, airlineId, pirepStream(pirepId), ({ filed }) => {
    standing = filed?.report;
    return command;
  });
  const claims = (write.events as PirepEvent[]).flatMap((event) => claimOf(event, standing));
  return {
    writes: [write],
    statements: (write.events as PirepEvent[]).flatMap((event) => [...releaseOf(event), ...claimOf(event, standing).flatMap(claiming)]),
    claim: claims[0],
  };
}

const attempts = 3;

/** Carries the command out. A flight that stands already is refused with the id of the PIREP that has it. */
export async function carryOut(
  { commands, storage }: Pick<Services, 'commands' | 'storage'>,
  about: Omit<Command, 'decide'>,
  order: () => PirepOrder,
): Promise<Done> {
  for (let attempt = 1; ; attempt++) {
    let claim: Claim | undefined;
    const decide = async (streams: Streams) => {
      const asked = order();
      const decision = await decidePirep(streams, asked);
      claim = decision.claim;
      return { resultId: asked.pirepId, ...decision };
    };
    try {
      return await commands.run({ ...about, decide });
    } catch (error) {
      if (!claim || !(error instanceof StatementRefused)) throw error;
      const pirepId = await standingFlight(storage.reader, claim);
      if (pirepId) throw new Rejected('CONFLICT', 'You filed this flight already.', 'flightNumber', { pirepId });
      if (attempt === attempts) throw error; // withdrawn each time we look
    }
  }
}

/** The airports of a flight that are in our list. */
export function airportsOf({ departure, arrival, alternate }: { departure: string; arrival: string; alternate?: string | null }) {
  return new Map(
    [departure, arrival, alternate].flatMap((icao) => (icao && findAirport(icao)) || []).map((airport) => [airport.icao, airport]),
  );
}

const same = `from filed_flight where member_id = ? and flight_number = ? and departure = ? and arrival = ? and on_block_at > ? and off_block_at < ?`;

/** The PIREP of the same flight that stands already. */
export async function standingFlight(reader: Pick<Sql, 'all'>, claim: Claim): Promise<string | undefined> {
  const [first] = await reader.all<{ id: string }>(`select pirep_id as id ${same} and pirep_id <> ? limit 1`, [
    ...sameAs(claim),
    claim.pirepId,
  ]);
  return first?.id;
}

function claimOf(event: PirepEvent, standing: FlightReport | undefined): Claim[] {
  switch (event.type) {
    case 'PirepFiled':
    case 'PirepAmended':
      return [{ pirepId: event.data.pirepId, memberId: event.data.memberId, flight: event.data.report }];
    case 'PirepReopened': // an accepted one has its claim
      return event.data.credit || !standing ? [] : [{ pirepId: event.data.pirepId, memberId: event.data.memberId, flight: standing }];
    default:
      return [];
  }
}

function releaseOf({ type, data }: PirepEvent): Statement[] {
  if (type !== 'PirepAmended' && type !== 'PirepWithdrawn' && type !== 'PirepRejected') return [];
  return [{ sql: 'delete from filed_flight where pirep_id = ?', params: [data.pirepId] }];
}

function claiming(claim: Claim): Statement[] {
  const { pirepId, memberId, flight } = claim;
  return [
    {
      sql: 'insert into logbook (member_id) values (?) on conflict (member_id) do update set member_id = excluded.member_id',
      params: [memberId],
    },
    {
      sql: `insert into filed_flight (pirep_id, member_id, flight_number, departure, arrival, off_block_at, on_block_at)
        select coalesce((select pirep_id ${same} limit 1), ?), ?, ?, ?, ?, cast(? as bigint), cast(? as bigint)`,
      params: [
        ...sameAs(claim),
        ...[pirepId, memberId, flight.flightNumber, flight.departure, flight.arrival],
        ...[Date.parse(flight.offBlockAt), Date.parse(flight.onBlockAt)],
      ],
    },
  ];
}

function sameAs({ memberId, flight }: Claim): (string | number)[] {
  const { flightNumber, departure, arrival, offBlockAt, onBlockAt } = flight;
  return [memberId, flightNumber, departure, arrival, Date.parse(offBlockAt), Date.parse(onBlockAt)];
}
