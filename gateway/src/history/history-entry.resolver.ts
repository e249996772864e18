import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { toUser, User } from '../accounts/account.types.ts';
import type { RequestContext } from '../context.ts';
import { HistoryEntry } from './history.types.ts';

@Resolver(() => HistoryEntry)
export class HistoryEntryResolver {
  @FieldResolver(() => User, { nullable: true, description: 'Null when the product did it by itself.' })
  async actor(@Root() { actorId }: HistoryEntry, @Ctx() { loaders }: RequestContext): Promise<User | null> {
    const row = actorId && (await loaders.user.load(actorId));
    return row ? toUser(row) : null;
  }
}
