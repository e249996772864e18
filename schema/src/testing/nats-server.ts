import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { findProgram } from './machine.ts';

export interface NatsServer extends AsyncDisposable {
  url: string;
  process: ChildProcess;
  /** As `kill -9` does. */
  kill(): Promise<void>;
  /** Again on the same port. */
  start(): Promise<void>;
}

export function findNatsServer(path?: string): string | undefined {
  return findProgram('nats-server', path);
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
