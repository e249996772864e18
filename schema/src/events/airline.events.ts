import type { AutoAccept, DistanceUnit, FlightNetwork, JoinPolicy, OwnReview, WeightUnit } from '../operations/generated.ts';
import type { EventDefinitions } from './event.ts';

/** What an airline decides for itself. A PIREP is accepted unread with `ALL`, or with `RULES` when every rule holds. */
export interface AirlineSettings {
  autoAccept: AutoAccept;
  /** Rule: the landing is known and no harder than this, fpm (negative); null asks for nothing. */
  landingRateLimitFpm: number | null;
  /** Rule: flown on one of these; empty asks for nothing. */
  autoAcceptNetworks: FlightNetwork[];
  ownReview: OwnReview;
  /** Units the airline's pages start with. */
  distanceUnit: DistanceUnit;
  weightUnit: WeightUnit;
}

/** A rank is held from so many hours of accepted block time on. */
export interface Rank {
  name: string;
  minimumHours: number;
}

/** Stream `airline` of the airline's own tenant. */
export type AirlineEvent =
  | {
      type: 'AirlineCreated';
      data: { airlineId: string; code: string; name: string; iata: string | null; joinPolicy: JoinPolicy; ownReview: OwnReview };
    }
  | {
      type: 'AirlineUpdated';
      data: { airlineId: string; name: string; iata: string | null; brandColour: string | null; joinPolicy: JoinPolicy };
    }
  | { type: 'AirlineSettingsChanged'; data: { airlineId: string; settings: AirlineSettings } }
  /** Fewest hours first. */
  | { type: 'RanksSet'; data: { airlineId: string; ranks: Rank[] } }
  | { type: 'AirlineSuspended'; data: { airlineId: string; reason: string } }
  | { type: 'AirlineReinstated'; data: { airlineId: string; reason: string } }
  | { type: 'AirlineClosed'; data: { airlineId: string; reason: string } };

export const airlineEvents: EventDefinitions<AirlineEvent> = {
  AirlineCreated: { version: 1 },
  AirlineUpdated: { version: 1 },
  AirlineSettingsChanged: { version: 1 },
  RanksSet: { version: 1 },
  AirlineSuspended: { version: 1 },
  AirlineReinstated: { version: 1 },
  AirlineClosed: { version: 1 },
};

export const airlineStream = 'airline';

/** Stream `airline-<CODE>` of the platform tenant: the directory. Its first event takes the code; a second airline cannot. */
export type DirectoryEvent =
  | { type: 'AirlineListed'; data: { airlineId: string; code: string } }
  /** What the directory shows of it, its state or its profile, is another: written in the same append as that. */
  | { type: 'AirlineListingChanged'; data: { airlineId: string; code: string } };

export const directoryEvents: EventDefinitions<DirectoryEvent> = { AirlineListed: { version: 1 }, AirlineListingChanged: { version: 1 } };

export const directoryStream = (code: string) => `airline-${code}`;
