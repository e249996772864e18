import type { AccountChangesSubscription } from '@jetbridge/schema';

export type Step = Pick<AccountChangesSubscription['accountChanges'], 'cursor' | 'previous' | 'kind'>;

const keptChanges = 500; // more than arrive while one answer is on its way

interface Past<C> {
  held: string;
  /** The last changes up to `held`, oldest first. */
  recent: C[];
}

/**
 * Up to where the cache is complete, per topic: an airline, or the account. The first read sets the place and only the stream of changes moves it: a later read
 * refreshes what it read, but not what an earlier one left beside it, so resuming from the later cursor would skip changes.
 */
export class TopicHistory<C extends Step> {
  readonly #topics = new Map<string, Past<C>>();

  /** Notes an answer read at `cursor`, and says which changes have overtaken it: they must be applied again on top of it. */
  read(topic: string, cursor: string): C[] {
    const past = this.#topics.get(topic);
    if (!past) this.#topics.set(topic, { held: cursor, recent: [] });
    const next = past?.recent.findIndex(({ previous }) => previous === cursor) ?? -1;
    return past && next >= 0 ? past.recent.slice(next) : [];
  }

  cursor(topic: string): string | null {
    return this.#topics.get(topic)?.held ?? null;
  }

  /** Moves on to a change and says what it is: the next one, one heard before, or one after a gap. */
  step(topic: string, change: C): 'next' | 'known' | 'gap' {
    const { cursor, previous, kind } = change;
    const past = this.#topics.get(topic);
    if (kind !== 'RESYNC' && past?.recent.some((known) => known.cursor === cursor)) return 'known';
    if (kind === 'RESYNC' || past?.held !== previous) {
      this.#topics.set(topic, { held: cursor, recent: [] });
      return 'gap';
    }
    past.held = cursor;
    past.recent.push(change);
    if (past.recent.length > keptChanges) past.recent.shift();
    return 'next';
  }

  forget(): void {
    this.#topics.clear();
  }
}
