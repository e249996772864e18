import type { Product } from '../../gateway/src/testing/product.ts';
import { createSend } from '../../shell/src/api.ts';
import { ShellSession } from '../../shell/src/session.ts';

/** What the tabs of one browser share: cookies as the server sets them, storage, and hearing of each other. */
export class Browser {
  readonly #cookies = new Map<string, string>();
  readonly #kept = new Map<string, string>();
  readonly #tabs = new Set<(news: 'signed-in' | 'signed-out') => void>();
  /** How many renewals were asked for. */
  renewals = 0;
  /** What happens to an answer on its way: it may take its time, or get lost by throwing. */
  onAnswer: () => Promise<void> = async () => {};

  constructor(private readonly product: Product) {}

  /** As a browser fetches: with the cookies of the moment the request leaves, and those of the answer kept when it arrives. */
  readonly fetch: typeof fetch = async (path, init) => {
    if (String(init?.body).includes('refreshSession')) this.renewals++;
    const headers = new Headers(init?.headers);
    headers.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(`${this.product.url}${path}`, { ...init, headers });
    await this.onAnswer();
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value) this.#cookies.set(name!, value);
      else this.#cookies.delete(name!);
    }
    return response;
  };

  openTab(): ShellSession {
    let own: (news: 'signed-in' | 'signed-out') => void = () => {};
    return new ShellSession({
      send: createSend(this.fetch),
      keep: {
        get: (key) => this.#kept.get(key) ?? null,
        set: (key, value) => void this.#kept.set(key, value),
        remove: (key) => void this.#kept.delete(key),
      },
      tabs: {
        tell: (news) => {
          for (const tab of this.#tabs) if (tab !== own) tab(news);
        },
        listen: (listener) => {
          own = listener;
          this.#tabs.add(listener);
        },
      },
      now: () => this.product.services.now(),
    });
  }
}
