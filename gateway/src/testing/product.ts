import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailDelivery, Projector, readModels } from '@jetbridge/projector';
import type { MemberRole } from '@jetbridge/schema';
import { platformTenant, rosterStream, userStream } from '@jetbridge/schema/events';
import { createTestDatabase, testSecret } from '@jetbridge/schema/testing';
import { v7 as uuid } from 'uuid';
import { inject } from 'vitest';
import { userDecider } from '../accounts/user.decider.ts';
import type { Config } from '../config.ts';
import { openServices } from '../context.ts';
import { memberDecider } from '../members/member.decider.ts';
import { startServer } from '../server.ts';
import { connectTo } from './client.ts';

export type Database = 'sqlite' | 'postgres';

/** Both, where PostgreSQL can be started; the suite of the event log says so where it cannot. */
export const databases: Database[] = inject('postgresUrl') ? ['sqlite', 'postgres'] : ['sqlite'];

export type Product = Awaited<ReturnType<typeof startProduct>>;

/** The whole product in this process, over real HTTP and WebSocket, on a database of its own. `await using` ends and removes it. */
export async function startProduct({ database = 'sqlite', ...over }: Partial<Config> & { database?: Database } = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'jetbridge-product-'));
  const postgres = database === 'postgres' ? await createTestDatabase(inject('postgresUrl')!) : undefined;
  const config: Config = {
    dataDir,
    databaseUrl: postgres?.url ?? join(dataDir, 'jetbridge.db'),
    secrets: [testSecret],
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    smtpUrl: null,
    mailFrom: 'Jetbridge <mail@jetbridge.example>',
    deletionGraceDays: 7,
    roles: new Set(['gateway', 'projector'] as const),
    graphiql: false,
    introspection: false,
    trustedProxies: [],
    corsOrigins: [],
    metricsToken: null,
    openMetrics: true,
    logLevel: 'silent',
    logFormat: null,
    otlpEndpoint: null,
    otlpHeaders: {},
    serviceName: 'jetbridge',
    sampleRatio: 1,
    ...over,
  };
  let clock: number | undefined;
  const services = await openServices(config, () => clock ?? Date.now());
  const { storage, codec, bus, mailOutbox, metrics } = services;
  const projector = new Projector({ storage, codec, bus, projections: readModels, metrics, onError: (error) => console.error(error) });
  await projector.start();
  const told: string[] = [];
  const mailDelivery = new MailDelivery({
    ...{ storage, mailOutbox, settings: config, now: services.now, lookEveryMs: 50 },
    tell: (line) => told.push(line),
  });
  mailDelivery.start();
  const server = await startServer(services);

  const { ask, subscribe } = connectTo(server.url);

  const password = 'a password for tests';
  const signIn = async (email: string): Promise<string> => {
    const { data } = await ask(`mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }`, { input: { email, password } });
    return data.signIn.accessToken;
  };

  /** Sets the installation up; the platform admin's token. */
  const setUp = async (): Promise<string> => {
    const token = await services.setupTokens.issue(services.now());
    const input = { token, email: 'admin@example.org', displayName: 'Ada Admin', password };
    const { data } = await ask(`mutation ($input: CompleteSetupInput!) { completeSetup(input: $input) { accessToken } }`, { input });
    return data.completeSetup.accessToken;
  };

  const createAirline = async (token: string, code: string): Promise<string> => {
    const { data } = await ask(
      `mutation ($input: CreateAirlineInput!) { createAirline(input: $input) { airline { id } } }`,
      { input: { code, name: `Airline ${code}` } },
      { token },
    );
    return data.createAirline.airline.id;
  };

  /** A new person, in the airline with this role or in none. No mutation lets people in yet, so this goes through the deciders. */
  const person = async (name: string, member?: { airlineId: string; role: MemberRole }): Promise<string> => {
    const [userId, email] = [uuid(), `${name}@example.org`];
    const now = services.now();
    const passwordHash = await services.passwords.hash(password);
    const by = { operation: 'test', actorId: null, input: {}, now };
    await services.commands.run({
      ...by,
      decide: async (streams) => ({
        resultId: userId,
        writes: [
          await streams.decide(userDecider, platformTenant, userStream(userId), {
            ...{ type: 'Register', userId, email, displayName: name },
            verified: true,
            platformAdmin: false,
          }),
        ],
        statements: [services.credentials.insert(userId, email, passwordHash, now)],
      }),
    });
    if (member) await joinAirline(email, member.airlineId, member.role);
    return signIn(email);
  };

  const joinAirline = async (email: string, airlineId: string, role: MemberRole = 'PILOT'): Promise<void> => {
    const { userId } = (await services.credentials.find(email))!;
    const joining = { type: 'Join' as const, memberId: uuid(), userId, role, joinedBy: 'INVITATION' as const };
    await services.commands.run({
      ...{ operation: 'test', actorId: null, input: {}, now: services.now() },
      decide: async (streams) => ({ resultId: userId, writes: [await streams.decide(memberDecider, airlineId, rosterStream, joining)] }),
    });
  };

  return {
    ask,
    signIn,
    setUp,
    createAirline,
    person,
    /** Makes who has this address a member. */
    joinAirline,
    subscribe,
    services,
    projector,
    mailDelivery,
    /** What the operator was told about mail. */
    told,
    /** Erases whoever is due now. */
    eraseDue: () => server.erasure.settle(),
    dataDir,
    url: server.url,
    log: server.app.log,
    /** Stops the clock at this moment (epoch ms). */
    setClock: (now: number) => {
      clock = now;
    },
    /** Stops it so many ms from now. */
    pass: (ms: number) => {
      clock = services.now() + ms;
    },
    [Symbol.asyncDispose]: async () => {
      await server.close();
      await projector.close();
      await mailDelivery.close();
      await services.close();
      await postgres?.[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
