import { permissionsOf } from '@jetbridge/schema';
import { AirlineRow, MemberRow } from '@jetbridge/schema/storage';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../context.ts';
import { DateTime } from '../graphql/scalars.ts';
import { Member, toMember } from '../members/member.types.ts';
import { toUser, User } from './account.types.ts';
import { openViewer } from './open-viewer.ts';
import { Viewer } from './viewer.types.ts';

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: 'Null for visitors.' })
  async viewer(@Ctx() context: RequestContext): Promise<Viewer | null> {
    return context.caller || context.staleToken ? openViewer(context) : null;
  }

  @FieldResolver(() => User)
  async user(@Root() { userId }: Viewer, @Ctx() { loaders }: RequestContext): Promise<User> {
    return toUser((await loaders.user.load(userId))!);
  }

  @FieldResolver(() => DateTime, { nullable: true, description: 'When the account will be erased, while that can be cancelled.' })
  async deletionDueAt(@Root() { userId }: Viewer, @Ctx() { loaders }: RequestContext): Promise<number | null> {
    return (await loaders.user.load(userId))?.deletionDueAt ?? null;
  }

  @FieldResolver(() => [Member])
  async memberships(@Root() { userId }: Viewer, @Ctx() { services }: RequestContext): Promise<Member[]> {
    const rows = await services.storage.em().find(MemberRow, { userId, leftAt: null }, { orderBy: { joinedAt: 'asc', id: 'asc' } });
    return rows.map(toMember);
  }

  @FieldResolver(() => [String], { description: 'Platform-wide, or in the airline with this code.' })
  async permissions(
    @Root() _viewer: Viewer,
    @Arg('airlineCode', () => String, { nullable: true }) airlineCode: string | null,
    @Ctx() context: RequestContext,
  ): Promise<string[]> {
    const airline = airlineCode ? await context.services.storage.em().findOne(AirlineRow, { code: airlineCode.toUpperCase() }) : null;
    return permissionsOf(await context.standing(airline?.id));
  }
}
