import { PirepRow, type SqlValue } from '@jetbridge/schema/storage';
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
    @Ctx() { services: { readRows, storage, cursors } }: RequestContext,
  ): Promise<Connection<Pirep>> {
    const page = openPage(cursors, `pireps|${airline.id}`, first, after);
    const conditions = ['airline_id = ?'];
    const params: SqlValue[] = [airline.id];
    if (filter?.states) {
      conditions.push(filter.states.length > 0 ? `state in (${filter.states.map(() => '?').join(', ')})` : 'false');
      params.push(...filter.states);
    }
    if (filter?.pilotId) {
      conditions.push('member_id = ?');
      params.push(filter.pilotId);
    }
    const matching = `where ${conditions.join(' and ')}`;
    const older = page.after ? ' and (filed_at, id) < (?, ?)' : '';
    const rows = await readRows(PirepRow, `${matching}${older} order by filed_at desc, id desc limit ?`, [
      ...params,
      ...(page.after ?? []),
      page.size + 1,
    ]);
    const count = async () => {
      const [counted] = await storage.reader.all<{ count: number }>(`select count(*) as count from rm_pirep ${matching}`, params);
      return Number(counted?.count);
    };
    return toConnection(cursors, page, rows, count, (row) => [row.filedAt, row.id], toPirep);
  }

  @FieldResolver(() => Pirep, { nullable: true })
  async pirep(@Root() airline: Airline, @Arg('id', () => ID) id: string, @Ctx() { loaders }: RequestContext): Promise<Pirep | null> {
    const row = await loaders.pirep.load(id);
    return row?.airlineId === airline.id ? toPirep(row) : null;
  }
}
