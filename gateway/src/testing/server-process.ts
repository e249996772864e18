import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const running = new Set<ChildProcess>();
const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface ServerProcess {
  process: ChildProcess;
  url: string;
  /** From the printed link; undefined when the installation is set up. */
  setupToken: string | undefined;
  output: string[];
  /** Sends the signal and waits for the end: exit code, signal and how long it took in ms. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null; tookMs: number }>;
}

/** Starts the built product in a process of its own, as a person would, and waits until it says where it is. */
export async function startServerProcess(dataDir: string, args: string[] = [], env: Record<string, string> = {}): Promise<ServerProcess> {
  if (!existsSync(main)) throw new Error('gateway/dist is missing: run `npm run build` first');
  const child = spawn(process.execPath, [main, 'serve', '--data-dir', dataDir, '--port', '0', ...args], {
    env: { ...process.env, JETBRIDGE_LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const output: string[] = [];
  let url = '';
  for await (const line of createInterface({ input: child.stdout! })) {
    output.push(line);
    url ||= /ready at (\S+)/.exec(line)?.[1] ?? '';
    if (/Set up|^ {2}Data/.test(line) && url) {
      // The setup link, when there is one, is printed in the same breath as the data directory.
      if (/Set up/.test(line) || !(await needsSetup(url))) break;
    }
  }
  child.stdout!.resume();
  const setupToken = /setup\?token=(\S+)/.exec(output.join('\n'))?.[1];
  return {
    process: child,
    url,
    setupToken,
    output,
    end: async (signal) => {
      const started = performance.now();
      const ended = once(child, 'exit');
      child.kill(signal);
      const [code, by] = (await ended) as [number | null, NodeJS.Signals | null];
      return { code, signal: by, tookMs: performance.now() - started };
    },
  };
}

/** Ends whatever a test left running, however it failed. */
export async function endServerProcesses(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }),
  );
}

async function needsSetup(url: string): Promise<boolean> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ setup { needed } }"}',
  });
  return ((await response.json()) as { data: { setup: { needed: boolean } } }).data.setup.needed;
}

/** Any command of the built product, in a process of its own. */
export async function runProduct(args: string[], env: Record<string, string> = {}): Promise<{ code: number | null; output: string }> {
  const child = spawnProduct(args, env);
  let output = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk: Buffer) => (output += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

/** A command that stays, once it has printed what is waited for; answers the first group of the pattern. */
export async function startProductProcess(args: string[], env: Record<string, string>, ready: RegExp) {
  const child = spawnProduct(args, env);
  child.stderr!.resume();
  let said = '';
  for await (const line of createInterface({ input: child.stdout! })) {
    said = ready.exec(line)?.[1] ?? '';
    if (said) break;
  }
  if (!said) throw new Error(`jetbridge ${args.join(' ')} ended early`);
  child.stdout!.resume();
  return {
    process: child,
    said,
    end: async (signal: NodeJS.Signals) => {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

/** Any command, to do with what one likes. It is ended with the others. */
export function spawnProduct(args: string[], env: Record<string, string>): ChildProcess {
  if (!existsSync(main)) throw new Error('gateway/dist is missing: run `npm run build` first');
  const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}
