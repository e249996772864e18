import type { ChangeKind } from '@jetbridge/schema';
import { type JetbridgeEvent, platformTenant, rosterStream } from '@jetbridge/schema/events';
import type { Storage, StoredEvent } from '@jetbridge/schema/storage';
import type { Services } from '../context.ts';
import { type Cursors, historyCursor, openHistoryCursor, type Position } from '../cursors.ts';
import type { Change } from './changes.types.ts';
import { eventsAfter, placeOf, readableIn, type Topic } from './topics.ts';

interface Touched {
  kind: ChangeKind;
  id: string;
}

type EventData<T extends JetbridgeEvent['type']> = Extract<JetbridgeEvent, { type: T }>['data'];

const airline = ({ airlineId }: { airlineId: string }): Touched[] => [{ kind: 'AIRLINE', id: airlineId }];
const member = ({ memberId }: { memberId: string }): Touched[] => [{ kind: 'MEMBER', id: memberId }];
const pirep = ({ pirepId }: { pirepId: string }): Touched[] => [{ kind: 'PIREP', id: pirepId }];
const application = ({ applicationId }: { applicationId: string }): Touched[] => [{ kind: 'APPLICATION', id: applicationId }];
const user = ({ userId }: { userId: string }): Touched[] => [{ kind: 'USER', id: userId }];
const invitation = ({ invitationId }: { invitationId: string }): Touched[] => [{ kind: 'INVITATION', id: invitationId }];

/** What an event changes on screens. Every event changes something, so cursors are as dense as the log. Raise `historyVersion` with each edit. */
const touches: { [T in JetbridgeEvent['type']]: (data: EventData<T>) => Touched[] } = {
  AirlineCreated: airline,
  AirlineUpdated: airline,
  AirlineSettingsChanged: airline,
  RanksSet: airline,
  AirlineSuspended: airline,
  AirlineReinstated: airline,
  AirlineClosed: airline,
  MemberJoined: member,
  MemberRoleChanged: member,
  MemberRemoved: member,
  MemberLeft: member,
  MemberRenamed: member,
  MemberInvited: invitation,
  InvitationRevoked: invitation,
  InvitationAccepted: invitation,
  MemberApplied: application,
  ApplicationDecided: application,
  ApplicationWithdrawn: application,
  PirepFiled: pirep,
  PirepAmended: pirep,
  PirepWithdrawn: pirep,
  PirepAccepted: (data) => [...pirep(data), ...member(data)],
  PirepRejected: pirep,
  PirepReopened: (data) => (data.credit ? [...pirep(data), ...member(data)] : pirep(data)),
  PilotAsked: pirep,
  StaffAnswered: pirep,
  PirepCommented: pirep,

  AirlineListed: airline,
  AirlineListingChanged: airline,
  SetupCompleted: user,
  UserRegistered: user,
  PlatformAdminGranted: user,
  EmailVerified: user,
  ProfileChanged: user,
  EmailChanged: user,
  PasswordChanged: user,
  DeletionRequested: user,
  DeletionCancelled: user,
  UserErased: user,
  MembershipChanged: ({ memberId, applicationId }) => [
    ...(applicationId === null ? [] : application({ applicationId })),
    ...(memberId === null ? [] : member({ memberId })),
  ],
};

/** What has to be readable in another tenant before an event is told, as what it changed is read from there: pages would keep the old for good. */
export interface Elsewhere {
  readonly tenant: string;
  /** Up to this version of the airline's roster; without it, all that was stored until now. */
  readonly rosterVersion?: number | undefined;
}

export function readElsewhere({ tenant, type, data }: StoredEvent): Elsewhere | undefined {
  if (type === 'MemberRenamed') return { tenant: platformTenant };
  if (tenant !== platformTenant) return undefined;
  const { airlineId, rosterVersion } = JSON.parse(data) as { airlineId?: string; rosterVersion?: number };
  return airlineId === undefined ? undefined : { tenant: airlineId, rosterVersion };
}

/** The sequence that is, in the other tenant. */
export async function sequenceOf({ reader }: Storage, { tenant, rosterVersion }: Elsewhere): Promise<number> {
  const [row] = await (rosterVersion === undefined
    ? reader.all<{ sequence: number }>('select sequence from tenant_head where tenant = ?', [tenant])
    : reader.all<{ sequence: number }>('select sequence from event where tenant = ? and stream = ? and stream_version = ?', [
        ...[tenant, rosterStream, rosterVersion],
      ]));
  return Number(row?.sequence ?? 0);
}

function touchedBy(event: StoredEvent): Touched[] {
  const touch = touches[event.type as JetbridgeEvent['type']] as ((data: unknown) => Touched[]) | undefined;
  if (!touch) throw new Error(`${event.type} has no line in the table of changes`);
  return touch(JSON.parse(event.data)); // ids only: nothing personal, so nothing to open
}

/** One change, and the places before and after it. */
export interface Step {
  readonly here: Position;
  readonly next: Position;
  readonly change: Change;
  /** The traceparent of the append, where the event was traced. */
  readonly trace?: string | undefined;
}

/** Before everything: where a cursor stands that cannot be continued. The one step from here is a RESYNC. */
export const nowhere: Position = { sequence: -1, part: 0 };

/**
 * The place a client asks to go on from; without a cursor, where the read models are now. Refuses a cursor that is none of this topic's. One
 * of another version, or beyond the log (a backup was restored), leads `nowhere`.
 */
export async function startingPosition(services: Services, topic: Topic, after: string | null): Promise<Position> {
  if (after === null) return { sequence: await readableIn(services, topic), part: 0 };
  const position = openHistoryCursor(services.cursors, topic.key, after);
  if (!position) return nowhere;
  const lastTold = position.part > 0 ? position.sequence + 1 : position.sequence;
  if (lastTold <= (await readableIn(services, topic))) return position;
  const [known] = await eventsAfter(services.storage, topic, lastTold - 1, 1);
  return known ? position : nowhere;
}

/** The changes of one event that come after `position`. */
export function stepsOf(cursors: Cursors, topic: Topic, event: StoredEvent, position: Position): Step[] {
  const touched = touchedBy(event);
  const place = placeOf(topic, event);
  const first = place - 1 === position.sequence ? position.part : 0;
  const cursor = (at: Position) => historyCursor(cursors, topic.key, at);
  return touched.slice(first).map((touch, index) => {
    const part = first + index;
    const here = { sequence: place - 1, part };
    const next = part + 1 === touched.length ? { sequence: place, part: 0 } : { ...here, part: part + 1 };
    const { recordedAt: at, metadata } = event;
    const change = { ...touch, cursor: cursor(next), previous: cursor(here), at, actorId: metadata.actorId, own: topic.stream !== null };
    return { here, next, change, ...(metadata.traceparent && { trace: metadata.traceparent }) };
  });
}

/** Read everything again, then go on from here. */
export function resyncStep(cursors: Cursors, { key }: Topic, sequence: number, now: number): Step {
  const next = { sequence, part: 0 };
  const cursor = historyCursor(cursors, key, next);
  return { here: nowhere, next, change: { kind: 'RESYNC', id: null, cursor, previous: null, at: now, actorId: null, own: false } };
}

/** What subscribing to a topic opens: permission was given, the cursor is genuine. The live hub does the rest. */
export class OpenTopic implements AsyncIterable<Change> {
  constructor(
    readonly topic: Topic,
    readonly from: Position,
  ) {}

  [Symbol.asyncIterator](): never {
    throw new Error('changes are delivered by the live hub, once for many');
  }
}
