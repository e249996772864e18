import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Strike } from './failpoint-matrix.ts';

const main = fileURLToPath(new URL('../../gateway/dist/main.js', import.meta.url));
const preload = new URL('./arm.mjs', import.meta.url).href;

export interface When {
  /** Struck at this passing of the place, so many turns of the event loop later. */
  hit: number;
  turns: number;
  /** For how long what is delayed or cut off is away. */
  awayMs: number;
}

interface Watcher {
  onReady(port: number): void;
  onExit(): void;
}

/**
 * The built product in a process that can be struck. However it ends, another is started on what it left, from a spare that has loaded
 * everything and begun nothing; ending by itself is a failure of whoever waits.
 */
export class ArmedProcess {
  setupToken = '';
  /** The last things it complained about, for whoever reads a failure. */
  readonly complaints: string[] = [];
  readonly #args: string[];
  readonly #env: NodeJS.ProcessEnv;
  readonly #watcher: Watcher;
  #spare: ChildProcess;
  #child!: ChildProcess;
  #closing = false;
  #died = Promise.withResolvers<never>();

  constructor(args: string[], env: Record<string, string>, watcher: Watcher) {
    this.#args = ['--import', preload, main, ...args];
    this.#env = { ...process.env, ...env };
    this.#watcher = watcher;
    this.#spare = this.#spawn();
  }

  async start(): Promise<void> {
    const child = this.#spare;
    this.#child = child;
    createInterface({ input: child.stderr! }).on('line', (line) => {
      if (this.complaints.push(line) > 20) this.complaints.shift();
    });
    child.send('begin');
    let port = 0;
    for await (const line of createInterface({ input: child.stdout! })) {
      port ||= Number(/ready at http:\/\/[^:]+:(\d+)/.exec(line)?.[1] ?? 0);
      this.setupToken ||= /setup\?token=(\S+)/.exec(line)?.[1] ?? '';
      if (this.setupToken && port) break; // the link is printed once, after the address
    }
    if (!port) throw new Error(`the product did not start:\n${this.complaints.join('\n')}`);
    child.stdout!.resume();
    child.once('exit', (code, signal) => this.#ended(code ?? signal));
    this.#spare = this.#spawn();
    this.#watcher.onReady(port);
  }

  /** Rejects when the product ends though nobody killed it. */
  died(): Promise<never> {
    this.#died = Promise.withResolvers();
    this.#died.promise.catch(() => {}); // not everybody who asks waits
    return this.#died.promise;
  }

  /** Arms the place; resolves when it was struck. `cut` is called when the strike says so, and the product goes on afterwards. */
  async strike(strike: Strike, when: When, cut: () => void): Promise<void> {
    const child = this.#child;
    const struck = Promise.withResolvers<void>();
    const hear = (said: unknown) => {
      if (said === 'cut') {
        cut();
        child.send('go on');
      } else if (said === 'struck' && strike.action !== 'kill') struck.resolve();
    };
    child.on('message', hear);
    child.once('exit', struck.resolve);
    child.send({ ...strike, ...when });
    await struck.promise;
    if (strike.action !== 'reset') child.off('message', hear);
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#spare.kill('SIGKILL');
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await ended;
  }

  #spawn(): ChildProcess {
    return spawn(process.execPath, this.#args, { env: this.#env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  }

  #ended(how: number | NodeJS.Signals | null): void {
    this.#watcher.onExit();
    if (this.#closing) return;
    if (how !== 'SIGKILL') this.#died.reject(new Error(`the product ended by itself: ${how}`));
    this.start().catch(this.#died.reject);
  }
}
