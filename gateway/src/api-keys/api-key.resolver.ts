import { checkApiKey, grantablePermissions, limits, Rejected } from '@jetbridge/schema';
import { type ApiKeyRow, MemberRow } from '@jetbridge/schema/storage';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Viewer } from '../accounts/viewer.types.ts';
import { requireFreshAuthentication } from '../auth/reauthentication.ts';
import { AckPayload } from '../auth/session.types.ts';
import type { RequestContext } from '../context.ts';
import { refuse } from '../refuse.ts';
import { ApiKey, CreateApiKeyInput, CreateApiKeyPayload, RevokeApiKeyInput } from './api-key.types.ts';

@Resolver(() => Viewer)
export class ApiKeyResolver {
  @FieldResolver(() => [ApiKey], { description: 'Those that can still be used, newest first.' })
  async apiKeys(@Root() { userId }: Viewer, @Ctx() { services }: RequestContext): Promise<ApiKey[]> {
    return (await services.apiKeys.ofUser(userId, services.now())).map(toApiKey);
  }

  @Mutation(() => CreateApiKeyPayload)
  async createApiKey(
    @Arg('input', () => CreateApiKeyInput) { name, scopes, expiresAt, password }: CreateApiKeyInput,
    @Ctx() context: RequestContext,
  ): Promise<CreateApiKeyPayload> {
    const { apiKeys, now } = context.services;
    refuse(checkApiKey({ name, scopes, expiresAt: expiresAt ?? null }, await grantable(context), now()));
    const { userId } = await requireFreshAuthentication(context, password);
    const wanted = { userId, name: name.trim(), scopes: [...new Set(scopes)], expiresAt: expiresAt ? Date.parse(expiresAt) : null };
    const at = now();
    const created = await apiKeys.create(wanted, limits.apiKeys, at);
    if (!created) throw new Rejected('CONFLICT', `You have ${limits.apiKeys} API keys already: revoke one first.`);
    return { apiKey: { ...wanted, id: created.id, createdAt: at, lastUsedAt: null }, secret: created.secret };
  }

  @Mutation(() => AckPayload, { description: 'It stops working at once, and what it holds open is closed.' })
  async revokeApiKey(
    @Arg('input', () => RevokeApiKeyInput) { apiKeyId }: RevokeApiKeyInput,
    @Ctx() context: RequestContext,
  ): Promise<AckPayload> {
    const { apiKeys, now } = context.services;
    if (!(await apiKeys.revoke(apiKeyId, context.userId, now()))) throw new Rejected('NOT_FOUND', 'You have no such API key.');
    return { ok: true };
  }
}

/** What the person may do platform-wide or in any of their airlines. */
async function grantable(context: RequestContext): Promise<ReturnType<typeof grantablePermissions>> {
  const { userId, services } = context;
  const memberships = await services.readRows(MemberRow, 'where user_id = ?', [userId]);
  const everywhere = await context.standing();
  return grantablePermissions([everywhere, ...memberships.map(({ role }) => ({ ...everywhere, role }))]);
}

function toApiKey({ id, name, scopes, createdAt, expiresAt, lastUsedAt }: ApiKeyRow): ApiKey {
  return { id, name, scopes: scopes.split(' '), createdAt, expiresAt: expiresAt ?? null, lastUsedAt: lastUsedAt ?? null };
}
