import { allows, type Permission, Rejected, type Standing } from '@jetbridge/schema';
import {
  AirlineRow,
  type Bus,
  EventCodec,
  Keyring,
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
import type { EntityName } from '@mikro-orm/core';
import DataLoader from 'dataloader';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessTokens } from './auth/access-tokens.ts';
import { Credentials } from './auth/credentials.ts';
import { Passwords } from './auth/passwords.ts';
import { Sessions } from './auth/sessions.ts';
import { SetupTokens } from './auth/setup-tokens.ts';
import { Commands } from './commands.ts';
import type { Config } from './config.ts';
import { Cursors } from './cursors.ts';
import { Projected } from './projected.ts';

/** Everything a process is made of, built once, here. */
export interface Services {
  readonly config: Config;
  readonly storage: Storage;
  readonly readRows: ReadRows;
  readonly bus: Bus;
  readonly codec: EventCodec;
  readonly projected: Projected;
  readonly cursors: Cursors;
  readonly commands: Commands;
  readonly accessTokens: AccessTokens;
  readonly credentials: Credentials;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly setupTokens: SetupTokens;
  /** Epoch ms. */
  now(): number;
  close(): Promise<void>;
}

export async function openServices(config: Config, now: () => number = Date.now): Promise<Services> {
  const tell = (line: string) => console.error(line);
  const storage = await openPrepared(config, tell);
  const bus = await openBus(config.natsUrl, tell);
  const keyring = new Keyring(config.secrets);
  const codec = new EventCodec(new PersonKeys(keyring, storage.reader));
  const projected = new Projected(storage, bus);
  const cursors = new Cursors(keyring);
  return {
    config,
    storage,
    readRows: rowReader(storage),
    bus,
    codec,
    projected,
    cursors,
    commands: new Commands(storage.log, codec, bus, projected, cursors),
    accessTokens: new AccessTokens(keyring),
    credentials: new Credentials(storage, keyring),
    passwords: new Passwords(),
    sessions: new Sessions(storage, keyring),
    setupTokens: new SetupTokens(storage),
    now,
    close: async () => {
      projected.close();
      await bus.close();
      await storage.close();
    },
  };
}

/** Who is asking, proved by an access token whose session is live. */
export interface Caller {
  userId: string;
  sessionId: string;
  /** Epoch ms: when the token ends, and with it what it opened. */
  expiresAt: number;
}

/** One operation's world. `loaders` see the read models as they were when first asked: a subscription renews them for each change. */
export class RequestContext {
  loaders: Loaders;

  constructor(
    readonly services: Services,
    private signedIn: Caller | null,
    /** True when the request carried a token that is no longer good: the answer is "sign in again", not "you may not". */
    readonly staleToken: boolean,
    readonly http?: { request: FastifyRequest; reply: FastifyReply },
  ) {
    this.loaders = openLoaders(services.readRows);
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
    this.loaders = openLoaders(this.services.readRows);
  }

  /** The caller's user id, or the refusal. */
  get userId(): string {
    if (this.caller) return this.caller.userId;
    throw new Rejected('UNAUTHENTICATED', this.staleToken ? 'Your session has ended; sign in again.' : 'Sign in first.');
  }

  async standing(airlineId?: string): Promise<Standing> {
    if (!this.caller) return { signedIn: false, platformAdmin: false };
    const { userId } = this.caller;
    const [user, member] = await Promise.all([
      this.loaders.user.load(userId),
      airlineId ? this.loaders.membership.load(`${airlineId} ${userId}`) : null,
    ]);
    return { signedIn: true, platformAdmin: user?.platformAdmin ?? false, role: member?.role ?? null };
  }

  /** Refuses unless the caller has the permission; to a stranger of the airline, what is in it does not exist. */
  async require(permission: Permission, airlineId?: string): Promise<void> {
    const who = await this.standing(airlineId);
    if (allows(permission, who)) return;
    if (!who.signedIn) void this.userId;
    if (airlineId && !who.role && !who.platformAdmin) throw new Rejected('NOT_FOUND', 'There is no such thing here.');
    throw new Rejected('FORBIDDEN', 'Your role does not allow this.');
  }
}

export async function authenticate(
  services: Services,
  authorization: string | undefined,
): Promise<{ caller: Caller | null; staleToken: boolean }> {
  if (!authorization) return { caller: null, staleToken: false };
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  const claims = token ? services.accessTokens.verify(token, services.now()) : undefined;
  const live = claims && (await services.sessions.isLive(claims.sessionId, services.now()));
  return live ? { caller: claims, staleToken: false } : { caller: null, staleToken: true };
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
    /** Keyed `<airline id> <user id>`. */
    membership: new DataLoader<string, MemberRow | null>(async (keys) => {
      const pairs = keys.map((key) => key.split(' ') as [string, string]);
      const either = pairs.map(() => 'airline_id = ? and user_id = ?').join(' or ');
      const rows = await readRows(MemberRow, `where ${either}`, pairs.flat());
      return pairs.map(([airlineId, userId]) => rows.find((row) => row.airlineId === airlineId && row.userId === userId) ?? null);
    }),
  };
}
