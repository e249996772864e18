import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { toAirline } from '../airlines/airline.types.ts';
import type { RequestContext } from '../context.ts';
import { demoAirlineIds, loadDemo } from '../demo/load-demo.ts';
import { demoAccounts, demoPassword } from '../demo/people.ts';
import { LoadDemoPayload, PlatformHealth } from './platform.types.ts';
import { readHealth } from './read-health.ts';

@Resolver()
export class PlatformResolver {
  @Query(() => PlatformHealth, { description: 'For platform admins: version, database, and what waits or stands still.' })
  platformHealth(@Ctx() { services }: RequestContext): Promise<PlatformHealth> {
    return readHealth(services);
  }

  @Mutation(() => LoadDemoPayload, {
    description: 'Two airlines with people and three hundred PIREPs to look at. Asked again, it adds what is missing and nothing else.',
  })
  async loadDemo(@Ctx() context: RequestContext): Promise<LoadDemoPayload> {
    await loadDemo(context.services);
    context.renewLoaders();
    const rows = await context.loaders.airline.loadMany([...demoAirlineIds]);
    return {
      airlines: rows.flatMap((row) => (row && !(row instanceof Error) ? toAirline(row) : [])),
      accounts: demoAccounts.map(({ email, displayName, roles }) => ({
        ...{ email, displayName },
        memberships: Object.entries(roles).map(([airlineCode, role]) => ({ airlineCode, role })),
      })),
      password: demoPassword,
    };
  }
}
