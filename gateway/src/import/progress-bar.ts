const width = 30;
const redrawMs = 100;

/** How far something is, on the terminal: a line that is drawn again, or, where nobody watches, one for every tenth. */
export class ProgressBar {
  readonly #startedAt = performance.now();
  #drawnAt = Number.NEGATIVE_INFINITY;
  #tenth = 0;
  #drawn = false;

  constructor(
    private readonly total: number,
    private readonly out: NodeJS.WriteStream = process.stderr,
  ) {}

  /** @param what such as `pireps 4,250` */
  show(done: number, what: string): void {
    const part = this.total > 0 ? Math.min(1, done / this.total) : 1;
    const now = performance.now();
    if (!this.out.isTTY) {
      const tenth = Math.floor(part * 10);
      if (tenth > this.#tenth) this.out.write(`${tenth * 10} % · ${what}\n`);
      this.#tenth = Math.max(tenth, this.#tenth);
      return;
    }
    if (part < 1 && now - this.#drawnAt < redrawMs) return;
    this.#drawnAt = now;
    this.#drawn = true;
    const filled = Math.round(part * width);
    const left = part > 0.02 && part < 1 ? ` · ${seconds(((now - this.#startedAt) * (1 - part)) / part)} left` : '';
    this.out.write(`\r\x1b[K${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${Math.floor(part * 100)} % · ${what}${left}`);
  }

  /** Leaves the last line as it is. */
  end(): void {
    if (this.#drawn) this.out.write('\n');
  }
}

function seconds(ms: number): string {
  const whole = Math.ceil(ms / 1_000);
  return whole < 90 ? `${whole} s` : `${Math.round(whole / 60)} min`;
}
