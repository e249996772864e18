import { type AirlineEvent, airlineStream, directoryStream, platformTenant } from '@jetbridge/schema/events';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { DecidedWrite, Streams } from '../commands.ts';
import type { RequestContext } from '../context.ts';
import { type AirlineCommand, airlineDecider, directoryDecider } from './airline.decider.ts';
import { AirlinePayload, AirlineReasonInput, CloseAirlineInput, SetRanksInput, toAirline, UpdateAirlineInput } from './airline.types.ts';

/** What happens to an airline after it was founded. */
@Resolver()
export class AirlineChangesResolver {
  @Mutation(() => AirlinePayload, { description: 'Profile, settings or both.' })
  updateAirline(
    @Arg('input', () => UpdateAirlineInput) input: UpdateAirlineInput,
    @Ctx() context: RequestContext,
  ): Promise<AirlinePayload> {
    const { name, iata, brandColour, joinPolicy, settings } = input;
    const { autoAccept, landingRateLimitFpm, autoAcceptNetworks, ownReview, distanceUnit, weightUnit } = settings ?? {};
    return change(context, 'updateAirline', input, {
      type: 'Update',
      // Null empties what may be empty, and changes nothing of the rest.
      profile: { name: name ?? undefined, iata, brandColour, joinPolicy: joinPolicy ?? undefined },
      settings: {
        autoAccept: autoAccept ?? undefined,
        landingRateLimitFpm,
        autoAcceptNetworks: autoAcceptNetworks ?? undefined,
        ownReview: ownReview ?? undefined,
        distanceUnit: distanceUnit ?? undefined,
        weightUnit: weightUnit ?? undefined,
      },
    });
  }

  @Mutation(() => AirlinePayload, { description: 'Members have theirs by the new ones at once.' })
  setRanks(@Arg('input', () => SetRanksInput) input: SetRanksInput, @Ctx() context: RequestContext): Promise<AirlinePayload> {
    return change(context, 'setRanks', input, { type: 'SetRanks', ranks: input.ranks });
  }

  @Mutation(() => AirlinePayload, { description: 'The airline can be read, not changed, until it is reinstated.' })
  suspendAirline(
    @Arg('input', () => AirlineReasonInput) input: AirlineReasonInput,
    @Ctx() context: RequestContext,
  ): Promise<AirlinePayload> {
    return change(context, 'suspendAirline', input, { type: 'Suspend', reason: input.reason });
  }

  @Mutation(() => AirlinePayload, { description: 'One that is suspended or closed goes on as it was.' })
  reinstateAirline(
    @Arg('input', () => AirlineReasonInput) input: AirlineReasonInput,
    @Ctx() context: RequestContext,
  ): Promise<AirlinePayload> {
    return change(context, 'reinstateAirline', input, { type: 'Reinstate', reason: input.reason });
  }

  @Mutation(() => AirlinePayload, { description: 'It leaves the directory, and can be read, not changed.' })
  closeAirline(@Arg('input', () => CloseAirlineInput) input: CloseAirlineInput, @Ctx() context: RequestContext): Promise<AirlinePayload> {
    return change(context, 'closeAirline', input, { type: 'Close', reason: input.reason, code: input.code });
  }
}

async function change(
  context: RequestContext,
  operation: string,
  { airlineId, commandId, ...said }: { airlineId: string; commandId?: string | null },
  command: AirlineCommand,
): Promise<AirlinePayload> {
  const { commands, now } = context.services;
  const { cursor } = await commands.run({
    ...{ operation, actorId: context.userId, commandId, input: { airlineId, ...said }, now: now() },
    decide: async (streams) => {
      const { state, version } = await streams.load(airlineDecider, airlineId, airlineStream);
      const events = airlineDecider.decide(state, command);
      const changed = { tenant: airlineId, stream: airlineStream, expectedVersion: version, events };
      return { resultId: airlineId, writes: [...(await relisted(streams, airlineId, state.airline!.code, events)), changed] };
    },
  });
  context.renewLoaders();
  return { cursor, airline: toAirline((await context.loaders.airline.load(airlineId))!) };
}

const shownInDirectory: ReadonlySet<AirlineEvent['type']> = new Set([
  'AirlineUpdated',
  'AirlineSuspended',
  'AirlineReinstated',
  'AirlineClosed',
]);

/** Whoever follows the platform follows the directory, not each airline. */
async function relisted(streams: Streams, airlineId: string, code: string, events: readonly AirlineEvent[]): Promise<DecidedWrite[]> {
  if (!events.some(({ type }) => shownInDirectory.has(type))) return [];
  const stream = directoryStream(code);
  const { version } = await streams.load(directoryDecider, platformTenant, stream);
  const event = { type: 'AirlineListingChanged', data: { airlineId, code } };
  return [{ tenant: platformTenant, stream, expectedVersion: version, events: [event] }];
}
