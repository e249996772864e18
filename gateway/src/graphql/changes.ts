import type { ChangeKind } from '@jetbridge/schema';
import type { JetbridgeEvent } from '@jetbridge/schema/events';
import type { StoredEvent } from '@jetbridge/schema/storage';
import type { Services } from '../context.ts';
import { type Cursors, historyCursor, openHistoryCursor, type Position } from '../cursors.ts';
import type { Change } from './changes.types.ts';

interface Touched {
  kind: ChangeKind;
  id: string;
}

type EventData<T extends JetbridgeEvent['type']> = Extract<JetbridgeEvent, { type: T }>['data'];

const airline = ({ airlineId }: { airlineId: string }): Touched[] => [{ kind: 'AIRLINE', id: airlineId }];
const member = ({ memberId }: { memberId: string }): Touched[] => [{ kind: 'MEMBER', id: memberId }];
const pirep = ({ pirepId }: { pirepId: string }): Touched[] => [{ kind: 'PIREP', id: pirepId }];
const application = ({ applicationId }: { applicationId: string }): Touched[] => [{ kind: 'APPLICATION', id: applicationId }];
const invitation = ({ invitationId }: { invitationId: string }): Touched[] => [{ kind: 'INVITATION', id: invitationId }];

/** What an event of an airline changes on screens. Every event changes something, so cursors are as dense as the log. Raise `historyVersion` with each edit. */
const touches: { [T in JetbridgeEvent['type']]?: (data: EventData<T>) => Touched[] } = {
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
};

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
}

/** Before everything: where a cursor stands that cannot be continued. The one step from here is a RESYNC. */
export const nowhere: Position = { sequence: -1, part: 0 };

/**
 * The place a client asks to go on from; without a cursor, where the read models are now. Refuses a cursor that is none of this airline's. One
 * of another version, or beyond the log (a backup was restored), leads `nowhere`.
 */
export async function startingPosition(
  { cursors, projected, storage }: Services,
  airlineId: string,
  after: string | null,
): Promise<Position> {
  if (after === null) return { sequence: await projected.position(airlineId), part: 0 };
  const position = openHistoryCursor(cursors, airlineId, after);
  if (!position) return nowhere;
  const lastTold = position.part > 0 ? position.sequence + 1 : position.sequence;
  if (lastTold <= (await projected.position(airlineId))) return position;
  const [known] = await storage.log.readTenant(airlineId, lastTold - 1, 1);
  return known ? position : nowhere;
}

/** The changes of one event that come after `position`. */
export function stepsOf(cursors: Cursors, event: StoredEvent, position: Position): Step[] {
  const touched = touchedBy(event);
  const first = event.sequence - 1 === position.sequence ? position.part : 0;
  const cursor = (place: Position) => historyCursor(cursors, event.tenant, place);
  return touched.slice(first).map((touch, index) => {
    const part = first + index;
    const here = { sequence: event.sequence - 1, part };
    const next = part + 1 === touched.length ? { sequence: event.sequence, part: 0 } : { ...here, part: part + 1 };
    const change = { ...touch, cursor: cursor(next), previous: cursor(here), at: event.recordedAt, actorId: event.metadata.actorId };
    return { here, next, change };
  });
}

/** Read everything again, then go on from here. */
export function resyncStep(cursors: Cursors, airlineId: string, sequence: number, now: number): Step {
  const next = { sequence, part: 0 };
  const cursor = historyCursor(cursors, airlineId, next);
  return { here: nowhere, next, change: { kind: 'RESYNC', id: null, cursor, previous: null, at: now, actorId: null } };
}

/** What subscribing to `airlineChanges` opens: permission was given, the cursor is genuine. The live hub does the rest. */
export class AirlineChanges implements AsyncIterable<Change> {
  constructor(
    readonly airlineId: string,
    readonly from: Position,
  ) {}

  [Symbol.asyncIterator](): never {
    throw new Error('changes are delivered by the live hub, once for many');
  }
}
