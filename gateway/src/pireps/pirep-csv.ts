import { setImmediate } from 'node:timers/promises';
import { flightNetworks, formatPilotNumber, pirepSorts, pirepStates, Rejected } from '@jetbridge/schema';
import type { AirlineRow, PirepRow } from '@jetbridge/schema/storage';
import { stringify } from 'csv-stringify/sync';
import type { RequestContext } from '../context.ts';
import { DateTime } from '../graphql/scalars.ts';
import { isText } from '../graphql/variables.ts';
import type { PirepFilter } from './pirep.types.ts';
import { openPireps } from './read-pireps.ts';

const pageSize = 500;

type Asked = Readonly<Record<string, string | string[] | undefined>>;
type Row = Awaited<ReturnType<typeof named>>;

const at = (epochMs: number | null | undefined) => (epochMs == null ? null : new Date(epochMs).toISOString());

/** The columns, under the names the API has for them. */
const columns: Record<string, (row: Row) => string | number | boolean | null | undefined> = {
  id: ({ pirep }) => pirep.id,
  state: ({ pirep }) => pirep.state,
  flightNumber: ({ pirep }) => pirep.flightNumber,
  callsign: ({ callsign }) => callsign,
  pilot: ({ pilot }) => pilot,
  departure: ({ pirep }) => pirep.departure,
  arrival: ({ pirep }) => pirep.arrival,
  alternate: ({ pirep }) => pirep.alternate,
  offBlockAt: ({ pirep }) => at(pirep.offBlockAt),
  onBlockAt: ({ pirep }) => at(pirep.onBlockAt),
  blockMinutes: ({ pirep }) => pirep.blockMinutes,
  flightMinutes: ({ pirep }) => pirep.flightMinutes,
  distanceNm: ({ pirep }) => pirep.distanceNm,
  aircraftType: ({ pirep }) => pirep.aircraftType,
  registration: ({ pirep }) => pirep.registration,
  blockFuelKg: ({ pirep }) => pirep.blockFuelKg,
  fuelUsedKg: ({ pirep }) => pirep.fuelUsedKg,
  landingRateFpm: ({ pirep }) => pirep.landingRateFpm,
  cruiseLevel: ({ pirep }) => pirep.cruiseLevel,
  network: ({ pirep }) => pirep.network,
  route: ({ pirep }) => pirep.route,
  remarks: ({ pirep }) => pirep.remarks,
  training: ({ pirep }) => pirep.training,
  filedAt: ({ pirep }) => at(pirep.filedAt),
  reviewedAt: ({ pirep }) => at(pirep.reviewedAt),
  reviewer: ({ reviewer }) => reviewer,
  reason: ({ pirep }) => pirep.reason,
};

/**
 * The whole list as CSV (RFC 4180), page by page as it is read: each page is a look of its own, at what the caller may see by then. A cell
 * that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers.
 */
export async function* pirepsCsv(context: RequestContext, airline: AirlineRow, query: Asked): AsyncGenerator<string> {
  const { filter, sort } = readQuery(query);
  const list = openPireps(context.services, airline, filter, sort);
  let after: (string | number)[] | null = null;
  for (let header = true; ; header = false) {
    await context.require('pirep:list', airline.id);
    const pireps = await list.page(after, pageSize);
    const rows = await Promise.all(pireps.map((pirep) => named(context, airline, pirep)));
    const cells = rows.map((row) => Object.values(columns).map((cell) => cell(row)));
    yield stringify(header ? [Object.keys(columns), ...cells] : cells, {
      record_delimiter: 'windows',
      escape_formulas: true,
      cast: { boolean: String },
    });
    if (pireps.length < pageSize) return;
    after = list.key(pireps.at(-1)!);
    context.renewLoaders(); // or it would remember everybody it has seen
    await setImmediate(); // SQLite answers at once, and a fast reader would have us to itself
  }
}

async function named({ loaders }: RequestContext, { code }: AirlineRow, pirep: PirepRow) {
  const [member, reviewer] = await Promise.all([
    loaders.member.load(pirep.memberId),
    pirep.reviewerId == null ? null : loaders.member.load(pirep.reviewerId),
  ]);
  const user = member && (await loaders.user.load(member.userId));
  return {
    pirep,
    pilot: user?.displayName,
    callsign: member && formatPilotNumber(code, member.pilotNumber),
    reviewer: reviewer && formatPilotNumber(code, reviewer.pilotNumber),
  };
}

/** The same filters as in the API, under the same names. `states` may be repeated, or have commas in it. */
function readQuery(query: Asked) {
  const { states, pilotId, departure, arrival, airport, aircraftType, network, from, to, text, sort, ...unknown } = query;
  const [stranger] = Object.keys(unknown);
  if (stranger !== undefined) throw new Rejected('INVALID_INPUT', 'There is no such filter.', stranger.slice(0, 40));
  const filter: PirepFilter = {
    ...{ pilotId: one('pilotId', pilotId), departure: one('departure', departure), arrival: one('arrival', arrival) },
    ...{ airport: one('airport', airport), aircraftType: one('aircraftType', aircraftType), text: one('text', text) },
    states:
      states === undefined ? null : [states].flat().flatMap((list) => list.split(',').map((state) => of('states', pirepStates, state)!)),
    network: of('network', flightNetworks, one('network', network)),
    from: moment('from', one('from', from)),
    to: moment('to', one('to', to)),
  };
  return { filter, sort: of('sort', pirepSorts, one('sort', sort)) };
}

function one(field: string, value: string | string[] | undefined): string | null {
  if (Array.isArray(value)) throw new Rejected('INVALID_INPUT', 'Give this once.', field);
  if (value !== undefined && !isText(value)) throw new Rejected('INVALID_INPUT', 'This text has characters that no text has.', field);
  return value ?? null;
}

function of<T extends string>(field: string, values: readonly T[], value: string | null): T | null {
  if (value === null) return null;
  const known = values.find((each) => each === value);
  if (!known) throw new Rejected('INVALID_INPUT', `This is one of ${values.join(', ')}.`, field);
  return known;
}

function moment(field: string, value: string | null): string | null {
  try {
    return value === null ? null : (DateTime.parseValue(value) as string);
  } catch (error) {
    throw new Rejected('INVALID_INPUT', (error as Error).message, field);
  }
}
