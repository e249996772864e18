import { type Examined, findTroubles, type Trouble } from './find-troubles.ts';

const freshForMs = 1_000; // anybody may ask /readyz, and as often as they like

export type SeenTrouble = Trouble & { since: number };

/** What is wrong as this process sees it: since when, where nothing else tells. */
export class TroubleWatch {
  readonly #seen = new Map<string, number>();
  #lately: { troubles: Promise<SeenTrouble[]>; at: number } | undefined;

  constructor(private readonly examined: Examined) {}

  async find(onError?: (error: unknown) => void): Promise<SeenTrouble[]> {
    const troubles = await findTroubles(this.examined, onError);
    const now = this.examined.now();
    const keys = new Set(troubles.map(keyOf));
    for (const key of this.#seen.keys()) if (!keys.has(key)) this.#seen.delete(key);
    return troubles.map((trouble) => {
      const key = keyOf(trouble);
      if (!this.#seen.has(key)) this.#seen.set(key, now);
      return { ...trouble, since: trouble.since ?? this.#seen.get(key)! };
    });
  }

  /** The same, at most a second old. */
  lately(onError?: (error: unknown) => void): Promise<SeenTrouble[]> {
    const now = performance.now();
    if (!this.#lately || now - this.#lately.at >= freshForMs) this.#lately = { troubles: this.find(onError), at: now };
    return this.#lately.troubles;
  }
}

function keyOf({ code, airline = '' }: Trouble): string {
  return `${code} ${airline}`;
}
