import { limits, Rejected } from '@jetbridge/schema';
import { UserRow } from '@jetbridge/schema/storage';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.ts';
import { type Connection, openPage, toConnection } from '../graphql/connection.ts';
import { contains } from '../graphql/search.ts';
import { toUser, type User, UserConnection } from './account.types.ts';

@Resolver()
export class UsersResolver {
  @Query(() => UserConnection, { description: 'Everybody with an account, newest first.' })
  async users(
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('search', () => String, { nullable: true, description: 'Part of the name or the address.' }) search: string | null,
    @Ctx() { services: { storage, cursors } }: RequestContext,
  ): Promise<Connection<User>> {
    if ((search?.length ?? 0) > limits.searchLength) {
      throw new Rejected('INVALID_INPUT', `Search for at most ${limits.searchLength} characters.`, 'search');
    }
    const page = openPage(cursors, 'users', first, after);
    const em = storage.em();
    const matching = {
      email: { $ne: null }, // who was erased is nobody
      ...(search && { $or: [{ displayName: contains(search, storage) }, { email: contains(search, storage) }] }),
    };
    const [at, id] = page.after ?? [];
    const before = { $or: [{ registeredAt: { $lt: Number(at) } }, { registeredAt: Number(at), id: { $lt: String(id) } }] };
    const rows = await em.find(UserRow, page.after ? { $and: [matching, before] } : matching, {
      orderBy: { registeredAt: 'desc', id: 'desc' },
      limit: page.size + 1,
    });
    return toConnection(
      cursors,
      page,
      rows,
      () => em.count(UserRow, matching),
      (row) => [row.registeredAt, row.id],
      toUser,
    );
  }
}
