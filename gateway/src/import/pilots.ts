import { checkEmailInput, checkUpdateProfile, Rejected } from '@jetbridge/schema';
import { type MemberEvent, platformTenant, rosterStream, userStream } from '@jetbridge/schema/events';
import { StatementRefused } from '@jetbridge/schema/storage';
import { loadUser } from '../accounts/load-user.ts';
import { userDecider } from '../accounts/user.decider.ts';
import type { Decision } from '../commands.ts';
import { memberDecider, type Roster } from '../members/member.decider.ts';
import { refuse } from '../refuse.ts';
import { numberIn, timeIn } from './cells.ts';
import type { PilotCells } from './phpvms-columns.ts';
import type { Told } from './report.ts';
import type { Target } from './target.ts';

const operation = 'importPilot';

/** phpVMS 7: 1 is active, 3 on leave. */
const outside: Record<string, string> = { 0: 'was not accepted yet', 2: 'was rejected', 4: 'is suspended', 5: 'was deleted' };

/** Pilots of phpVMS, by their ids there. */
export class Pilots {
  /** As we know it: reading it for each pilot would take longer with each. */
  #roster: { state: Roster; version: number } | undefined;
  readonly #members = new Map<string, Promise<string | undefined>>();
  /** In a dry run nobody is registered, so a second row with the same address would not find the first. */
  readonly #wouldRegister = new Map<string, string>();

  constructor(private readonly target: Target) {}

  /** A person for each address, and their membership, together. */
  async bring(cells: PilotCells): Promise<Pick<Told, 'outcome' | 'id' | 'message'>> {
    const { now } = this.target.services;
    const joinedAt = Math.min(timeIn(cells.createdAt, 'joinedAt') ?? now(), now());
    let joining: Joining | undefined;
    try {
      const done = await this.target.once(operation, { table: 'pilots', id: cells.id }, joinedAt, async () => {
        if (joining) this.#roster = undefined; // somebody else changed it meanwhile
        joining = await this.#joining(cells, joinedAt);
        return joining.decision;
      });
      const roster = await this.#loadRoster();
      if (done.outcome === 'created') {
        for (const event of joining!.events) roster.state = memberDecider.evolve(roster.state, event);
        roster.version += joining!.events.length;
      }
      return this.#told(cells.id, done.resultId, done.outcome, joining?.message);
    } catch (error) {
      if (error instanceof AlreadyThere) return this.#told(cells.id, error.userId, 'exists', error.message);
      if (error instanceof StatementRefused)
        throw new Rejected('CONFLICT', 'Somebody is registering this address now; import again.', 'email');
      throw error;
    }
  }

  /** The member a pilot of phpVMS has become, in this run or an earlier one. */
  memberOf(id: string): Promise<string | undefined> {
    let known = this.#members.get(id);
    if (!known) {
      known = this.#imported(id);
      this.#members.set(id, known);
    }
    return known;
  }

  async #imported(id: string): Promise<string | undefined> {
    const userId = await this.target.resultOf('pilots', id);
    return userId && (await this.#loadRoster()).state.members.get(userId)?.memberId;
  }

  async #told(sourceId: string, userId: string, outcome: Told['outcome'], message: string | undefined) {
    const id = (await this.#loadRoster()).state.members.get(userId)?.memberId;
    if (id) this.#members.set(sourceId, Promise.resolve(id));
    return { outcome, ...(id && { id }), ...(message && { message }) };
  }

  async #accountOf(email: string): Promise<string | undefined> {
    const { services, dryRun } = this.target;
    const known = await services.credentials.find(email);
    if (!known) return dryRun ? this.#wouldRegister.get(email.toLowerCase()) : undefined;
    // Whoever registers an address that is not theirs must not get the hours of its owner. One we registered has no password yet.
    const { emailVerified } = await loadUser(services, known.userId);
    if (!emailVerified) {
      const [first] = await services.storage.log.readStream(platformTenant, userStream(known.userId));
      if (first?.metadata.operation !== operation) {
        throw new Rejected(
          'CONFLICT',
          'Somebody registered this address and has not confirmed it; import again when it is confirmed.',
          'email',
        );
      }
    }
    return known.userId;
  }

  async #joining(cells: PilotCells, at: number): Promise<Joining> {
    const { services, airlineId, streams, dryRun } = this.target;
    const { id, email, displayName, pilotNumber } = checked(cells);
    const known = await this.#accountOf(email);
    const { state, version } = await this.#loadRoster();
    const member = known && state.members.get(known);
    if (member) throw new AlreadyThere(known, member.active ? 'A member has this address already.' : 'Was a member, and has left.');

    const userId = known ?? this.target.idOf('user', id);
    const taken = pilotNumber !== undefined && [...state.members.values()].some((other) => other.pilotNumber === pilotNumber);
    const join = { type: 'Join', memberId: this.target.idOf('member', id), userId, role: 'PILOT', joinedBy: 'IMPORT' } as const;
    const events = memberDecider.decide(state, taken || pilotNumber === undefined ? join : { ...join, pilotNumber });
    const joined = { tenant: airlineId, stream: rosterStream, expectedVersion: version, events };
    const message = taken ? `Pilot number ${pilotNumber} belongs to somebody else; the next free one was given.` : undefined;
    if (known) return { events, message, decision: { resultId: userId, writes: [joined] } };
    if (dryRun) this.#wouldRegister.set(email.toLowerCase(), userId);
    const register = { type: 'Register', userId, email, displayName, verified: false, platformAdmin: false } as const;
    return {
      events,
      message,
      decision: {
        resultId: userId,
        writes: [await streams.decide(userDecider, platformTenant, userStream(userId), register), joined],
        statements: [services.credentials.insert(userId, email, services.passwords.unusable(), at)],
      },
    };
  }

  async #loadRoster(): Promise<{ state: Roster; version: number }> {
    this.#roster ??= await this.target.streams.load(memberDecider, this.target.airlineId, rosterStream);
    return this.#roster;
  }
}

interface Joining {
  decision: Decision;
  events: readonly MemberEvent[];
  message: string | undefined;
}

class AlreadyThere extends Error {
  constructor(
    readonly userId: string,
    message: string,
  ) {
    super(message);
  }
}

function checked({ id, email, name, firstName, lastName, number, state, confirmed, deletedAt }: PilotCells) {
  if (deletedAt) throw new Rejected('INVALID_INPUT', 'This pilot was deleted in phpVMS.', 'state');
  const why = outside[state] ?? (confirmed && confirmed !== '1' ? outside[0] : undefined);
  if (why) throw new Rejected('INVALID_INPUT', `This pilot ${why} in phpVMS.`, 'state');
  const displayName = name || `${firstName} ${lastName}`.trim();
  refuse([...checkEmailInput({ email }), ...checkUpdateProfile({ displayName })]);
  const pilotNumber = numberIn(number, 'pilotNumber');
  if (pilotNumber !== undefined && !(Number.isSafeInteger(pilotNumber) && pilotNumber > 0 && pilotNumber < 1_000_000)) {
    throw new Rejected('INVALID_INPUT', 'The pilot number must be a whole number from 1 to 999,999.', 'pilotNumber');
  }
  return { id, email, displayName, pilotNumber };
}
