import type { AirlineEvent } from '@jetbridge/schema/events';
import { AirlineRow } from '@jetbridge/schema/storage';
import { projection } from '../runner/projection.ts';

export const airlines = projection<AirlineEvent>({
  AirlineCreated: ({ data: { airlineId, ...profile }, recordedAt }, rows) => {
    rows.put(AirlineRow, { id: airlineId, ...profile, brandColour: null, state: 'ACTIVE', createdAt: recordedAt });
  },
});
