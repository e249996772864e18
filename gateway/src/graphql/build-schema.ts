import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, getMetadataStorage } from 'type-graphql';
import { SetupResolver } from '../accounts/setup.resolver.ts';
import { ViewerResolver } from '../accounts/viewer.resolver.ts';
import { AirlineResolver } from '../airlines/airline.resolver.ts';
import { AirportResolver } from '../airports/airport.resolver.ts';
import { SessionResolver } from '../auth/session.resolver.ts';
import { AirlineMembersResolver } from '../members/airline-members.resolver.ts';
import { MemberResolver } from '../members/member.resolver.ts';
import { AirlinePirepsResolver } from '../pireps/airline-pireps.resolver.ts';
import { PirepResolver } from '../pireps/pirep.resolver.ts';
import { ChangesResolver } from './changes.resolver.ts';
import { guard } from './guard.ts';
import { rules } from './permissions.ts';

/** The schema without its rules: for printing only. */
export function buildBareSchema(): Promise<GraphQLSchema> {
  // A plain field is a property: no function of type-graphql's between, and the compiler of queries can read it in place.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true;
  return buildSchema({
    resolvers: [
      AirlineMembersResolver,
      AirlinePirepsResolver,
      AirlineResolver,
      AirportResolver,
      ChangesResolver,
      MemberResolver,
      PirepResolver,
      SessionResolver,
      SetupResolver,
      ViewerResolver,
    ],
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
