import type { PirepState } from '@jetbridge/schema';
import type { Cache, CacheExchangeOpts, FieldArgs } from '@urql/exchange-graphcache';
import type { AirlineHistory, Change } from './airline-history.ts';

type PirepNode = Extract<NonNullable<Change['node']>, { __typename: 'Pirep' }>;
type MemberNode = Extract<NonNullable<Change['node']>, { __typename: 'Member' }>;
type PirepsArguments = { filter?: { states?: PirepState[] | null; pilotId?: string | null } | null };
export type CacheJob = (cache: Cache) => void;

interface Ports {
  history: AirlineHistory;
  takeJobs(): CacheJob[];
  /** Applies changes once more, after the answer at hand. */
  replay(airlineId: string, changes: Change[]): void;
}

const payload = (name: string) => `${name}Payload`;
const embedded = () => null; // part of whatever holds it, such as a page of a list

/**
 * The normalized cache of all remotes. Rows change by themselves, as every answer and every change is filed under its id; what this adds
 * is which lists no longer hold what they should. Such a list is dropped, and whoever shows it asks again.
 */
export function cacheOptions({ history, takeJobs, replay }: Ports): CacheExchangeOpts {
  const read = (airlineId: string, cursor: string) => {
    const overtaken = history.read(airlineId, cursor);
    if (overtaken.length > 0) replay(airlineId, overtaken);
  };
  const reviewed = (result: unknown, cache: Cache) => {
    const { cursor, pirep } = (result ?? {}) as { cursor?: string; pirep?: PirepNode };
    if (!cursor || !pirep) return;
    settlePirep(cache, pirep);
    read(pirep.airline.id, cursor);
  };
  return {
    // In development Graphcache remarks that a PIREP lacks the fields of a member, which is what a union is about.
    logger: (severity, message) => {
      if (severity !== 'debug' && !message.includes('"AirlineChanges" subscription')) console[severity](message);
    },
    possibleTypes: { ChangeNode: ['Pirep', 'Member', 'Airline'] },
    keys: {
      Airport: ({ icao }) => icao as string,
      AircraftType: ({ code }) => code as string,
      ...Object.fromEntries(
        ['Viewer', 'SetupState', 'PageInfo', 'Change']
          .concat(['Ack', 'Session', 'Register', 'VerifyEmail', 'User', 'CreateApiKey', 'Export', 'AccountDeletion'].map(payload))
          .concat(['Airline', 'Pirep'].map(payload))
          .concat(['Airline', 'Member', 'Pirep', 'User', 'Mail'].flatMap((name) => [`${name}Edge`, `${name}Connection`]))
          .map((name) => [name, embedded]),
      ),
    },
    updates: {
      Airline: {
        cursor: ({ id, cursor }) => read(id as string, cursor as string),
      },
      Mutation: {
        filePirep: (result, _, cache) => reviewed(result.filePirep, cache),
        acceptPirep: (result, _, cache) => reviewed(result.acceptPirep, cache),
        rejectPirep: (result, _, cache) => reviewed(result.rejectPirep, cache),
        createAirline: (_result, _, cache) => dropFields(cache, 'Query', 'airlines', 'airline', 'viewer'),
        // Who may do what, and what the account page says, follows from these.
        verifyEmail: (_result, _, cache) => dropFields(cache, 'Query', 'viewer'),
        confirmEmailChange: (_result, _, cache) => dropFields(cache, 'Query', 'viewer'),
        cancelAccountDeletion: (_result, _, cache) => dropFields(cache, 'Query', 'viewer'),
        revokeSession: (_result, _, cache) => dropOwn(cache, 'sessions'),
        signOutEverywhere: (_result, _, cache) => dropOwn(cache, 'sessions'),
        createApiKey: (_result, _, cache) => dropOwn(cache, 'apiKeys'),
        revokeApiKey: (_result, _, cache) => dropOwn(cache, 'apiKeys'),
        inCache: (_result, _, cache) => {
          for (const job of takeJobs()) job(cache);
        },
      },
      Subscription: {
        airlineChanges(result, { airlineId }, cache) {
          const change = result.airlineChanges as Change | null;
          if (!change) return;
          const place = history.step(airlineId as string, change);
          if (place === 'gap') dropAirline(cache, airlineId as string);
          else applyChange(cache, airlineId as string, change);
        },
      },
    },
  };
}

/** Drops all that was read for one person. What nothing links to any more is collected by the cache itself. */
export function dropAll(cache: Cache): void {
  for (const { fieldName, arguments: args } of cache.inspectFields('Query')) cache.invalidate('Query', fieldName, args);
}

function dropAirline(cache: Cache, id: string): void {
  cache.invalidate({ __typename: 'Airline', id });
  dropFields(cache, 'Query', 'viewer'); // its memberships are rows of the airline too
}

function dropFields(cache: Cache, entity: string, ...names: string[]): void {
  for (const { fieldName, arguments: args } of cache.inspectFields(entity))
    if (names.includes(fieldName)) cache.invalidate(entity, fieldName, args);
}

/** A list of the viewer's own. */
function dropOwn(cache: Cache, name: string): void {
  const viewer = cache.resolve('Query', 'viewer');
  if (typeof viewer === 'string') dropFields(cache, viewer, name);
}

function applyChange(cache: Cache, airlineId: string, { kind, id, node }: Change): void {
  const airline = `Airline:${airlineId}`;
  if (node?.__typename === 'Pirep') settlePirep(cache, node);
  else if (node?.__typename === 'Member') settleMember(cache, airline, node);
  else if (!node && id && kind === 'PIREP') dropGone(cache, airline, 'pireps', `Pirep:${id}`);
  else if (!node && id && kind === 'MEMBER') dropGone(cache, airline, 'members', `Member:${id}`);
}

function settlePirep(cache: Cache, pirep: PirepNode): void {
  settle(cache, `Airline:${pirep.airline.id}`, 'pireps', `Pirep:${pirep.id}`, ({ filter }: PirepsArguments) => {
    return (!filter?.states || filter.states.includes(pirep.state)) && (!filter?.pilotId || filter.pilotId === pirep.pilot.id);
  });
}

function settleMember(cache: Cache, airline: string, member: MemberNode): void {
  settle(cache, airline, 'members', `Member:${member.id}`, ({ role }: { role?: string | null }) => !role || role === member.role);
  // Whoever just joined was "not a member" a moment ago.
  if (cache.resolve(airline, 'me') === null) dropFields(cache, airline, 'me');
}

/** Drops the lists of a field that hold this row but should not, or should but do not. All pages of a list count as one. */
function settle<A>(cache: Cache, entity: string, field: string, row: string, fits: (args: A) => boolean): void {
  const pages = cache.inspectFields(entity).filter(({ fieldName }) => fieldName === field);
  const lists = Map.groupBy(pages, ({ arguments: args }) => JSON.stringify({ ...args, after: null }));
  for (const list of lists.values()) {
    const listed = list.some(({ arguments: args }) => rowsOf(cache, entity, field, args).includes(row));
    if (listed !== fits((list[0]?.arguments ?? {}) as A)) for (const page of list) cache.invalidate(entity, field, page.arguments);
  }
}

function dropGone(cache: Cache, airline: string, field: string, row: string): void {
  cache.invalidate(row);
  settle(cache, airline, field, row, () => false);
}

function rowsOf(cache: Cache, entity: string, field: string, args: FieldArgs): unknown[] {
  const edges = cache.resolve(cache.resolve(entity, field, args) as string, 'edges');
  return Array.isArray(edges) ? edges.map((edge) => cache.resolve(edge as string, 'node')) : [];
}
