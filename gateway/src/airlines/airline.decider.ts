import { checkCreateAirline, type JoinPolicy, Rejected } from '@jetbridge/schema';
import type { AirlineEvent, Decider, DirectoryEvent } from '@jetbridge/schema/events';
import { refuse } from '../refuse.ts';

export interface CreateAirline {
  airlineId: string;
  code: string;
  name: string;
  iata: string | null;
  joinPolicy: JoinPolicy;
}

export const airlineDecider: Decider<{ created: boolean }, CreateAirline, AirlineEvent> = {
  initialState: () => ({ created: false }),
  evolve: () => ({ created: true }),
  decide: ({ created }, { airlineId, code, name, iata, joinPolicy }) => {
    if (created) throw new Rejected('CONFLICT', 'This airline exists already.');
    refuse(checkCreateAirline({ code, name, iata }));
    return [{ type: 'AirlineCreated', data: { airlineId, code, name: name.trim(), iata: iata || null, joinPolicy, ownReview: 'ADMIN' } }];
  },
};

/** The directory gives each code to one airline. */
export const directoryDecider: Decider<{ airlineId: string | null }, { airlineId: string; code: string }, DirectoryEvent> = {
  initialState: () => ({ airlineId: null }),
  evolve: (_, { data }) => ({ airlineId: data.airlineId }),
  decide: (state, { airlineId, code }) => {
    if (state.airlineId) throw new Rejected('CONFLICT', `The code ${code} belongs to another airline.`, 'code');
    return [{ type: 'AirlineListed', data: { airlineId, code } }];
  },
};
