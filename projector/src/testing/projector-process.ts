import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

const secret = 'a secret for projector processes only';

/** The projector in a process of its own, from its sources. `said` waits until it has printed something. */
export function spawnProjector(databaseUrl: string, args: string[] = []) {
  const child = spawn(process.execPath, ['--conditions=source', '--experimental-transform-types', '--no-warnings', main, ...args], {
    env: { ...process.env, JETBRIDGE_DATABASE_URL: databaseUrl, JETBRIDGE_SECRET: secret },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const onExit = () => child.kill('SIGKILL');
  process.once('exit', onExit);
  child.once('exit', () => process.off('exit', onExit));
  const lines: string[] = [];
  const heard = new EventEmitter();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      heard.emit('line');
    });
  }
  const said = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => lines.some((line) => line.includes(text)) && resolve();
      heard.on('line', look);
      child.once('exit', () => reject(new Error(`the projector ended:\n${lines.join('\n')}`)));
      look();
    });
  return { child, lines, said, end: (signal: NodeJS.Signals = 'SIGTERM') => end(child, signal) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
