import type { MemberRole, MemberSort, PirepFilter, PirepSort } from '@jetbridge/schema';
import type { Cache, CacheExchangeOpts, FieldArgs } from '@urql/exchange-graphcache';
import { type AccountChange, type AirlineHistory, account, type Change } from './airline-history.ts';

type PirepNode = Extract<NonNullable<Change['node']>, { __typename: 'Pirep' }>;
type MemberNode = Extract<NonNullable<Change['node']>, { __typename: 'Member' }>;
type MembersArguments = { role?: MemberRole | null; search?: string | null; sort?: MemberSort | null };
type PirepsArguments = { filter?: PirepFilter | null; sort?: PirepSort | null };
export type CacheJob = (cache: Cache) => void;

interface Ports {
  history: AirlineHistory;
  takeJobs(): CacheJob[];
  /** Applies changes once more, after the answer at hand. */
  replay(airlineId: string, changes: Change[]): void;
  /** Does it after the answer at hand. */
  afterwards(job: CacheJob): void;
  /** A change came: what was read with the page is of before. */
  heard(): void;
  /** So may be what is on its way from the server: it is to be asked again. */
  overtake(): void;
}

const payload = (name: string) => `${name}Payload`;
const embedded = () => null; // part of whatever holds it, such as a page of a list

/**
 * The normalized cache of all remotes. Rows change by themselves, as every answer and every change is filed under its id; what this adds
 * is which lists no longer hold what they should. Such a list is dropped, and whoever shows it asks again.
 */
export function cacheOptions({ history, takeJobs, replay, afterwards, heard, overtake }: Ports): CacheExchangeOpts {
  const read = (airlineId: string, cursor: string) => {
    const overtaken = history.read(airlineId, cursor);
    if (overtaken.length > 0) replay(airlineId, overtaken);
  };
  let overtaken: unknown;
  const readAccount = (cursor: string) => {
    if (history.account.read(account, cursor).length === 0 || cursor === overtaken) return;
    overtaken = cursor; // once: from an airline that stands still, the same answer would come for ever
    afterwards((cache) => dropFields(cache, 'Query', 'viewer'));
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
      if (severity !== 'debug' && !/"A(irline|ccount)Changes" subscription/.test(message)) console[severity](message);
    },
    possibleTypes: { ChangeNode: ['Pirep', 'Member', 'Airline', 'Application', 'User'] },
    keys: {
      Airport: ({ icao }) => icao as string,
      AircraftType: ({ code }) => code as string,
      ...Object.fromEntries(
        ['Viewer', 'SetupState', 'PageInfo', 'Change', 'Rank', 'AirlineSettings', 'FieldChange']
          .concat(['AirlineStats', 'MemberStats', 'DayStats', 'RouteStats', 'LeaderboardEntry'])
          .concat(['Ack', 'Session', 'Register', 'VerifyEmail', 'User', 'CreateApiKey', 'Export', 'AccountDeletion'].map(payload))
          .concat(['Airline', 'Pirep', 'Member', 'Join', 'LoadDemo'].map(payload))
          .concat(['PlatformHealth', 'StoppedAirline', 'Trouble', 'DemoAccount', 'DemoMembership'])
          .concat(
            ['Airline', 'Member', 'Pirep', 'User', 'Mail', 'History', 'Application', 'Invitation'].flatMap((name) => [
              `${name}Edge`,
              `${name}Connection`,
            ]),
          )
          .map((name) => [name, embedded]),
      ),
    },
    updates: {
      Viewer: {
        cursor: ({ cursor }) => {
          if (cursor) readAccount(cursor as string);
        },
      },
      Airline: {
        cursor: ({ id, cursor }) => read(id as string, cursor as string),
      },
      Mutation: {
        filePirep: (result, _, cache) => reviewed(result.filePirep, cache),
        amendPirep: (result, _, cache) => reviewed(result.amendPirep, cache),
        withdrawPirep: (result, _, cache) => reviewed(result.withdrawPirep, cache),
        acceptPirep: (result, _, cache) => reviewed(result.acceptPirep, cache),
        rejectPirep: (result, _, cache) => reviewed(result.rejectPirep, cache),
        reopenPirep: (result, _, cache) => reviewed(result.reopenPirep, cache),
        askPilot: (result, _, cache) => reviewed(result.askPilot, cache),
        answerStaff: (result, _, cache) => reviewed(result.answerStaff, cache),
        commentOnPirep: (result, _, cache) => reviewed(result.commentOnPirep, cache),
        loadDemo: (_result, _, cache) => dropFields(cache, 'Query', 'airlines', 'airline', 'users', 'platformHealth'),
        createAirline: (_result, _, cache) => dropFields(cache, 'Query', 'airlines', 'airline', 'viewer'),
        suspendAirline: (_result, { input }, cache) => dropFields(cache, airlineOf(input), 'history'),
        reinstateAirline: (_result, { input }, cache) => dropFields(cache, airlineOf(input), 'history'),
        // What the viewer is in an airline changes all of what they may see there.
        joinAirline: (_result, _, cache) => dropFields(cache, 'Query', 'airlines', 'airline', 'viewer'),
        acceptInvitation: (_result, _, cache) => dropFields(cache, 'Query', 'airlines', 'airline', 'viewer'),
        leaveAirline: (_result, _, cache) => dropFields(cache, 'Query', 'airlines', 'airline', 'viewer'),
        withdrawApplication: (_result, { input }, cache) => dropFields(cache, airlineOf(input), 'myApplication'),
        inviteMember: (_result, { input }, cache) => dropFields(cache, airlineOf(input), 'invitations'),
        revokeInvitation: (_result, { input }, cache) => dropFields(cache, airlineOf(input), 'invitations'),
        decideApplication: (_result, { input }, cache) => {
          const { applicationId } = input as { applicationId: string };
          const airline = cache.resolve({ __typename: 'Application', id: applicationId }, 'airline');
          if (typeof airline === 'string') dropFields(cache, airline, 'applications', 'members');
        },
        removeMember: (_result, { input }, cache) => dropFields(cache, airlineOf(input), 'members', 'member', 'history'),
        changeMemberRole: (result, { input }, cache) => {
          const { member } = (result.changeMemberRole ?? {}) as { member?: MemberNode };
          if (member) settleMember(cache, airlineOf(input), member);
        },
        updateAirline: (_result, { input }, cache) => dropFields(cache, airlineOf(input), 'history'),
        setRanks: (_result, { input }, cache) => dropRanks(cache, airlineOf(input)),
        closeAirline: (_result, { input }, cache) => {
          dropFields(cache, airlineOf(input), 'history', 'invitations', 'applications');
          dropFields(cache, 'Query', 'airlines');
        },
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
        accountChanges(result, _, cache) {
          const change = result.accountChanges as AccountChange | null;
          if (!change) return;
          heard();
          const place = history.account.step(account, change);
          if (place === 'known') return;
          applyToAccount(cache, change, place === 'gap');
          overtake();
        },
        airlineChanges(result, { airlineId }, cache) {
          const change = result.airlineChanges as Change | null;
          if (!change) return;
          heard();
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

const airlineOf = (input: unknown) => `Airline:${(input as { airlineId: string }).airlineId}`;

/** A list of the viewer's own. */
function dropOwn(cache: Cache, name: string): void {
  const viewer = cache.resolve('Query', 'viewer');
  if (typeof viewer === 'string') dropFields(cache, viewer, name);
}

/** The viewer is read again, and where it is about a membership all that may be seen with it or without. */
function applyToAccount(cache: Cache, { node }: AccountChange, gap: boolean): void {
  if (node?.__typename === 'Application') dropFields(cache, `Airline:${node.airline.id}`, 'myApplication');
  const member = gap || node?.__typename === 'Member';
  dropFields(cache, 'Query', 'viewer', ...(member ? ['airline', 'airlines'] : []));
}

function applyChange(cache: Cache, airlineId: string, { kind, id, node }: Change): void {
  const airline = `Airline:${airlineId}`;
  dropFields(cache, airline, 'history');
  if (node?.__typename === 'Pirep') {
    dropFields(cache, `Pirep:${node.id}`, 'history');
    settlePirep(cache, node);
  } else if (node?.__typename === 'Member') settleMember(cache, airline, node);
  else if (kind === 'AIRLINE') {
    dropFields(cache, airline, 'settings', 'ranks');
    dropRanks(cache, airline);
  } else if (kind === 'APPLICATION') dropFields(cache, airline, 'applications', 'myApplication');
  else if (kind === 'INVITATION') dropFields(cache, airline, 'invitations');
  else if (!node && id && kind === 'PIREP') dropGone(cache, airline, 'pireps', `Pirep:${id}`);
  else if (!node && id && kind === 'MEMBER') dropGone(cache, airline, 'members', `Member:${id}`);
}

function settlePirep(cache: Cache, pirep: PirepNode): void {
  const airline = `Airline:${pirep.airline.id}`;
  settle(cache, airline, 'pireps', `Pirep:${pirep.id}`, (args: PirepsArguments) => fits(pirep, args));
  for (const entity of [airline, `Member:${pirep.pilot.id}`]) dropFields(cache, entity, 'stats', 'history');
}

/** Undefined where only the server can tell: what a text finds, and where in another order than that of filing a row stands now. */
function fits(pirep: PirepNode, { filter, sort }: PirepsArguments): boolean | undefined {
  const { states, pilotId, departure, arrival, airport, aircraftType, network, from, to, text } = filter ?? {};
  const ends = [pirep.departure.icao, pirep.arrival.icao];
  const offBlock = Date.parse(pirep.offBlockAt);
  const is = (wanted: string | null | undefined, ...found: string[]) => wanted == null || found.includes(wanted.trim().toUpperCase());
  const may =
    (!states || [states].flat().includes(pirep.state)) &&
    (pilotId == null || pilotId === pirep.pilot.id) &&
    is(departure, ends[0]!) &&
    is(arrival, ends[1]!) &&
    is(airport, ...ends) &&
    is(aircraftType, pirep.aircraftType) &&
    is(network, pirep.network) &&
    (from == null || offBlock >= Date.parse(from)) &&
    (to == null || offBlock < Date.parse(to));
  const byFiling = sort == null ? from == null && to == null : sort.startsWith('FILED');
  return may && (text?.trim() || !byFiling) ? undefined : may;
}

function settleMember(cache: Cache, airline: string, member: MemberNode): void {
  dropFields(cache, `Member:${member.id}`, 'history');
  settle(cache, airline, 'members', `Member:${member.id}`, ({ role, search, sort }: MembersArguments) => {
    const may = !member.leftAt && (!role || role === member.role);
    return may && (search?.trim() || (sort && sort !== 'PILOT_NUMBER')) ? undefined : may;
  });
  // Whoever just joined was "not a member" a moment ago.
  if (cache.resolve(airline, 'me') === null) dropFields(cache, airline, 'me');
}

/** Drops the lists of a field that hold this row but should not, or should but do not, or may do either. All pages of a list count as one. */
function settle<A>(cache: Cache, entity: string, field: string, row: string, fits: (args: A) => boolean | undefined): void {
  const pages = cache.inspectFields(entity).filter(({ fieldName }) => fieldName === field);
  const lists = Map.groupBy(pages, ({ arguments: args }) => JSON.stringify({ ...args, after: null }));
  for (const list of lists.values()) {
    const listed = list.some(({ arguments: args }) => rowsOf(cache, entity, field, args).includes(row));
    // Beyond what was read it may be there as well, and then the count is no longer right.
    const whole = list.some(({ arguments: args }) => !goesOn(cache, entity, field, args));
    if ((!listed && !whole) || listed !== fits((list[0]?.arguments ?? {}) as A))
      for (const page of list) cache.invalidate(entity, field, page.arguments);
  }
}

/** Everybody's rank follows from the ranks of the airline. */
function dropRanks(cache: Cache, airline: string): void {
  dropFields(cache, airline, 'history');
  for (const { fieldName, arguments: args } of cache.inspectFields(airline)) {
    const rows = fieldName === 'members' ? rowsOf(cache, airline, fieldName, args) : [cache.resolve(airline, fieldName, args)];
    for (const row of rows) if (typeof row === 'string' && row.startsWith('Member:')) dropFields(cache, row, 'rank');
  }
}

function dropGone(cache: Cache, airline: string, field: string, row: string): void {
  cache.invalidate(row);
  settle(cache, airline, field, row, () => false);
}

function goesOn(cache: Cache, entity: string, field: string, args: FieldArgs): boolean {
  const page = cache.resolve(cache.resolve(entity, field, args) as string, 'pageInfo');
  return typeof page === 'string' && cache.resolve(page, 'hasNextPage') === true;
}

function rowsOf(cache: Cache, entity: string, field: string, args: FieldArgs): unknown[] {
  const edges = cache.resolve(cache.resolve(entity, field, args) as string, 'edges');
  return Array.isArray(edges) ? edges.map((edge) => cache.resolve(edge as string, 'node')) : [];
}
