import { rosterStream } from '@jetbridge/schema/events';
import type { Statement } from '@jetbridge/schema/storage';
import type { Done } from '../commands.ts';
import type { RequestContext } from '../context.ts';
import { memberDecider, type Roster, type RosterCommand } from './member.decider.ts';

interface RosterChange {
  operation: string;
  airlineId: string;
  /** As the client sent it: what a repeated command id is compared with. */
  input: object & { commandId?: string | null };
  /** Made on the roster, and on whatever is read after it was loaded. */
  decide(roster: Roster): Promise<{ command: RosterCommand; resultId?: string | undefined; statements?: Statement[] }>;
}

/** From an operation to an event of an airline's roster. Afterwards the loaders see what it did. */
export async function changeRoster(context: RequestContext, { operation, airlineId, input, decide }: RosterChange): Promise<Done> {
  const { commands, now } = context.services;
  const { commandId, ...said } = input;
  const done = await commands.run({
    ...{ operation, actorId: context.userId, commandId, input: said, now: now() },
    decide: async (streams) => {
      const { state, version } = await streams.load(memberDecider, airlineId, rosterStream);
      const { command, resultId = airlineId, statements } = await decide(state);
      const events = memberDecider.decide(state, command);
      return { resultId, writes: [{ tenant: airlineId, stream: rosterStream, expectedVersion: version, events }], statements };
    },
  });
  context.renewLoaders();
  return done;
}
