import { allows, type Permission, Rejected, type Standing } from '@jetbridge/schema';
import {
  AirlineRow,
  ApplicationRow,
  type Bus,
  checkSecrets,
  EventCodec,
  historyName,
  Keyring,
  MailOutbox,
  MemberRow,
  openBus,
  openPrepared,
  PersonKeys,
  PirepRow,
  type ReadRows,
  rowReader,
  type Storage,
  UserRow,
} from '@jetbridge/schema/storage';
import { type Logger, type Metrics, openLogger, openMetrics, openTracing, type Tracing } from '@jetbridge/schema/telemetry';
import type { EntityName } from '@mikro-orm/core';
import DataLoader from 'dataloader';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuid } from 'uuid';
import { loadUser } from './accounts/load-user.ts';
import { ApiKeys, isApiKey } from './api-keys/api-keys.ts';
import { AccessTokens } from './auth/access-tokens.ts';
import { Credentials } from './auth/credentials.ts';
import { OneTimeTokens } from './auth/one-time-tokens.ts';
import { Passwords } from './auth/passwords.ts';
import { RateLimits } from './auth/rate-limits.ts';
import { Sessions } from './auth/sessions.ts';
import { SetupTokens } from './auth/setup-tokens.ts';
import { Commands } from './commands.ts';
import type { Config } from './config.ts';
import { Connections } from './connections.ts';
import { Cursors } from './cursors.ts';
import { Links } from './links.ts';
import { Mail } from './mail/mail.ts';
import { sessionReused } from './mail/notes.ts';
import { Invitations } from './members/invitations.ts';
import { observeProduct } from './platform/observe-product.ts';
import { TroubleWatch } from './platform/trouble-watch.ts';
import { Projected } from './projected.ts';
import { version } from './version.ts';

/** Everything a process is made of, built once, here. */
export interface Services {
  readonly config: Config;
  readonly storage: Storage;
  readonly readRows: ReadRows;
  readonly bus: Bus;
  readonly keyring: Keyring;
  readonly codec: EventCodec;
  readonly personKeys: PersonKeys;
  readonly projected: Projected;
  readonly cursors: Cursors;
  readonly commands: Commands;
  /** The sockets open on this process. */
  readonly connections: Connections;
  readonly accessTokens: AccessTokens;
  readonly apiKeys: ApiKeys;
  readonly credentials: Credentials;
  readonly invitations: Invitations;
  readonly links: Links;
  readonly logger: Logger;
  readonly mail: Mail;
  readonly mailOutbox: MailOutbox;
  readonly metrics: Metrics;
  readonly oneTimeTokens: OneTimeTokens;
  readonly passwords: Passwords;
  readonly rateLimits: RateLimits;
  readonly sessions: Sessions;
  readonly setupTokens: SetupTokens;
  readonly tracing: Tracing;
  readonly troubles: TroubleWatch;
  /** Epoch ms. */
  now(): number;
  close(): Promise<void>;
}

export async function openServices(config: Config, now: () => number = Date.now): Promise<Services> {
  const attributes = { 'service.version': version, 'service.instance.id': uuid(), 'jetbridge.roles': [...config.roles].join(',') };
  const { logger, close: closeLog } = await openLogger(config, attributes);
  const metrics = await openMetrics(config, attributes);
  const storage = await openPrepared(config, logger, (commands, tookMs, committed) => {
    metrics.record('jetbridge.append.batch.commands', commands);
    metrics.record('jetbridge.append.duration.seconds', tookMs / 1e3, { outcome: committed ? 'committed' : 'failed' });
  });
  const keyring = new Keyring(config.secrets);
  await checkSecrets(storage, keyring).catch(async (error: unknown) => {
    await storage.close();
    throw error;
  });
  const bus = await openBus(config.natsUrl, logger);
  const tracing = await openTracing(config, attributes);
  const readRows = rowReader(storage);
  const personKeys = new PersonKeys(keyring, storage.reader);
  const codec = new EventCodec(personKeys);
  const projected = new Projected(storage, bus);
  const cursors = new Cursors(keyring, await historyName(storage.reader));
  const links = new Links(config.publicUrl);
  const mailOutbox = new MailOutbox(keyring);
  const mail = new Mail(mailOutbox, links);
  const connections = new Connections();
  observeProduct({ metrics, storage, connections, now });
  return {
    config,
    storage,
    readRows,
    bus,
    keyring,
    codec,
    personKeys,
    projected,
    cursors,
    commands: new Commands(storage.log, codec, bus, projected, cursors, keyring, tracing, metrics),
    connections,
    accessTokens: new AccessTokens(keyring),
    apiKeys: new ApiKeys(storage, bus),
    credentials: new Credentials(storage, keyring),
    invitations: new Invitations(readRows, keyring),
    links,
    logger,
    mail,
    mailOutbox,
    metrics,
    oneTimeTokens: new OneTimeTokens(storage),
    passwords: new Passwords(),
    rateLimits: new RateLimits(storage, keyring),
    sessions: new Sessions(storage, keyring, bus, async (userId, sessionId, at) => {
      const { email } = await loadUser({ storage, codec }, userId);
      return [mail.post({ userId, email }, sessionReused, { now: at, key: `reused ${sessionId}` })];
    }),
    setupTokens: new SetupTokens(storage),
    tracing,
    troubles: new TroubleWatch({ config, storage, bus, now }),
    now,
    close: async () => {
      projected.close();
      await bus.close();
      await Promise.all([tracing.close(), metrics.close()]);
      await storage.close();
      await closeLog();
    },
  };
}

/** Who is asking, proved by an access token whose session is live, or by an API key that is. */
export interface Caller {
  userId: string;
  /** Null with an API key. */
  sessionId: string | null;
  apiKey: { id: string; scopes: readonly string[] } | null;
  /** Epoch ms: when the token ends, and with it what it opened. */
  expiresAt: number;
}

/** One operation's world. `loaders` see the read models as they were when first asked: a subscription renews them for each change. */
export class RequestContext {
  private opened: Loaders | undefined; // not #opened: Apollo hands on a copy of the context

  constructor(
    readonly services: Services,
    private signedIn: Caller | null,
    /** True when the request carried a token that is no longer good: the answer is "sign in again", not "you may not". */
    readonly staleToken: boolean,
    readonly http?: { request: FastifyRequest; reply: FastifyReply },
  ) {}

  get loaders(): Loaders {
    this.opened ??= openLoaders(this.services.readRows);
    return this.opened;
  }

  get caller(): Caller | null {
    return this.signedIn;
  }

  /** Goes on as somebody else: who signed in a moment ago, in this very operation. */
  enter(caller: Caller): void {
    this.signedIn = caller;
    this.renewLoaders();
  }

  renewLoaders(): void {
    this.opened = undefined;
  }

  /** The caller's user id, or the refusal. */
  get userId(): string {
    if (this.caller) return this.caller.userId;
    throw new Rejected('UNAUTHENTICATED', this.staleToken ? 'Your session has ended; sign in again.' : 'Sign in first.');
  }

  async standing(airlineId?: string): Promise<Standing> {
    if (!this.caller) return { signedIn: false, platformAdmin: false };
    const { userId, apiKey } = this.caller;
    const [user, member, airline] = await Promise.all([
      this.loaders.user.load(userId),
      airlineId ? this.loaders.membership.load(`${airlineId} ${userId}`) : null,
      airlineId ? this.loaders.airline.load(airlineId) : null,
    ]);
    return {
      signedIn: true,
      verified: user?.emailVerified ?? false,
      platformAdmin: user?.platformAdmin ?? false,
      role: member?.role ?? null,
      standstill: airline != null && airline.state !== 'ACTIVE',
      ...(apiKey && { scopes: apiKey.scopes }),
    };
  }

  /** Refuses unless the caller has the permission; to a stranger of the airline, what is in it does not exist. */
  async require(permission: Permission, airlineId?: string): Promise<void> {
    const who = await this.standing(airlineId);
    if (allows(permission, who)) return;
    if (!who.signedIn) void this.userId;
    if (allows(permission, { ...who, standstill: false })) {
      throw new Rejected('FORBIDDEN', 'This airline is suspended or closed: it can be read, not changed.');
    }
    if (allows(permission, { ...who, standstill: false, verified: true })) {
      throw new Rejected('FORBIDDEN', 'Confirm your e-mail address first: we have mailed you a link.');
    }
    if (airlineId && !who.role && !who.platformAdmin) throw new Rejected('NOT_FOUND', 'There is no such thing here.');
    throw new Rejected('FORBIDDEN', who.scopes ? 'This API key does not allow this.' : 'Your role does not allow this.');
  }
}

export async function authenticate(
  services: Services,
  authorization: string | undefined,
): Promise<{ caller: Caller | null; staleToken: boolean }> {
  if (!authorization) return { caller: null, staleToken: false };
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  const caller = token && (await (isApiKey(token) ? services.apiKeys.verify(token, services.now()) : ofSession(services, token)));
  return caller ? { caller, staleToken: false } : { caller: null, staleToken: true };
}

async function ofSession({ accessTokens, sessions, now }: Services, token: string): Promise<Caller | undefined> {
  const claims = accessTokens.verify(token, now());
  return claims && (await sessions.isLive(claims.sessionId, now())) ? { ...claims, apiKey: null } : undefined;
}

type Loaders = ReturnType<typeof openLoaders>;

function openLoaders(readRows: ReadRows) {
  const byId = <Row extends { id: string }>(entity: EntityName<Row>) =>
    new DataLoader<string, Row | null>(async (ids) => {
      const found = await readRows(entity, `where id in (${ids.map(() => '?').join(', ')})`, ids);
      const rows = new Map(found.map((row) => [row.id, row]));
      return ids.map((id) => rows.get(id) ?? null);
    });
  return {
    user: byId(UserRow),
    airline: byId(AirlineRow),
    member: byId(MemberRow),
    pirep: byId(PirepRow),
    application: byId(ApplicationRow),
    /** Members of now, not who has left. Keyed `<airline id> <user id>`. */
    membership: new DataLoader<string, MemberRow | null>(async (keys) => {
      // What a client calls an airline may have spaces in it; our own ids have none.
      const pairs = keys.map((key) => [key.slice(0, key.lastIndexOf(' ')), key.slice(key.lastIndexOf(' ') + 1)] as const);
      const either = pairs.map(() => 'airline_id = ? and user_id = ? and left_at is null').join(' or ');
      const rows = await readRows(MemberRow, `where ${either}`, pairs.flat());
      return pairs.map(([airlineId, userId]) => rows.find((row) => row.airlineId === airlineId && row.userId === userId) ?? null);
    }),
  };
}
