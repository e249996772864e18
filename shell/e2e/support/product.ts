import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** The real product in a process of its own, on an empty data directory. */
export interface Product extends AsyncDisposable {
  url: string;
  /** As printed; present until someone has used it. */
  setupLink: string;
  setupToken: string;
  log(): string;
}

/** Starts the server and waits until it has printed its address and the set-up link. */
export async function startProduct(): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), 'jetbridge-e2e-'));
  const env = { ...process.env, JETBRIDGE_HOST: '127.0.0.1', JETBRIDGE_PORT: '0' };
  const server = spawn(process.execPath, ['gateway/dist/main.js', 'serve', '--data-dir', dataDir], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A worker that is ended in the middle of a test must not leave its server behind.
  const killServer = () => server.kill('SIGKILL');
  process.on('exit', killServer);

  const lines: string[] = [];
  const setupLink = await firstSetupLink(server, lines);
  const { origin, searchParams } = new URL(setupLink);
  return {
    url: origin,
    setupLink,
    setupToken: searchParams.get('token') ?? '',
    log: () => lines.join('\n'),
    async [Symbol.asyncDispose]() {
      process.off('exit', killServer);
      if (server.exitCode === null) {
        const ended = new Promise((resolve) => server.once('exit', resolve));
        server.kill('SIGTERM');
        await ended;
      }
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function firstSetupLink(server: ChildProcess, lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr])
      createInterface({ input: stream! }).on('line', (line) => {
        lines.push(line);
        const link = /http:\/\/\S+setup\?token=[\w.~-]+/.exec(line);
        if (link) resolve(link[0]);
      });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready:\n${lines.join('\n')}`)));
  });
}
