import { type FilePirepInput, greatCircleNm } from '@jetbridge/schema';
import { findAirport } from '../airports/airports.ts';

const network = {
  NDL: ['ENBR', 'ENVA', 'ENTC', 'ESSA', 'EKCH', 'EGLL', 'EDDF', 'LFPG', 'LEMG', 'ENSB'],
  ABX: ['KJFK', 'KBOS', 'CYYZ', 'BIKF', 'EIDW', 'KIAD', 'LPPT', 'KORD'],
};
const fleet = {
  NDL: { type: 'B738', registrations: ['LN-NDA', 'LN-NDB', 'LN-NDC'], knots: 430, kgPerHour: 2_500 },
  ABX: { type: 'B789', registrations: ['G-ABXA', 'G-ABXB'], knots: 480, kgPerHour: 5_400 },
};

export interface DemoFlight {
  input: Omit<FilePirepInput, 'airlineId' | 'commandId'>;
  /** Epoch ms. */
  filedAt: number;
}

/** A plausible flight from the hub or back, some time in the `days` before `now`. Same `random`, same flight. */
export function demoFlight(code: 'NDL' | 'ABX', hub: string, random: () => number, now: number, ageDays: number): DemoFlight {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const outstation = pick(network[code]);
  const outbound = random() < 0.5;
  const [departure, arrival] = outbound ? [hub, outstation] : [outstation, hub];
  const { type, registrations, knots, kgPerHour } = fleet[code];
  const hours = greatCircleNm(findAirport(departure)!, findAirport(arrival)!) / knots;
  const flightMinutes = Math.round(hours * 60 + 12 + random() * 10);
  const blockMinutes = flightMinutes + 10 + Math.round(random() * 12);
  const onBlock = Math.floor((now - ageDays * 24 * 60 * 60_000 - 20 * 60_000) / 60_000) * 60_000;
  const burnt = Math.round((hours + 0.3) * kgPerHour * (0.95 + random() * 0.1));
  return {
    input: {
      flightNumber: String(100 + Math.floor(random() * 800)),
      departure,
      arrival,
      offBlockAt: new Date(onBlock - blockMinutes * 60_000).toISOString(),
      onBlockAt: new Date(onBlock).toISOString(),
      flightMinutes,
      aircraftType: type,
      registration: pick(registrations),
      blockFuel: { value: burnt + 2_400, unit: 'KG' },
      fuelUsed: { value: burnt, unit: 'KG' },
      landingRateFpm: -Math.round(60 + random() * 340),
      cruiseLevel: pick([330, 350, 370, 390]),
      network: pick(['VATSIM', 'VATSIM', 'IVAO', 'OFFLINE'] as const),
      remarks:
        random() < 0.15 ? pick(['Smooth all the way.', 'Held ten minutes over the fix.', 'Crosswind at the limit, nice challenge.']) : null,
    },
    filedAt: onBlock + 10 * 60_000,
  };
}
