import { type DomainEvent, pirepStream, platformTenant, type RecordedEvent, rosterStream, userStream } from '@jetbridge/schema/events';
import { AirlineRow, ApiKeyRow, ApplicationRow, CredentialRow, MailRow, MemberRow, PirepRow, SessionRow } from '@jetbridge/schema/storage';
import type { Services } from '../context.ts';
import { loadUser } from './load-user.ts';

/** Everything about a person that is kept, in words and RFC 3339 times: what no secret protects, and no secret. */
export async function exportOf(services: Services, userId: string): Promise<string> {
  const em = services.storage.em();
  const user = await loadUser(services, userId);
  const newest = { orderBy: { createdAt: 'desc' } } as const;
  const [credential, memberships, applications, sessions, apiKeys, mails] = await Promise.all([
    em.findOne(CredentialRow, { userId }),
    em.find(MemberRow, { userId }, { orderBy: { joinedAt: 'asc' } }),
    em.find(ApplicationRow, { userId }, { orderBy: { appliedAt: 'asc' } }),
    em.find(SessionRow, { userId }, newest),
    em.find(ApiKeyRow, { userId }, newest),
    em.find(MailRow, { userId }, newest),
  ]);
  const airlines = await em.find(AirlineRow, { id: { $in: [...memberships, ...applications].map(({ airlineId }) => airlineId) } });
  const pireps = await em.find(PirepRow, { memberId: { $in: memberships.map(({ id }) => id) } }, { orderBy: { filedAt: 'asc' } });
  const codeOf = (airlineId: string) => airlines.find(({ id }) => id === airlineId)?.code ?? airlineId;
  const { displayName, email, emailVerified, platformAdmin, deletionDueAt } = user;
  return JSON.stringify(
    {
      format: 'jetbridge export',
      version: 1,
      exportedAt: at(services.now()),
      account: {
        ...{ id: userId, displayName, email, emailVerified, platformAdmin },
        passwordChangedAt: at(credential?.changedAt),
        deletionDueAt: at(deletionDueAt),
      },
      memberships: memberships.map(({ airlineId, userId: _, ...membership }) => ({ airline: codeOf(airlineId), ...inWords(membership) })),
      applications: applications.map(({ airlineId, userId: _, ...application }) => ({
        airline: codeOf(airlineId),
        ...inWords(application),
      })),
      pireps: pireps.map(({ airlineId, ...pirep }) => ({ airline: codeOf(airlineId), ...inWords(pirep) })),
      sessions: sessions.map(({ userId: _, ...session }) => inWords(session)),
      apiKeys: apiKeys.map(({ userId: _, hash: __, scopes, ...key }) => ({ ...inWords(key), scopes: scopes.split(' ') })),
      mails: mails.map(({ id, sealed, createdAt, sentAt }) => {
        const { to, subject } = services.mailOutbox.open(id, sealed) ?? {};
        return { to, subject, createdAt: at(createdAt), sentAt: at(sentAt) };
      }),
      events: await eventsOf(services, userId, memberships, pireps),
    },
    null,
    2,
  );
}

/** What the log says: of the account, of joining airlines, and of each PIREP. */
async function eventsOf(services: Services, userId: string, memberships: readonly MemberRow[], pireps: readonly PirepRow[]) {
  const { storage, codec } = services;
  const read = async (tenant: string, stream: string): Promise<RecordedEvent[]> =>
    Promise.all((await storage.log.readStream(tenant, stream)).map((event) => codec.decode(event)));
  const events = await read(platformTenant, userStream(userId));
  for (const { airlineId, id } of memberships) {
    events.push(...(await read(airlineId, rosterStream)).filter(({ data }) => (data as { memberId?: string }).memberId === id));
  }
  for (const { airlineId, id } of pireps) events.push(...(await read(airlineId, pirepStream(id))));
  return events.map(({ tenant, sequence, type, data, recordedAt }: RecordedEvent<DomainEvent>) => ({
    ...{ tenant, sequence, type, at: at(recordedAt) },
    data,
  }));
}

/** A row with its moments as RFC 3339. */
function inWords(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, name.endsWith('At') && value !== null ? at(value as number) : value]),
  );
}

function at(epochMs: number | null | undefined): string | null {
  return epochMs == null ? null : new Date(epochMs).toISOString();
}
