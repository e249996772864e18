import { type FlightInput, type FlightNetwork, flightNetworks, limits, Rejected, type WeightUnit } from '@jetbridge/schema';
import { minutesIn, numberIn, timeIn } from './cells.ts';
import type { PirepCells } from './phpvms-columns.ts';

const minute = 60_000;
const trainingFlight = 'K'; // service type of IATA SSIM, which phpVMS uses

export interface Aircraft {
  type: string;
  registration: string;
}

/** What was decided about it over there. */
export type Verdict = 'PENDING' | 'ACCEPTED' | 'REJECTED';

export interface ImportedFlight {
  input: FlightInput;
  /** Epoch ms. */
  filedAt: number;
  verdict: Verdict;
}

/** By the number phpVMS 7 has for it; -1 in its first versions. */
const verdicts: Record<string, Verdict> = { 1: 'PENDING', 2: 'ACCEPTED', 6: 'REJECTED', '-1': 'REJECTED' };
const unfiled: Record<string, string> = { 0: 'in progress', 3: 'cancelled', 4: 'deleted', 5: 'a draft', 7: 'paused' };
const earlierVerdicts: Record<string, Verdict> = { 0: 'PENDING', 1: 'ACCEPTED', 2: 'REJECTED' };

/** A PIREP row as a pilot of ours would file it. What a rule of ours refuses is left for the decider to refuse. */
export function flightOf(
  cells: PirepCells,
  aircraftById: ReadonlyMap<string, Aircraft>,
  fuelUnit: WeightUnit,
  now: number,
): ImportedFlight {
  if (cells.deletedAt) throw new Rejected('INVALID_INPUT', 'This PIREP was deleted in phpVMS.', 'state');
  const verdict = verdictOf(cells);
  const submittedAt = timeIn(cells.submittedAt, 'filedAt') ?? timeIn(cells.createdAt, 'filedAt');
  const flown = numberIn(cells.flightTime, 'flightMinutes') ?? minutesIn(cells.flightHours, 'flightMinutes');
  const { offBlock, onBlock } = blockTimes(cells, submittedAt, flown && Math.round(flown));
  const { type, registration } = aircraftOf(cells, aircraftById);
  const fuel = (cell: string, field: string) => {
    const value = numberIn(cell, field);
    return value === undefined ? null : { value, unit: fuelUnit };
  };
  const landingRate = numberIn(cells.landingRate, 'landingRateFpm');
  const distance = numberIn(cells.distance, 'distanceNm');
  return {
    verdict,
    filedAt: Math.min(Math.max(submittedAt ?? onBlock, onBlock), now),
    input: {
      flightNumber: cells.flightNumber
        .toUpperCase()
        .replace(/\s/g, '')
        .replace(/^[A-Z]{2,3}(?=\d)/, ''),
      departure: cells.departure.toUpperCase(),
      arrival: cells.arrival.toUpperCase(),
      alternate: cells.alternate.toUpperCase() || null,
      offBlockAt: new Date(offBlock).toISOString(),
      onBlockAt: new Date(onBlock).toISOString(),
      flightMinutes: flightMinutes(flown, onBlock - offBlock),
      aircraftType: type,
      registration: registration || null,
      distanceNm: distance === undefined ? null : Math.round(distance * 10) / 10,
      blockFuel: fuel(cells.blockFuel, 'blockFuel'),
      fuelUsed: fuel(cells.fuelUsed, 'fuelUsed'),
      landingRateFpm: landingRate === undefined ? null : Math.round(landingRate),
      cruiseLevel: cruiseLevel(numberIn(cells.level, 'cruiseLevel')),
      network: networkOf(cells.network),
      route: cells.route || null,
      remarks: cells.notes || null,
      training: cells.flightType.toUpperCase() === trainingFlight,
    },
  };
}

function verdictOf({ state, accepted }: PirepCells): Verdict {
  const verdict = state ? verdicts[state] : accepted ? earlierVerdicts[accepted] : 'PENDING';
  if (verdict) return verdict;
  const why = state ? unfiled[state] : accepted === '3' ? unfiled[0] : undefined;
  throw new Rejected(
    'INVALID_INPUT',
    why ? `This flight is ${why} in phpVMS: nobody filed it.` : `“${state || accepted}” is no state of phpVMS.`,
    'state',
  );
}

/** Where one of the times is not known, it follows from the other and the flight time; phpVMS 5 knows neither, only when it was filed. */
function blockTimes({ offBlock: off, onBlock: on }: PirepCells, submittedAt: number | undefined, flown: number | undefined) {
  const [offBlock, onBlock] = [timeIn(off, 'offBlockAt'), timeIn(on, 'onBlockAt')];
  if (offBlock !== undefined && onBlock !== undefined) return { offBlock, onBlock };
  if (!flown) throw new Rejected('INVALID_INPUT', 'Neither both block times nor the flight time are known.', 'offBlockAt');
  if (offBlock !== undefined) return { offBlock, onBlock: offBlock + flown * minute };
  const ended = onBlock ?? submittedAt;
  if (ended === undefined) throw new Rejected('INVALID_INPUT', 'Neither a block time nor the time of filing is known.', 'onBlockAt');
  return { offBlock: ended - flown * minute, onBlock: ended };
}

/** A minute more than the block time is rounding; more than that is for the rules to refuse. */
function flightMinutes(flown: number | undefined, blockMs: number): number | null {
  if (flown === undefined) return null;
  const [minutes, block] = [Math.round(flown), Math.round(blockMs / minute)];
  return minutes === block + 1 ? block : minutes;
}

function aircraftOf(cells: PirepCells, aircraftById: ReadonlyMap<string, Aircraft>): Aircraft {
  const known = aircraftById.get(cells.aircraft.toUpperCase());
  const type = cells.aircraftType || known?.type || (/^[A-Z]/i.test(cells.aircraft) ? cells.aircraft : '');
  if (!type) {
    const missing = cells.aircraft ? `There is no aircraft ${cells.aircraft.slice(0, 20)} in aircraft.csv` : 'No aircraft is named';
    throw new Rejected('INVALID_INPUT', `${missing}, so its type is not known.`, 'aircraftType');
  }
  const registration = cells.registration || known?.registration || '';
  return { type: type.toUpperCase(), registration: registration.toUpperCase().replace(/\s/g, '') };
}

/** phpVMS has feet, and people who enter flight levels. */
function cruiseLevel(level: number | undefined): number | null {
  if (level === undefined) return null;
  return Math.round(level > limits.cruiseLevel ? level / 100 : level);
}

function networkOf(cell: string): FlightNetwork {
  const asked = cell.toUpperCase();
  return flightNetworks.find((network) => network === asked) ?? 'OFFLINE';
}
