import { type OwnReview, Rejected } from '@jetbridge/schema';
import { type AirlineRow, settingsOf } from '@jetbridge/schema/storage';
import type { Done } from '../commands.ts';
import type { RequestContext } from '../context.ts';
import { carryOut } from './filing.ts';
import type { AutoAcceptRules, PirepCommand, Reviewer } from './pirep.decider.ts';
import { type PirepInput, type PirepPayload, toPirep } from './pirep.types.ts';

/** Who commands something about a PIREP, in its airline. */
export interface By {
  /** Empty for who is no member: nothing is theirs. */
  memberId: string;
  reviewer: Reviewer;
  ownReview: OwnReview;
  rules: AutoAcceptRules;
}

/** Carries out a command about a PIREP that is there, and answers it as it is then. */
export async function onPirep(
  context: RequestContext,
  operation: string,
  input: PirepInput,
  command: (by: By, now: number) => PirepCommand,
): Promise<PirepPayload> {
  const { services, loaders } = context;
  const { airlineId } = (await loaders.pirep.load(input.pirepId))!;
  const asked = command(await asCaller(context, airlineId), services.now());
  return payload(
    context,
    await carryOut(services, about(context, operation, input), () => ({ airlineId, pirepId: input.pirepId, command: asked })),
  );
}

export async function asCaller(context: RequestContext, airlineId: string): Promise<By> {
  const { loaders, userId } = context;
  const [airline, member, user] = await Promise.all([
    loaders.airline.load(airlineId),
    loaders.membership.load(`${airlineId} ${userId}`),
    loaders.user.load(userId),
  ]);
  // A platform admin who happens to fly here is not held to what pilots may.
  const role = user?.platformAdmin && member?.role === 'PILOT' ? null : (member?.role ?? null);
  const reviewer = { memberId: member?.id ?? null, role };
  return { memberId: member?.id ?? '', reviewer, ownReview: airline!.ownReview, rules: settingsOf(airline as AirlineRow) };
}

export function about(context: RequestContext, operation: string, input: { commandId?: string | null }) {
  return { operation, actorId: context.userId, commandId: input.commandId, input, now: context.services.now() };
}

export async function payload(context: RequestContext, { resultId, cursor }: Done): Promise<PirepPayload> {
  context.renewLoaders();
  const row = await context.loaders.pirep.load(resultId);
  if (!row) throw new Rejected('NOT_FOUND', 'There is no such PIREP.', 'pirepId');
  return { cursor, pirep: toPirep(row) };
}
