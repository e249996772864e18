/**
 * Who may do what, field by field. `allow` is for everybody, visitors too. `may` asks for a permission of the platform, `mayIn` for one in the
 * airline at hand, whose inside does not exist for strangers. The permissions are given (in schema/src/permissions.ts) to: anyone; who is
 * signedIn; a pilot, staff or admin of the airline; the platform admin, in every airline. API keys have what their scopes and owner share.
 *
 *   airline:list       anyone
 *   airline:create     platform
 *   member:list        pilot, staff, admin, platform
 *   pirep:list         pilot, staff, admin, platform
 *   pirep:read         pilot, staff, admin, platform
 *   changes:subscribe  pilot, staff, admin, platform
 *   pirep:file         pilot, staff, admin
 *   pirep:review       staff, admin, platform
 *   account:own        signedIn
 *   user:list          platform
 *   platform:mail      platform
 */

import { allows, type Permission, Rejected } from '@jetbridge/schema';
import { allow, rule } from 'graphql-shield';
import type { User } from '../accounts/account.types.ts';
import type { Airline } from '../airlines/airline.types.ts';
import type { RequestContext } from '../context.ts';

interface Args {
  airlineId: string;
  input: { airlineId: string; pirepId: string };
}
type ShieldRule = ReturnType<ReturnType<typeof rule>> | typeof allow;
type AirlineOf = (args: Args, context: RequestContext, root: unknown) => string | undefined | Promise<string | undefined>;

const inArgument: AirlineOf = ({ airlineId }) => airlineId;
const inInput: AirlineOf = ({ input }) => input.airlineId;
const ofPirep: AirlineOf = async ({ input }, { loaders }) => (await loaders.pirep.load(input.pirepId))?.airlineId;
const itself: AirlineOf = (_args, _context, airline) => (airline as Airline).id;

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
    filePirep: mayIn('pirep:file', inInput),
    acceptPirep: mayIn('pirep:review', ofPirep),
    rejectPirep: mayIn('pirep:review', ofPirep),
  },
  Subscription: {
    airlineChanges: mayIn('changes:subscribe', inArgument),
  },
  Airline: {
    members: mayIn('member:list', itself),
    member: mayIn('member:list', itself),
    pireps: mayIn('pirep:list', itself),
    pirep: mayIn('pirep:read', itself),
    cursor: mayIn('changes:subscribe', itself),
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
  return ruleOf((_root, _args, context) => context.require(permission));
}

function oneselfOrPlatform(refusal: string): ShieldRule {
  return ruleOf(async (user, _args, context) => {
    const who = await context.standing();
    const inPerson = (user as User).id === context.userId && !who.scopes; // an API key is not the person
    if (inPerson || allows('user:list', who)) return;
    throw new Rejected('FORBIDDEN', refusal);
  });
}

/** In the airline that `airlineOf` finds; where there is none, nothing exists. */
function mayIn(permission: Permission, airlineOf: AirlineOf): ShieldRule {
  return ruleOf(async (root, args, context) => {
    const airlineId = await airlineOf(args, context, root);
    if (airlineId) return context.require(permission, airlineId);
    void context.userId; // a visitor learns that they are one, a stranger that there is nothing
    throw new Rejected('NOT_FOUND', 'There is no such thing here.');
  });
}

/** shield takes a thrown error for a plain "no": what is thrown is handed back instead, so that the caller learns why. Never cached. */
function ruleOf(check: (root: unknown, args: Args, context: RequestContext) => Promise<void>): ShieldRule {
  return rule({ cache: 'no_cache' })(async (root: unknown, args: Args, context: RequestContext) => {
    try {
      await check(root, args, context);
      return true;
    } catch (error) {
      return error as Error;
    }
  });
}
