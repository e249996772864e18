import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, getMetadataStorage } from 'type-graphql';
import { EmailChangeResolver } from '../accounts/email-change.resolver.ts';
import { OwnDataResolver } from '../accounts/own-data.resolver.ts';
import { PasswordResolver } from '../accounts/password.resolver.ts';
import { ProfileResolver } from '../accounts/profile.resolver.ts';
import { RegistrationResolver } from '../accounts/registration.resolver.ts';
import { SetupResolver } from '../accounts/setup.resolver.ts';
import { UsersResolver } from '../accounts/users.resolver.ts';
import { ViewerResolver } from '../accounts/viewer.resolver.ts';
import { AirlineResolver } from '../airlines/airline.resolver.ts';
import { AirlineChangesResolver } from '../airlines/airline-changes.resolver.ts';
import { AirportResolver } from '../airports/airport.resolver.ts';
import { ApiKeyResolver } from '../api-keys/api-key.resolver.ts';
import { OwnSessionsResolver } from '../auth/own-sessions.resolver.ts';
import { SessionResolver } from '../auth/session.resolver.ts';
import { AirlineHistoryResolver, HistoryReferenceResolver, MemberHistoryResolver } from '../history/history.resolver.ts';
import { HistoryEntryResolver } from '../history/history-entry.resolver.ts';
import { MailResolver } from '../mail/mail.resolver.ts';
import { AirlineMembersResolver } from '../members/airline-members.resolver.ts';
import { AirlineApplicationsResolver, ApplicationResolver } from '../members/application.resolver.ts';
import { InvitationFieldsResolver, InvitationResolver } from '../members/invitation.resolver.ts';
import { MemberResolver } from '../members/member.resolver.ts';
import { RosterResolver } from '../members/roster.resolver.ts';
import { AirlinePirepsResolver, PirepConnectionResolver } from '../pireps/airline-pireps.resolver.ts';
import { FilingResolver } from '../pireps/filing.resolver.ts';
import { PirepResolver } from '../pireps/pirep.resolver.ts';
import { ReviewResolver } from '../pireps/review.resolver.ts';
import { PlatformResolver } from '../platform/platform.resolver.ts';
import { AirlineStatsResolver, LeaderboardResolver, MemberStatsResolver } from '../stats/stats.resolver.ts';
import { ChangesResolver } from './changes.resolver.ts';
import { guard } from './guard.ts';
import { rules } from './permissions.ts';

/**
 * The schema without its rules. `check` asks it everything a schema can be asked, a third of the time a start takes: done when it is printed,
 * and it is the same ever after.
 */
export function buildBareSchema({ check = false } = {}): Promise<GraphQLSchema> {
  // A plain field is a property: no function of type-graphql's between, and the compiler of queries can read it in place.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true;
  return buildSchema({
    resolvers: [
      AirlineApplicationsResolver,
      AirlineChangesResolver,
      AirlineMembersResolver,
      AirlinePirepsResolver,
      AirlineResolver,
      AirportResolver,
      ApiKeyResolver,
      ApplicationResolver,
      ChangesResolver,
      EmailChangeResolver,
      FilingResolver,
      AirlineHistoryResolver,
      HistoryEntryResolver,
      HistoryReferenceResolver,
      MemberHistoryResolver,
      InvitationFieldsResolver,
      InvitationResolver,
      MailResolver,
      AirlineStatsResolver,
      LeaderboardResolver,
      MemberStatsResolver,
      MemberResolver,
      OwnDataResolver,
      OwnSessionsResolver,
      PasswordResolver,
      PirepConnectionResolver,
      PirepResolver,
      PlatformResolver,
      ProfileResolver,
      RegistrationResolver,
      ReviewResolver,
      RosterResolver,
      SessionResolver,
      SetupResolver,
      UsersResolver,
      ViewerResolver,
    ],
    skipCheck: !check,
    validate: false, // rules of ours run in the deciders, the same as in the forms
    pubSub: { publish: () => {}, subscribe: () => never() }, // type-graphql wants one although every subscription brings its own source
  });
}

export async function buildApiSchema(): Promise<GraphQLSchema> {
  return guard(await buildBareSchema(), rules);
}

function never(): never {
  throw new Error('subscriptions follow the log');
}
