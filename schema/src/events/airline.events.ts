import type { JoinPolicy } from '../operations/generated.ts';
import type { EventDefinitions } from './event.ts';

/** Who may review their own PIREPs: an airline starts with one person, so its admins may until it says otherwise. */
export type OwnReview = 'NOBODY' | 'ADMIN' | 'ANY';

/** Stream `airline` of the airline's own tenant. */
export type AirlineEvent = {
  type: 'AirlineCreated';
  data: { airlineId: string; code: string; name: string; iata: string | null; joinPolicy: JoinPolicy; ownReview: OwnReview };
};

export const airlineEvents: EventDefinitions<AirlineEvent> = { AirlineCreated: { version: 1 } };

export const airlineStream = 'airline';

/** Stream `airline-<CODE>` of the platform tenant: the directory. Its first event takes the code; a second airline cannot. */
export type DirectoryEvent = { type: 'AirlineListed'; data: { airlineId: string; code: string } };

export const directoryEvents: EventDefinitions<DirectoryEvent> = { AirlineListed: { version: 1 } };

export const directoryStream = (code: string) => `airline-${code}`;
