import { PirepRow } from '@jetbridge/schema/storage';
import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { Airline } from '../airlines/airline.types.ts';
import type { RequestContext } from '../context.ts';
import { type Connection, openPage, toConnection } from '../graphql/connection.ts';
import { Pirep, PirepConnection, PirepFilter, toPirep } from './pirep.types.ts';

/** What an airline shows of its PIREPs. */
@Resolver(() => Airline)
export class AirlinePirepsResolver {
  @FieldResolver(() => PirepConnection, { description: 'Newest first; the pages stay where they are while new ones arrive.' })
  async pireps(
    @Root() airline: Airline,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('filter', () => PirepFilter, { nullable: true }) filter: PirepFilter | null,
    @Ctx() { services: { storage, cursors } }: RequestContext,
  ): Promise<Connection<Pirep>> {
    const page = openPage(cursors, `pireps|${airline.id}`, first, after);
    const matching = {
      airlineId: airline.id,
      ...(filter?.states && { state: { $in: filter.states } }),
      ...(filter?.pilotId && { memberId: filter.pilotId }),
    };
    const [filedAt, id] = page.after ?? [];
    const older = page.after ? { $or: [{ filedAt: { $lt: Number(filedAt) } }, { filedAt: Number(filedAt), id: { $lt: String(id) } }] } : {};
    const em = storage.em();
    const [rows, totalCount] = await Promise.all([
      em.find(PirepRow, { $and: [matching, older] }, { orderBy: { filedAt: 'desc', id: 'desc' }, limit: page.size + 1 }),
      em.count(PirepRow, matching),
    ]);
    return toConnection(cursors, page, rows, totalCount, (row) => [row.filedAt, row.id], toPirep);
  }

  @FieldResolver(() => Pirep, { nullable: true })
  async pirep(@Root() airline: Airline, @Arg('id', () => ID) id: string, @Ctx() { loaders }: RequestContext): Promise<Pirep | null> {
    const row = await loaders.pirep.load(id);
    return row?.airlineId === airline.id ? toPirep(row) : null;
  }
}
