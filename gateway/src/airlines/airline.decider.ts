import {
  type AirlineState,
  checkAirlineSettings,
  checkCreateAirline,
  checkRanks,
  checkReason,
  checkUpdateAirline,
  flightNetworks,
  type JoinPolicy,
  Rejected,
} from '@jetbridge/schema';
import type { AirlineEvent, AirlineSettings, Decider, DirectoryEvent, Rank } from '@jetbridge/schema/events';
import { refuse } from '../refuse.ts';

export interface CreateAirline {
  type: 'Create';
  airlineId: string;
  code: string;
  name: string;
  iata: string | null;
  joinPolicy: JoinPolicy;
}

interface Profile {
  name: string;
  iata: string | null;
  brandColour: string | null;
  joinPolicy: JoinPolicy;
}

export type AirlineCommand =
  | CreateAirline
  /** What is left out stays as it is. */
  | { type: 'Update'; profile?: Changes<Profile>; settings?: Changes<AirlineSettings> }
  | { type: 'SetRanks'; ranks: readonly Rank[] }
  | { type: 'Suspend' | 'Reinstate'; reason: string }
  /** `code`: typed to confirm that this is the airline meant. */
  | { type: 'Close'; reason: string; code: string };

type Changes<T> = { [K in keyof T]?: T[K] | undefined };

/** What its events have made of an airline. */
interface AirlineSoFar {
  airlineId: string;
  code: string;
  state: AirlineState;
  profile: Profile;
  settings: AirlineSettings;
  ranks: Rank[];
}

export const initialSettings = {
  autoAccept: 'OFF',
  landingRateLimitFpm: null,
  autoAcceptNetworks: [],
  distanceUnit: 'NM',
  weightUnit: 'KG',
} as const satisfies Partial<AirlineSettings>;

export const airlineDecider: Decider<{ airline: AirlineSoFar | null }, AirlineCommand, AirlineEvent> = {
  initialState: () => ({ airline: null }),

  evolve: ({ airline }, event) => {
    if (event.type === 'AirlineCreated') {
      const { airlineId, code, name, iata, joinPolicy, ownReview } = event.data;
      const profile = { name, iata, brandColour: null, joinPolicy };
      const settings = { ...initialSettings, autoAcceptNetworks: [], ownReview };
      return { airline: { airlineId, code, state: 'ACTIVE', profile, settings, ranks: [] } };
    }
    return { airline: airline && changed(airline, event) };
  },

  decide: ({ airline }, command) => {
    if (command.type === 'Create') {
      const { airlineId, code, name, iata, joinPolicy } = command;
      if (airline) throw new Rejected('CONFLICT', 'This airline exists already.');
      refuse(checkCreateAirline({ code, name, iata }));
      return [{ type: 'AirlineCreated', data: { airlineId, code, name: name.trim(), iata: iata || null, joinPolicy, ownReview: 'ADMIN' } }];
    }
    if (!airline) throw new Rejected('NOT_FOUND', 'There is no such airline.', 'airlineId');
    const { airlineId } = airline;
    switch (command.type) {
      case 'Update':
        return update(airline, command);
      case 'SetRanks': {
        refuse(checkRanks(command.ranks));
        const ranks = command.ranks.map(({ name, minimumHours }) => ({ name: name.trim(), minimumHours }));
        ranks.sort((a, b) => a.minimumHours - b.minimumHours);
        return same(ranks, airline.ranks) ? [] : [{ type: 'RanksSet', data: { airlineId, ranks } }];
      }
      case 'Close':
        if (command.code.trim().toUpperCase() !== airline.code) {
          throw new Rejected('INVALID_INPUT', `Type ${airline.code} to confirm that this airline is meant.`, 'code');
        }
        return move(airline, command);
      case 'Suspend':
      case 'Reinstate':
        return move(airline, command);
      default:
        return command satisfies never;
    }
  },
};

/** Nothing where nothing changes: a form saved twice is no news. */
function update({ airlineId, profile, settings }: AirlineSoFar, command: Extract<AirlineCommand, { type: 'Update' }>): AirlineEvent[] {
  const asked = { ...profile, ...given(command.profile ?? {}) };
  refuse(checkUpdateAirline(asked));
  const { name, iata, brandColour, joinPolicy } = asked;
  const newProfile = { name: name.trim(), iata: iata || null, brandColour: brandColour?.toLowerCase() || null, joinPolicy };
  const wanted = { ...settings, ...given(command.settings ?? {}) };
  refuse(checkAirlineSettings(wanted).map((problem) => ({ ...problem, field: `settings.${problem.field}` })));
  const newSettings = { ...wanted, autoAcceptNetworks: flightNetworks.filter((network) => wanted.autoAcceptNetworks.includes(network)) };
  const events: AirlineEvent[] = [];
  if (!same(newProfile, profile)) events.push({ type: 'AirlineUpdated', data: { airlineId, ...newProfile } });
  if (!same(newSettings, settings)) events.push({ type: 'AirlineSettingsChanged', data: { airlineId, settings: newSettings } });
  return events;
}

const moves = {
  Suspend: { from: ['ACTIVE'], event: 'AirlineSuspended' },
  Reinstate: { from: ['SUSPENDED', 'CLOSED'], event: 'AirlineReinstated' },
  Close: { from: ['ACTIVE', 'SUSPENDED'], event: 'AirlineClosed' },
} as const satisfies Record<string, { from: readonly AirlineState[]; event: AirlineEvent['type'] }>;

function move(
  { airlineId, state }: AirlineSoFar,
  { type, reason }: Extract<AirlineCommand, { type: 'Suspend' | 'Reinstate' | 'Close' }>,
): AirlineEvent[] {
  refuse(checkReason(reason));
  const { from, event } = moves[type];
  if (!(from as readonly AirlineState[]).includes(state)) throw new Rejected('CONFLICT', `This airline is ${state.toLowerCase()} already.`);
  return [{ type: event, data: { airlineId, reason: reason.trim() } }];
}

function changed(airline: AirlineSoFar, event: Exclude<AirlineEvent, { type: 'AirlineCreated' }>): AirlineSoFar {
  switch (event.type) {
    case 'AirlineUpdated': {
      const { airlineId: _, ...profile } = event.data;
      return { ...airline, profile };
    }
    case 'AirlineSettingsChanged':
      return { ...airline, settings: event.data.settings };
    case 'RanksSet':
      return { ...airline, ranks: event.data.ranks };
    case 'AirlineSuspended':
      return { ...airline, state: 'SUSPENDED' };
    case 'AirlineReinstated':
      return { ...airline, state: 'ACTIVE' };
    case 'AirlineClosed':
      return { ...airline, state: 'CLOSED' };
    default:
      return event satisfies never;
  }
}

function given<T extends object>(changes: Changes<T>): Partial<T> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** Of plain data, its names in whatever order. */
function same<T>(a: T, b: T): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return a === b;
  const names = Object.keys(a) as (keyof T)[];
  return names.length === Object.keys(b).length && names.every((name) => same(a[name], b[name]));
}

/** The directory gives each code to one airline. */
export const directoryDecider: Decider<{ airlineId: string | null }, { airlineId: string; code: string }, DirectoryEvent> = {
  initialState: () => ({ airlineId: null }),
  evolve: (_, { data }) => ({ airlineId: data.airlineId }),
  decide: (state, { airlineId, code }) => {
    if (state.airlineId) throw new Rejected('CONFLICT', `The code ${code} belongs to another airline.`, 'code');
    return [{ type: 'AirlineListed', data: { airlineId, code } }];
  },
};
