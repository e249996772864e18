/** What the clients of one airline sent and were told: the only truth its log is held against. */
export interface Sent {
  commandId: string;
  /** Order of sending and of the answer's arrival, on one clock for all clients. */
  sentAt: number;
  answeredAt?: number;
  /** `stored`: acknowledged. `refused`: a rule said no. Undefined: nobody knows, the connection broke. */
  outcome?: 'stored' | 'refused';
  /** The PIREP the answer was about. */
  pirepId?: string;
}

export class Journal {
  readonly sent: Sent[] = [];
  #clock = 0;
  #waiting: { count: number; resolve(): void }[] = [];

  send(commandId: string): Sent {
    const entry: Sent = { commandId, sentAt: ++this.#clock };
    this.sent.push(entry);
    return entry;
  }

  answer(entry: Sent, outcome: 'stored' | 'refused', pirepId?: string): void {
    Object.assign(entry, { answeredAt: ++this.#clock, outcome, pirepId });
    const stored = this.stored;
    this.#waiting = this.#waiting.filter((waiter) => {
      if (stored < waiter.count) return true;
      waiter.resolve();
      return false;
    });
  }

  get stored(): number {
    return this.sent.filter(({ outcome }) => outcome === 'stored').length;
  }

  /** Resolves when so many commands more were acknowledged. */
  more(count: number): Promise<void> {
    return new Promise((resolve) => this.#waiting.push({ count: this.stored + count, resolve }));
  }
}
