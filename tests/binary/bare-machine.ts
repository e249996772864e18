import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const executable = join(process.cwd(), 'out/jetbridge-linux-x64');
const root = join(process.cwd(), 'node_modules/.cache/jetbridge/bookworm');
const script = join(process.cwd(), 'tests/binary/bare.sh');
const running = new Set<ChildProcess>();

/** Why there can be no bare machine here; undefined where there can. */
export function missing(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return `the executable is for Linux on x64, this is ${process.platform}-${process.arch}`;
  if (process.getuid?.() !== 0) return 'only root can make the bare machine';
  if (!existsSync(root) && !existsSync('/usr/sbin/debootstrap')) return 'there is no debootstrap here (apt-get install debootstrap)';
  try {
    execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' });
  } catch {
    return 'mount namespaces are not allowed here';
  }
}

/** The smallest Debian 12 there is, made once and kept: no Node, nothing of ours. */
export function makeBareMachine(): void {
  if (existsSync(root)) return;
  const partial = `${root}-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  try {
    execFileSync('debootstrap', ['--variant=minbase', 'bookworm', partial], { stdio: ['ignore', 'ignore', 'inherit'] });
    mkdirSync(join(partial, 'data'));
    writeFileSync(join(partial, 'jetbridge'), '');
    renameSync(partial, root);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** The words that run the executable there; its data directory is $JETBRIDGE_DATA_DIR, and /data in there. */
export const command = ['unshare', '--mount', 'sh', script, root, executable];

export function spawnThere(dataDir: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  const [first = '', ...rest] = command;
  const child = spawn(first, [...rest, ...args], {
    env: { PATH: process.env.PATH, JETBRIDGE_DATA_DIR: dataDir, ...env }, // nothing of this machine's
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** A command to its end: its code, and all it printed. */
export async function runThere(dataDir: string, args: string[]): Promise<{ code: number; output: string }> {
  const child = spawnThere(dataDir, args);
  let output = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk: Buffer) => (output += chunk));
  const [code] = await once(child, 'close');
  return { code, output };
}

/** The server, once it says where it is. */
export async function serveThere(dataDir: string, args: string[] = [], env: Record<string, string> = {}) {
  const child = spawnThere(dataDir, ['serve', '--port', '0', ...args], env);
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => (said += chunk));
  let url = '';
  for await (const line of createInterface({ input: child.stdout! })) {
    said += `${line}\n`;
    url ||= /ready at (\S+)/.exec(line)?.[1] ?? '';
    if (url) break;
  }
  if (!url) throw new Error(`The executable ended before it was ready:\n${said}`);
  child.stdout!.resume();
  return {
    url,
    said: () => said,
    end: async (signal: NodeJS.Signals = 'SIGTERM') => {
      const ended = once(child, 'exit');
      child.kill(signal);
      return (await ended)[0] as number | null;
    },
  };
}

/** Its resident memory, in MiB. Everything between us and the executable has become it (exec), so its number is that of our child. */
export function memoryOf({ pid }: ChildProcess): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
}

export async function endAllThere(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }),
  );
}
