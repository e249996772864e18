import type { AirlineEvent } from '@jetbridge/schema/events';
import { AirlineRow } from '@jetbridge/schema/storage';
import { projection } from '../runner/projection.ts';

export const airlines = projection<AirlineEvent>({
  AirlineCreated: ({ data: { airlineId, ...profile }, recordedAt }, rows) => {
    rows.put(AirlineRow, {
      id: airlineId,
      ...profile,
      brandColour: null,
      state: 'ACTIVE',
      autoAccept: 'OFF',
      landingRateLimitFpm: null,
      autoAcceptNetworks: '[]',
      distanceUnit: 'NM',
      weightUnit: 'KG',
      ranks: '[]',
      createdAt: recordedAt,
    });
  },
  AirlineUpdated: ({ data: { airlineId, ...profile } }, rows) =>
    rows.change(AirlineRow, airlineId, (airline) => {
      Object.assign(airline, profile);
    }),
  AirlineSettingsChanged: ({ data: { airlineId, settings } }, rows) =>
    rows.change(AirlineRow, airlineId, (airline) => {
      Object.assign(airline, settings, { autoAcceptNetworks: JSON.stringify(settings.autoAcceptNetworks) });
    }),
  RanksSet: ({ data: { airlineId, ranks } }, rows) =>
    rows.change(AirlineRow, airlineId, (airline) => {
      airline.ranks = JSON.stringify(ranks);
    }),
  AirlineSuspended: ({ data }, rows) => rows.change(AirlineRow, data.airlineId, inState('SUSPENDED')),
  AirlineReinstated: ({ data }, rows) => rows.change(AirlineRow, data.airlineId, inState('ACTIVE')),
  AirlineClosed: ({ data }, rows) => rows.change(AirlineRow, data.airlineId, inState('CLOSED')),
});

const inState = (state: AirlineRow['state']) => (airline: AirlineRow) => {
  airline.state = state;
};
