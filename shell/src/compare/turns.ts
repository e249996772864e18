import { type Framework, frameworks } from '../place.ts';

const quietFrames = 3; // without a change: what was delivered changed nothing that is shown

export interface Painted {
  framework: Framework;
  /** From handing it over to the first frame that shows it, in ms. */
  ms: number;
}

interface Ports {
  /** Resolves when a frame was painted, with whether the pane had changed by then. */
  frame(framework: Framework): Promise<boolean>;
  /** Nobody sees it: nothing is painted, so nothing is waited for. */
  hidden(): boolean;
  now(): number;
  /** A pane was just told something. */
  told(framework: Framework): void;
  painted(painted: Painted): void;
}

/**
 * What reaches several panes at once is handed to one after another, each when the one before has painted it: they share a thread, and told
 * together the slowest would make all of them slow. Who is first changes with each round.
 */
export class Turns {
  readonly #ports: Ports;
  #waiting = new Map<Framework, (() => void)[]>();
  #round = 0;
  #running = false;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  hold(framework: Framework, deliver: () => void): void {
    this.#waiting.set(framework, [...(this.#waiting.get(framework) ?? []), deliver]);
    if (this.#running) return;
    this.#running = true;
    queueMicrotask(() => void this.#run()); // all who are told the same thing have come by then
  }

  async #run(): Promise<void> {
    while (this.#waiting.size > 0) {
      const round = this.#waiting;
      this.#waiting = new Map();
      const alone = round.size === 1; // its own affair: nobody else is kept from anything
      for (const framework of rotated(this.#round++)) {
        const deliveries = round.get(framework);
        if (!deliveries) continue;
        const started = this.#ports.now();
        for (const deliver of deliveries) deliver();
        this.#ports.told(framework);
        if (this.#ports.hidden()) continue;
        const watched = this.#watch(framework, started);
        if (!alone) await watched;
      }
    }
    this.#running = false;
  }

  async #watch(framework: Framework, started: number): Promise<void> {
    for (let frame = 0; frame < quietFrames; frame++) {
      if (!(await this.#ports.frame(framework))) continue;
      return this.#ports.painted({ framework, ms: this.#ports.now() - started });
    }
  }
}

function rotated(round: number): Framework[] {
  const first = round % frameworks.length;
  return [...frameworks.slice(first), ...frameworks.slice(0, first)];
}
