import { Rejected } from '@jetbridge/schema';
import { pirepStream } from '@jetbridge/schema/events';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { Airline, toAirline } from '../airlines/airline.types.ts';
import { findAirport } from '../airports/airports.ts';
import type { Done } from '../commands.ts';
import type { RequestContext } from '../context.ts';
import { Member, toMember } from '../members/member.types.ts';
import { type PirepCommand, pirepDecider, type Reviewer } from './pirep.decider.ts';
import { FilePirepInput, Pirep, PirepInput, PirepPayload, PirepReasonInput, toPirep } from './pirep.types.ts';

@Resolver(() => Pirep)
export class PirepResolver {
  @Mutation(() => PirepPayload, { description: 'Files a report of a flight; it waits for review.' })
  async filePirep(@Arg('input', () => FilePirepInput) input: FilePirepInput, @Ctx() context: RequestContext): Promise<PirepPayload> {
    const { commands, now } = context.services;
    const pilot = await context.loaders.membership.load(`${input.airlineId} ${context.userId}`);
    const places = [input.departure, input.arrival, input.alternate].flatMap((icao) => (icao && findAirport(icao)) || []);
    const at = now();
    const done = await commands.run({
      operation: 'filePirep',
      actorId: context.userId,
      commandId: input.commandId,
      input,
      now: at,
      decide: async (streams) => {
        const pirepId = uuid();
        const airports = new Map(places.map((airport) => [airport.icao, airport]));
        const command: PirepCommand = { type: 'File', pirepId, memberId: pilot!.id, input, airports, now: at };
        return { resultId: pirepId, writes: [await streams.decide(pirepDecider, input.airlineId, pirepStream(pirepId), command)] };
      },
    });
    return payload(context, done);
  }

  @Mutation(() => PirepPayload)
  acceptPirep(@Arg('input', () => PirepInput) input: PirepInput, @Ctx() context: RequestContext): Promise<PirepPayload> {
    return review(context, 'acceptPirep', input, (by) => ({ type: 'Accept', ...by }));
  }

  @Mutation(() => PirepPayload)
  rejectPirep(@Arg('input', () => PirepReasonInput) input: PirepReasonInput, @Ctx() context: RequestContext): Promise<PirepPayload> {
    return review(context, 'rejectPirep', input, (by) => ({ type: 'Reject', ...by, reason: input.reason }));
  }

  @FieldResolver(() => Member)
  async pilot(@Root() pirep: Pirep, @Ctx() { loaders }: RequestContext): Promise<Member> {
    return toMember((await loaders.member.load(pirep.memberId))!);
  }

  @FieldResolver(() => Member, { nullable: true })
  async reviewer(@Root() pirep: Pirep, @Ctx() { loaders }: RequestContext): Promise<Member | null> {
    const member = pirep.reviewerId && (await loaders.member.load(pirep.reviewerId));
    return member ? toMember(member) : null;
  }

  @FieldResolver(() => Airline)
  async airline(@Root() pirep: Pirep, @Ctx() { loaders }: RequestContext): Promise<Airline> {
    return toAirline((await loaders.airline.load(pirep.airlineId))!);
  }
}

type By = Pick<Extract<PirepCommand, { type: 'Accept' }>, 'reviewer' | 'ownReview'>;

async function review(
  context: RequestContext,
  operation: string,
  input: PirepInput,
  command: (by: By) => PirepCommand,
): Promise<PirepPayload> {
  const { commands, now } = context.services;
  const { airlineId } = (await context.loaders.pirep.load(input.pirepId))!;
  const [airline, member] = await Promise.all([
    context.loaders.airline.load(airlineId),
    context.loaders.membership.load(`${airlineId} ${context.userId}`),
  ]);
  const reviewer: Reviewer = { memberId: member?.id ?? null, role: member?.role ?? null };
  const done = await commands.run({
    operation,
    actorId: context.userId,
    commandId: input.commandId,
    input,
    now: now(),
    decide: async (streams) => ({
      resultId: input.pirepId,
      writes: [
        await streams.decide(pirepDecider, airlineId, pirepStream(input.pirepId), command({ reviewer, ownReview: airline!.ownReview })),
      ],
    }),
  });
  return payload(context, done);
}

async function payload(context: RequestContext, { resultId, cursor }: Done): Promise<PirepPayload> {
  context.renewLoaders();
  const row = await context.loaders.pirep.load(resultId);
  if (!row) throw new Rejected('NOT_FOUND', 'There is no such PIREP.', 'pirepId');
  return { cursor, pirep: toPirep(row) };
}
