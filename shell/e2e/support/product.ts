import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** What starts the product: the build in this folder, or the words of `PRODUCT_COMMAND` (JSON), such as another packaging of it. */
const productCommand: string[] = JSON.parse(process.env.PRODUCT_COMMAND ?? 'null') ?? [process.execPath, 'gateway/dist/main.js'];

/** Settings of the server, by the names of their environment variables. */
export type Settings = Record<`JETBRIDGE_${string}` | `OTEL_${string}`, string>;

/** The real product in a process of its own, on an empty data directory. */
export interface Product extends AsyncDisposable {
  url: string;
  /** As printed; present until someone has used it. */
  setupLink: string;
  setupToken: string;
  log(): string;
  /** Ends the server and starts it again at the same address, with the same data and other settings. */
  restart(settings: Settings): Promise<void>;
  /** Ends the server. What it leaves on the disk is the answer, file by file. */
  stop(): Promise<{ file: string; content: Buffer }[]>;
}

/** Starts the server and waits until it has printed its address and the set-up link. */
export async function startProduct(settings: Settings = {}): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), 'jetbridge-e2e-'));
  const lines: string[] = [];
  let server = spawnServer(dataDir, { ...settings, JETBRIDGE_PORT: '0' });
  // A worker that is ended in the middle of a test must not leave its server behind.
  const killServer = () => server.kill('SIGKILL');
  process.on('exit', killServer);

  const setupLink = await firstLine(server, lines, /http:\/\/\S+setup\?token=[\w.~-]+/);
  const { origin, port, searchParams } = new URL(setupLink);
  return {
    url: origin,
    setupLink,
    setupToken: searchParams.get('token') ?? '',
    log: () => lines.join('\n'),
    async restart(changed) {
      await end(server);
      server = spawnServer(dataDir, { ...settings, ...changed, JETBRIDGE_PORT: port });
      await firstLine(server, lines, /is ready at/);
    },
    async stop() {
      await end(server);
      const files = await readdir(dataDir);
      return Promise.all(files.map(async (file) => ({ file, content: await readFile(join(dataDir, file)) })));
    },
    async [Symbol.asyncDispose]() {
      process.off('exit', killServer);
      await end(server);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A product that somebody else has started and will end, such as the containers, at the set-up link it has printed. */
export function productAt(setupLink: string): Product {
  const { origin, searchParams } = new URL(setupLink);
  const notOurs = () => Promise.reject(new Error(`${origin} is not ours to end.`));
  return {
    url: origin,
    setupLink,
    setupToken: searchParams.get('token') ?? '',
    log: () => '',
    restart: notOurs,
    stop: notOurs,
    [Symbol.asyncDispose]: async () => {},
  };
}

function spawnServer(dataDir: string, settings: Settings): ChildProcess {
  const [command = '', ...args] = productCommand;
  return spawn(command, [...args, 'serve'], {
    cwd: root,
    env: { ...process.env, JETBRIDGE_HOST: '127.0.0.1', JETBRIDGE_DATA_DIR: dataDir, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
}

/** What the pattern found in the first line that has it. */
function firstLine(server: ChildProcess, lines: string[], pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr])
      createInterface({ input: stream! }).on('line', (line) => {
        lines.push(line);
        const found = pattern.exec(line);
        if (found) resolve(found[0]);
      });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready:\n${lines.join('\n')}`)));
  });
}
