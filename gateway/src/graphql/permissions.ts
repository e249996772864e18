import { type Permission, Rejected } from '@jetbridge/schema';
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

/**
 * Who may do what, field by field; who has which permission stands in schema/src/permissions.ts. Every field of Query, Mutation and
 * Subscription needs a line, or the server does not start.
 */
export const rules: Record<string, Record<string, ShieldRule>> = {
  Query: {
    setup: allow,
    viewer: allow,
    airline: may('airline:list'),
    airlines: may('airline:list'),
    airports: allow,
    airport: allow,
    aircraftTypes: allow,
  },
  Mutation: {
    completeSetup: allow, // the token is the permission
    signIn: allow,
    refreshSession: allow,
    signOut: allow,
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
  User: {
    email: ruleOf(async (user, _args, context) => {
      if ((user as User).id === context.userId || (await context.standing()).platformAdmin) return;
      throw new Rejected('FORBIDDEN', 'Only the person and platform admins see the address.');
    }),
  },
};

function may(permission: Permission): ShieldRule {
  return ruleOf((_root, _args, context) => context.require(permission));
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
