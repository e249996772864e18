/**
 * Who may do what, field by field. `allow` is for everybody, visitors too. `may` asks for a permission of the platform, `mayIn` for one in the
 * airline at hand, whose inside does not exist for strangers. The permissions are given (in schema/src/permissions.ts) to: anyone; who is
 * signedIn; a pilot, staff or admin of the airline; the platform admin, in every airline. API keys have what their scopes and owner share.
 *
 *   airline:list       anyone
 *   airline:create     platform
 *   airline:suspend    platform
 *   airline:update     admin, platform
 *   airline:close      admin, platform
 *   rank:update        admin, platform
 *   member:join        verified
 *   member:leave       pilot, staff, admin
 *   member:list        pilot, staff, admin, platform
 *   member:invite      admin, platform
 *   member:role        admin, platform
 *   member:remove      admin, platform
 *   application:decide admin, platform
 *   pirep:list         pilot, staff, admin, platform
 *   pirep:read         pilot, staff, admin, platform
 *   changes:subscribe  pilot, staff, admin, platform
 *   pirep:file         pilot, staff, admin
 *   pirep:amend        pilot, staff, admin
 *   pirep:withdraw     pilot, staff, admin
 *   pirep:comment      pilot, staff, admin, platform
 *   pirep:review       staff, admin, platform
 *   audit:read         staff, admin, platform
 *   account:own        signedIn
 *   user:list          platform
 *   platform:mail      platform
 *   platform:health    platform
 *
 * A pilot amends and withdraws only what is theirs, comments on nothing else, and reads no history of a member but their own.
 */

import { allows, type Permission, Rejected } from '@jetbridge/schema';
import { allow, rule } from 'graphql-shield';
import type { User } from '../accounts/account.types.ts';
import type { Airline } from '../airlines/airline.types.ts';
import type { RequestContext } from '../context.ts';
import type { Member } from '../members/member.types.ts';

interface Args {
  airlineId: string;
  input: { airlineId: string; pirepId: string; applicationId: string };
}
type ShieldRule = ReturnType<ReturnType<typeof rule>> | typeof allow;
type AirlineOf = (args: Args, context: RequestContext, root: unknown) => string | undefined | Promise<string | undefined>;

const inArgument: AirlineOf = ({ airlineId }) => airlineId;
const inInput: AirlineOf = ({ input }) => input.airlineId;
const ofPirep: AirlineOf = async ({ input }, { loaders }) => (await loaders.pirep.load(input.pirepId))?.airlineId;
const ofApplication: AirlineOf = async ({ input }, { loaders }) => (await loaders.application.load(input.applicationId))?.airlineId;
const ofItself: AirlineOf = (_args, _context, row) => (row as { airlineId: string }).airlineId;
const itself: AirlineOf = (_args, _context, airline) => (airline as Airline).id;

const asked = new WeakMap<object, readonly string[]>();

/** Every field of Query, Mutation and Subscription needs a line, and any other that takes arguments, or the server does not start. */
export const rules: Record<string, Record<string, ShieldRule>> = {
  Query: {
    setup: allow,
    viewer: allow,
    airline: may('airline:list'),
    airlines: may('airline:list'),
    airports: allow,
    airport: allow,
    aircraftTypes: allow,
    users: may('user:list'),
    mailOutbox: may('platform:mail'),
    platformHealth: may('platform:health'),
  },
  Mutation: {
    completeSetup: allow, // the token is the permission
    register: allow,
    verifyEmail: allow, // the token is the permission
    resendVerification: allow,
    requestPasswordReset: allow,
    resetPassword: allow, // the token is the permission
    changePassword: may('account:own'),
    requestEmailChange: may('account:own'),
    confirmEmailChange: allow, // the token is the permission
    updateProfile: may('account:own'),
    exportMyData: may('account:own'),
    requestAccountDeletion: may('account:own'),
    cancelAccountDeletion: may('account:own'),
    signIn: allow,
    refreshSession: allow,
    signOut: allow,
    revokeSession: may('account:own'),
    signOutEverywhere: may('account:own'),
    createApiKey: may('account:own'),
    revokeApiKey: may('account:own'),
    createAirline: may('airline:create'),
    loadDemo: may('airline:create'),
    updateAirline: mayIn('airline:update', inInput),
    setRanks: mayIn('rank:update', inInput),
    suspendAirline: mayIn('airline:suspend', inInput),
    reinstateAirline: mayIn('airline:suspend', inInput),
    closeAirline: mayIn('airline:close', inInput),
    inviteMember: mayIn('member:invite', inInput),
    revokeInvitation: mayIn('member:invite', inInput),
    acceptInvitation: may('member:join'), // and the token; where it leads, the resolver asks again
    joinAirline: mayIn('member:join', inInput),
    withdrawApplication: may('member:join'), // one's own
    decideApplication: mayIn('application:decide', ofApplication),
    changeMemberRole: mayIn('member:role', inInput),
    removeMember: mayIn('member:remove', inInput),
    leaveAirline: mayIn('member:leave', inInput),
    filePirep: mayIn('pirep:file', inInput),
    acceptPirep: mayIn('pirep:review', ofPirep),
    rejectPirep: mayIn('pirep:review', ofPirep),
    reopenPirep: mayIn('pirep:review', ofPirep),
    askPilot: mayIn('pirep:review', ofPirep),
    amendPirep: mayIn('pirep:amend', ofPirep),
    withdrawPirep: mayIn('pirep:withdraw', ofPirep),
    answerStaff: mayIn('pirep:amend', ofPirep),
    commentOnPirep: mayIn('pirep:comment', ofPirep),
  },
  Subscription: {
    airlineChanges: mayIn('changes:subscribe', inArgument),
    accountChanges: may('account:own'),
    platformChanges: may('user:list'),
  },
  Airline: {
    settings: mayIn('member:list', itself),
    applications: mayIn('application:decide', itself),
    invitations: mayIn('member:invite', itself),
    members: mayIn('member:list', itself),
    member: mayIn('member:list', itself),
    pireps: mayIn('pirep:list', itself),
    pirep: mayIn('pirep:read', itself),
    cursor: mayIn('changes:subscribe', itself),
    stats: mayIn('pirep:list', itself),
    history: mayIn('audit:read', itself),
  },
  AirlineStats: {
    leaderboard: mayIn('pirep:list', ofItself),
  },
  Member: {
    stats: mayIn('pirep:list', ofItself),
    history: oneselfOrIn('audit:read'),
  },
  Pirep: {
    history: mayIn('pirep:read', ofItself),
  },
  Viewer: {
    permissions: allow, // one's own, in whatever airline
    sessions: may('account:own'),
    apiKeys: may('account:own'),
  },
  User: {
    email: oneselfOrPlatform('Only the person and platform admins see the address.'),
    emailVerified: oneselfOrPlatform('Only the person and platform admins see whether the address is verified.'),
  },
};

function may(permission: Permission): ShieldRule {
  return ruleOf([permission], (_root, _args, context) => context.require(permission));
}

function oneselfOrPlatform(refusal: string): ShieldRule {
  return ruleOf(['the person', 'user:list'], async (user, _args, context) => {
    const who = await context.standing();
    const inPerson = (user as User).id === context.userId && !who.scopes; // an API key is not the person
    if (inPerson || allows('user:list', who)) return;
    throw new Rejected('FORBIDDEN', refusal);
  });
}

/** About a member: for whoever may in their airline, and for the person. */
function oneselfOrIn(permission: Permission): ShieldRule {
  return ruleOf(['the person', permission], async (root, _args, context) => {
    const { airlineId, userId } = root as Member;
    const inPerson = context.caller?.userId === userId && !context.caller.apiKey; // an API key is not the person
    if (!inPerson) await context.require(permission, airlineId);
  });
}

/** In the airline that `airlineOf` finds; where there is none, nothing exists. */
function mayIn(permission: Permission, airlineOf: AirlineOf): ShieldRule {
  return ruleOf([permission], async (root, args, context) => {
    const airlineId = await airlineOf(args, context, root);
    if (airlineId) return context.require(permission, airlineId);
    void context.userId; // a visitor learns that they are one, a stranger that there is nothing
    throw new Rejected('NOT_FOUND', 'There is no such thing here.');
  });
}

/** shield takes a thrown error for a plain "no": what is thrown is handed back instead, so that the caller learns why. Never cached. */
function ruleOf(asks: readonly string[], check: (root: unknown, args: Args, context: RequestContext) => Promise<void>): ShieldRule {
  const made = rule({ cache: 'no_cache' })(async (root: unknown, args: Args, context: RequestContext) => {
    try {
      await check(root, args, context);
      return true;
    } catch (error) {
      return error as Error;
    }
  });
  asked.set(made, asks);
  return made;
}

/** For whom a rule opens: names of permissions, or `the person`; nothing where it opens for everybody. */
export function askedBy(given: ShieldRule): readonly string[] {
  return asked.get(given) ?? [];
}
