import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openStorage, type Storage } from '@jetbridge/schema/storage';
import { findNatsServer, type NatsServer, type PostgresCluster, startNatsServer, startPostgres } from '@jetbridge/schema/testing';
import { runProduct, startProductProcess } from '../../gateway/src/testing/server-process.ts';
import { Door } from './door.ts';

const secret = 'a secret that all processes of the profile share';
const gateways = 2;
const projectors = 2;

/** One process of the product. */
export interface Replica {
  readonly role: 'gateway' | 'projector';
  process: ChildProcess;
  /** Set while it is up, for a gateway. */
  url: string | undefined;
}

/** Two gateways, two projectors, PostgreSQL that syncs, and NATS where there is one: processes, all of which may be killed. */
export class Profile implements AsyncDisposable {
  readonly door = new Door();
  readonly replicas: Replica[] = [];
  readonly #killed = new WeakSet<ChildProcess>();
  readonly #over = Promise.withResolvers<never>();

  private constructor(
    readonly env: Record<string, string>,
    readonly postgres: PostgresCluster,
    readonly nats: NatsServer | undefined,
    /** For looking at the database beside the product. */
    readonly storage: Storage,
  ) {
    this.#over.promise.catch(() => {});
  }

  /** The profile, running, and the token that sets it up. Undefined where there is no PostgreSQL. */
  static async start(dataDir: string): Promise<{ profile: Profile; setupToken: string } | undefined> {
    const postgres = await startPostgres({ fsync: true });
    if (!postgres) return undefined;
    const binary = findNatsServer();
    const nats = binary ? await startNatsServer(binary) : undefined;
    const env = {
      JETBRIDGE_DATA_DIR: dataDir,
      JETBRIDGE_DATABASE_URL: postgres.url,
      JETBRIDGE_SECRET: secret,
      JETBRIDGE_LOG_LEVEL: 'silent', // what it says while everything around it dies fills pages
      ...(nats && { JETBRIDGE_NATS_URL: nats.url }),
    };
    const migrated = await runProduct(['migrate'], env);
    if (migrated.code !== 0) throw new Error(migrated.output);
    const profile = new Profile(env, postgres, nats, await openStorage(postgres.url));
    const setupToken = await profile.#setupToken();
    const roles = [...Array(gateways).fill('gateway'), ...Array(projectors).fill('projector')] as Replica['role'][];
    await Promise.all(roles.map((role) => profile.#add(role)));
    return { profile, setupToken };
  }

  /** Rejects when a process ends that nobody killed. */
  get over(): Promise<never> {
    return this.#over.promise;
  }

  /** As `kill -9` does, and starts another in its place. */
  async replace(replica: Replica): Promise<void> {
    if (replica.url) this.door.shut(replica.url);
    const ended = once(replica.process, 'exit');
    this.#kill(replica);
    await ended;
    await this.#launch(replica);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const replica of this.replicas) this.#kill(replica);
    await this.storage.close().catch(() => {});
    await this.nats?.kill();
    await this.postgres.remove();
  }

  #kill({ process }: Replica): void {
    this.#killed.add(process);
    process.kill('SIGKILL');
  }

  async #add(role: Replica['role']): Promise<void> {
    const replica = { role, url: undefined } as unknown as Replica;
    await this.#launch(replica);
    this.replicas.push(replica);
  }

  async #launch(replica: Replica): Promise<void> {
    const args = ['serve', '--roles', replica.role, '--no-migrate', '--port', '0'];
    const ready = replica.role === 'gateway' ? /ready at (\S+)/ : /projector is (following) the log/;
    const { process, said } = await startProductProcess(args, this.env, ready);
    replica.process = process;
    process.once('exit', (code, signal) => {
      if (!this.#killed.has(process)) this.#over.reject(new Error(`a ${replica.role} ended by itself: ${code ?? signal}`));
    });
    if (replica.role !== 'gateway') return;
    replica.url = said;
    this.door.open(said);
  }

  /** From a gateway started for it: it prints the link behind the line that says where it is. */
  async #setupToken(): Promise<string> {
    const gateway = await startProductProcess(['serve', '--roles', 'gateway', '--port', '0'], this.env, /setup\?token=(\S+)/);
    await gateway.end('SIGTERM');
    return gateway.said;
  }
}
