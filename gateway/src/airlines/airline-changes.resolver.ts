import { airlineStream } from '@jetbridge/schema/events';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.ts';
import { type AirlineCommand, airlineDecider } from './airline.decider.ts';
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
    decide: async (streams) => ({
      resultId: airlineId,
      writes: [await streams.decide(airlineDecider, airlineId, airlineStream, command)],
    }),
  });
  context.renewLoaders();
  return { cursor, airline: toAirline((await context.loaders.airline.load(airlineId))!) };
}
