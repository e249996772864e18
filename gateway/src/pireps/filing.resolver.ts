import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import type { RequestContext } from '../context.ts';
import { airportsOf, carryOut } from './filing.ts';
import { AmendPirepInput, FilePirepInput, PirepInput, PirepPayload, PirepTextInput } from './pirep.types.ts';
import { about, asCaller, onPirep, payload } from './pirep-command.ts';

/** What pilots do with their own PIREPs. */
@Resolver()
export class FilingResolver {
  @Mutation(() => PirepPayload, {
    description:
      'Files a report of a flight. It waits for review, unless the airline accepts such flights unread. The same flight is filed once.',
  })
  async filePirep(@Arg('input', () => FilePirepInput) input: FilePirepInput, @Ctx() context: RequestContext): Promise<PirepPayload> {
    const { airlineId } = input;
    const { memberId, rules } = await asCaller(context, airlineId);
    const [airports, asked] = [airportsOf(input), about(context, 'filePirep', input)];
    const done = await carryOut(context.services, asked, () => {
      const pirepId = uuid();
      return { airlineId, pirepId, command: { type: 'File', pirepId, memberId, rules, input, airports, now: asked.now } };
    });
    return payload(context, done);
  }

  @Mutation(() => PirepPayload, {
    description:
      'Replaces the report while it is not reviewed. A question of staff counts as answered; somebody reviews it, whatever the rules.',
  })
  amendPirep(@Arg('input', () => AmendPirepInput) input: AmendPirepInput, @Ctx() context: RequestContext): Promise<PirepPayload> {
    return onPirep(context, 'amendPirep', input, ({ memberId }, now) => ({
      type: 'Amend',
      memberId,
      input,
      airports: airportsOf(input),
      now,
    }));
  }

  @Mutation(() => PirepPayload, { description: 'Takes the report back while it is not reviewed; the flight can be filed again.' })
  withdrawPirep(@Arg('input', () => PirepInput) input: PirepInput, @Ctx() context: RequestContext): Promise<PirepPayload> {
    return onPirep(context, 'withdrawPirep', input, ({ memberId }) => ({ type: 'Withdraw', memberId }));
  }

  @Mutation(() => PirepPayload, { description: 'Answers what staff asked; the report waits for review again.' })
  answerStaff(@Arg('input', () => PirepTextInput) input: PirepTextInput, @Ctx() context: RequestContext): Promise<PirepPayload> {
    return onPirep(context, 'answerStaff', input, ({ memberId }) => ({ type: 'Answer', memberId, text: input.text }));
  }
}
