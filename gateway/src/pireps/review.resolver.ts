import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.ts';
import { PirepInput, PirepPayload, PirepReasonInput, PirepTextInput } from './pirep.types.ts';
import { onPirep } from './pirep-command.ts';

/** What staff do with the PIREPs of others, and with their own where the airline lets them. */
@Resolver()
export class ReviewResolver {
  @Mutation(() => PirepPayload, { description: 'Counts the flight into its pilot’s totals.' })
  acceptPirep(@Arg('input', () => PirepInput) input: PirepInput, @Ctx() context: RequestContext): Promise<PirepPayload> {
    return onPirep(context, 'acceptPirep', input, (by) => ({ type: 'Accept', ...by }));
  }

  @Mutation(() => PirepPayload)
  rejectPirep(@Arg('input', () => PirepReasonInput) input: PirepReasonInput, @Ctx() context: RequestContext): Promise<PirepPayload> {
    return onPirep(context, 'rejectPirep', input, (by) => ({ type: 'Reject', ...by, reason: input.reason }));
  }

  @Mutation(() => PirepPayload, {
    description: 'Back to waiting for review: an accepted flight no longer counts, a rejected one stands again unless it was filed anew.',
  })
  reopenPirep(@Arg('input', () => PirepReasonInput) input: PirepReasonInput, @Ctx() context: RequestContext): Promise<PirepPayload> {
    return onPirep(context, 'reopenPirep', input, (by) => ({ type: 'Reopen', ...by, reason: input.reason }));
  }

  @Mutation(() => PirepPayload, { description: 'Asks the pilot, whose turn it is then: to answer or to amend.' })
  askPilot(@Arg('input', () => PirepTextInput) input: PirepTextInput, @Ctx() context: RequestContext): Promise<PirepPayload> {
    return onPirep(context, 'askPilot', input, (by) => ({ type: 'Ask', ...by, text: input.text }));
  }

  @Mutation(() => PirepPayload, { description: 'Pilots comment on their own PIREPs, staff on all. A comment changes nothing else.' })
  commentOnPirep(@Arg('input', () => PirepTextInput) input: PirepTextInput, @Ctx() context: RequestContext): Promise<PirepPayload> {
    return onPirep(context, 'commentOnPirep', input, ({ reviewer }) => ({ type: 'Comment', author: reviewer, text: input.text }));
  }
}
