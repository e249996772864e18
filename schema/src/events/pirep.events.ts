import type { FlightNetwork, WeightUnit } from '../operations/generated.ts';
import type { EventDefinitions } from './event.ts';

/** The facts of a flight. Times RFC 3339 UTC, weights kg with the unit they were entered in, distance nm, landing rate fpm (negative). */
export interface FlightReport {
  flightNumber: string;
  departure: string;
  arrival: string;
  alternate: string | null;
  offBlockAt: string;
  onBlockAt: string;
  blockMinutes: number;
  flightMinutes: number;
  aircraftType: string;
  registration: string | null;
  distanceNm: number;
  distanceOverridden: boolean;
  blockFuelKg: number | null;
  fuelUsedKg: number | null;
  fuelUnit: WeightUnit | null;
  landingRateFpm: number | null;
  cruiseLevel: number | null;
  network: FlightNetwork;
  route: string | null;
  remarks: string | null;
  training: boolean;
}

/** What an accepted PIREP adds to its pilot; written into the event so that totals need nothing but events. */
export interface Credit {
  minutes: number;
  distanceNm: number;
  arrival: string;
  onBlockAt: string;
}

/** Stream `pirep-<id>` of an airline. `memberId` is always the pilot; `reviewerId` and `authorId` are null for a platform admin who is no member. */
export type PirepEvent =
  | { type: 'PirepFiled'; data: { pirepId: string; memberId: string; report: FlightReport } }
  | { type: 'PirepAmended'; data: { pirepId: string; memberId: string; report: FlightReport } }
  | { type: 'PirepWithdrawn'; data: { pirepId: string; memberId: string } }
  /** `automatic`: the airline's rules accepted it as it was filed; nobody reviewed. */
  | {
      type: 'PirepAccepted';
      data: { pirepId: string; memberId: string; reviewerId: string | null; credit: Credit; automatic?: boolean };
    }
  | { type: 'PirepRejected'; data: { pirepId: string; memberId: string; reviewerId: string | null; reason: string } }
  /** `credit`: what its acceptance had added and this takes back; null when it was rejected. */
  | { type: 'PirepReopened'; data: { pirepId: string; memberId: string; reviewerId: string | null; reason: string; credit: Credit | null } }
  | { type: 'PilotAsked'; data: { pirepId: string; memberId: string; reviewerId: string | null; text: string } }
  | { type: 'StaffAnswered'; data: { pirepId: string; memberId: string; text: string } }
  | { type: 'PirepCommented'; data: { pirepId: string; memberId: string; authorId: string | null; text: string } };

export const pirepEvents: EventDefinitions<PirepEvent> = {
  PirepFiled: { version: 1 },
  PirepAmended: { version: 1 },
  PirepWithdrawn: { version: 1 },
  PirepAccepted: { version: 1 },
  PirepRejected: { version: 1 },
  PirepReopened: { version: 1 },
  PilotAsked: { version: 1 },
  StaffAnswered: { version: 1 },
  PirepCommented: { version: 1 },
};

export const pirepStream = (pirepId: string) => `pirep-${pirepId}`;
