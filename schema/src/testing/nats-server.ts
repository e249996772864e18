import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

export interface NatsServer extends AsyncDisposable {
  url: string;
  process: ChildProcess;
  /** As `kill -9` does. */
  kill(): Promise<void>;
  /** Again on the same port. */
  start(): Promise<void>;
}

/** Where nats-server is, if anywhere. Debian puts it where only root's PATH looks. */
export function findNatsServer(path = process.env.PATH ?? ''): string | undefined {
  return [...path.split(delimiter), '/usr/sbin', '/usr/local/bin'].map((folder) => join(folder, 'nats-server')).find(isExecutable);
}

/** A real NATS server on a free port of the loopback. */
export async function startNatsServer(binary: string): Promise<NatsServer> {
  let port = '-1'; // any free one, the first time
  process.once('exit', () => server.process?.kill('SIGKILL'));
  const server: NatsServer = {
    url: '',
    process: undefined as unknown as ChildProcess,
    start: async () => {
      const child = spawn(binary, ['-a', '127.0.0.1', '-p', port], { stdio: ['ignore', 'ignore', 'pipe'] });
      server.process = child;
      for await (const line of createInterface({ input: child.stderr! })) {
        port = /Listening for client connections on [^:]+:(\d+)/.exec(line)?.[1] ?? port;
        if (line.includes('Server is ready')) break;
        if (line.includes('[FTL]')) throw new Error(line);
      }
      child.stderr!.resume();
      server.url = `nats://127.0.0.1:${port}`;
    },
    kill: async () => {
      const child = server.process;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    [Symbol.asyncDispose]: () => server.kill(),
  };
  await server.start();
  return server;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
