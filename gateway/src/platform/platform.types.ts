import type { TroubleCode as Code, TroubleLevel as Level, MemberRole as Role } from '@jetbridge/schema';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Airline } from '../airlines/airline.types.ts';
import { MemberRole, TroubleCode, TroubleLevel } from '../graphql/enums.ts';
import { Cursor, DateTime } from '../graphql/scalars.ts';

@ObjectType({ description: 'An airline whose pages stand still before an event, while the others go on.' })
export class StoppedAirline {
  @Field(() => String, { description: 'Of the airline; its id where the code is not known yet.' }) code!: string;
  @Field(() => String, { description: 'Why, in a sentence; `jetbridge projections list` shows the error itself.' }) reason!: string;
  @Field(() => Int, { description: 'At this event, so far.' }) attempts!: number;
  @Field(() => DateTime) since!: number;
}

@ObjectType({
  description: 'Something that is wrong now. The fields after `nextStep` are what its sentence is made with, where the code has them.',
})
export class Trouble {
  @Field(() => TroubleCode) code!: Code;
  @Field(() => TroubleLevel, { description: 'BAD: people notice. WARN: they will, or it goes slower.' }) level!: Level;
  @Field(() => String, { description: 'What is wrong, in English.' }) sentence!: string;
  @Field(() => String, { description: 'What to do about it, in English.' }) nextStep!: string;
  @Field(() => DateTime, { description: 'Where nothing else tells: since the gateway that answers this has noticed.' }) since!: number;
  @Field(() => String, { nullable: true, description: 'The code of the airline.' }) airline!: string | null;
  @Field(() => Float, { nullable: true, description: 'Of the event.' }) sequence!: number | null;
  @Field(() => Int, { nullable: true, description: 'Events, shares, mails, megabytes or attempts.' }) count!: number | null;
  @Field(() => Int, { nullable: true, description: 'How many shares there are.' }) total!: number | null;
  @Field(() => Float, { nullable: true }) seconds!: number | null;
  @Field(() => Int, { nullable: true, description: 'Of the airlines: the one that waits longest.' }) share!: number | null;
  @Field(() => String, { nullable: true, description: 'What another server said, without addresses.' }) detail!: string | null;
}

@ObjectType({ description: 'How the installation is doing.' })
export class PlatformHealth {
  @Field(() => Cursor, {
    description: 'Where the platform stood before the rest of this was read: what to give `platformChanges` as `after`.',
  })
  cursor!: string;
  @Field(() => String, { description: 'Of Jetbridge.' }) version!: string;
  @Field(() => String, { description: 'Its kind and version, such as `SQLite 3.50.4`.' }) database!: string;
  @Field(() => Float, {
    description: 'Age of the oldest event that no page shows yet; 0 when all are shown. Without airlines that stopped.',
  })
  projectionLagMs!: number;
  @Field(() => Int, { description: 'Events that no page shows yet. Without airlines that stopped.' }) waitingEvents!: number;
  @Field(() => Int, { description: 'Mail that waits to be sent.' }) pendingMail!: number;
  @Field(() => Int, { description: 'Mail whose last attempt failed: tried again, or given up.' }) failedMail!: number;
  @Field(() => Int, { description: 'Open sockets of the gateway that answers this.' }) connections!: number;
  @Field(() => Int, { description: 'Sessions that have not ended, of everybody.' }) sessions!: number;
  @Field(() => [Trouble], { description: 'What is wrong now, worst first; empty when nothing is.' }) troubles!: Trouble[];
  @Field(() => [StoppedAirline], { description: 'Longest first.' }) stoppedAirlines!: StoppedAirline[];
}

@ObjectType()
export class DemoMembership {
  @Field(() => String) airlineCode!: string;
  @Field(() => MemberRole) role!: Role;
}

@ObjectType({ description: 'A demo account to sign in with.' })
export class DemoAccount {
  @Field(() => String) email!: string;
  @Field(() => String) displayName!: string;
  @Field(() => [DemoMembership]) memberships!: DemoMembership[];
}

@ObjectType()
export class LoadDemoPayload {
  @Field(() => [Airline], { description: 'The airlines of the demo.' }) airlines!: Airline[];
  @Field(() => [DemoAccount], { description: 'One for each role in each airline; there are more people.' }) accounts!: DemoAccount[];
  @Field(() => String, { description: 'Of every demo account. Anybody can know it: a demo is no place for real flights.' })
  password!: string;
}
