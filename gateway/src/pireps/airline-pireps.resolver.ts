import type { PirepSort as Sort } from '@jetbridge/schema';
import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { Airline } from '../airlines/airline.types.ts';
import type { RequestContext } from '../context.ts';
import { type Connection, openPage, toConnection } from '../graphql/connection.ts';
import { PirepSort } from '../graphql/enums.ts';
import { Pirep, PirepConnection, PirepFilter, toPirep } from './pirep.types.ts';
import { type Counted, openPireps } from './read-pireps.ts';

interface CountedConnection extends Connection<Pirep> {
  counted(): Promise<Counted>;
}

/** What an airline shows of its PIREPs. */
@Resolver(() => Airline)
export class AirlinePirepsResolver {
  @FieldResolver(() => PirepConnection, {
    description:
      'Newest first, between dates by off-block, unless sorted otherwise; the pages stay where they are while new ones arrive. Counting ends at 10,000.',
  })
  async pireps(
    @Root() airline: Airline,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('filter', () => PirepFilter, { nullable: true }) filter: PirepFilter | null,
    @Arg('sort', () => PirepSort, { nullable: true }) sort: Sort | null,
    @Ctx() { services }: RequestContext,
  ): Promise<CountedConnection> {
    const list = openPireps(services, airline, filter, sort);
    const page = openPage(services.cursors, `pireps|${airline.id}|${list.name}`, first, after);
    const rows = await list.page(page.after, page.size + 1);
    const count = async () => (await list.count()).count;
    return Object.assign(toConnection(services.cursors, page, rows, count, list.key, toPirep), { counted: list.count });
  }

  @FieldResolver(() => Pirep, { nullable: true })
  async pirep(@Root() airline: Airline, @Arg('id', () => ID) id: string, @Ctx() { loaders }: RequestContext): Promise<Pirep | null> {
    const row = await loaders.pirep.load(id);
    return row?.airlineId === airline.id ? toPirep(row) : null;
  }
}

@Resolver(() => PirepConnection)
export class PirepConnectionResolver {
  @FieldResolver(() => Boolean, { description: 'False when counting ended: there are at least as many.' })
  async totalCountExact(@Root() connection: CountedConnection): Promise<boolean> {
    return (await connection.counted()).exact;
  }
}
