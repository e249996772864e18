import { closeCodes } from '@jetbridge/schema';
import { isPassing } from '@jetbridge/schema/storage';
import { grantOf, liveGrants } from '../auth/grants.ts';
import type { Caller, Services } from '../context.ts';

const mostSockets = 50; // per user
const mostVisitors = 1_000; // sockets of nobody we know: they can do no more than over HTTP
const sweepMs = 2_000; // for what no hint told us of

export interface OpenSocket {
  caller: Caller | null;
  close(code: number, reason: string): void;
  /** Closes it whether or not its reader takes notice. */
  expel(reason: string): void;
}

/**
 * The sockets of people, found by whose they are. When a session or key ends, on whatever gateway, what it opened here is closed: at once where
 * a hint says so, by a sweep where none does, busy or idle.
 */
export class OpenSockets<Socket extends OpenSocket> {
  readonly #byUser = new Map<string, Set<Socket>>();
  readonly #visitors = new Set<Socket>();
  readonly #unsubscribe: () => void;
  readonly #sweeper: NodeJS.Timeout;
  #hints = 0;
  #sweeping = false;

  constructor(
    private readonly services: Services,
    private readonly report: (error: unknown) => void,
  ) {
    this.#unsubscribe = services.bus.subscribe(({ about, tenant: userId }) => {
      if (about !== 'ended') return;
      this.#hints++;
      void this.#check(this.#byUser.get(userId) ?? []);
    });
    this.#sweeper = setInterval(() => void this.#sweep(), sweepMs);
  }

  /** Called before the caller is proved; what it answers is called after. What ends in between is not missed. */
  expect(): (socket: Socket) => boolean {
    const hints = this.#hints;
    return (socket) => {
      if (!socket.caller) return this.#enterVisitor(socket);
      const { userId } = socket.caller;
      const open = this.#byUser.get(userId) ?? new Set();
      if (open.size >= mostSockets) {
        socket.close(closeCodes.TOO_MANY_SOCKETS, `An account has at most ${mostSockets} sockets`);
        return false;
      }
      this.#byUser.set(userId, open.add(socket));
      if (hints !== this.#hints) void this.#check([socket]);
      return true;
    };
  }

  forget(socket: Socket): void {
    if (!socket.caller) return void this.#visitors.delete(socket);
    const { userId } = socket.caller;
    const open = this.#byUser.get(userId);
    if (open?.delete(socket) && open.size === 0) this.#byUser.delete(userId);
  }

  close(): void {
    this.#unsubscribe();
    clearInterval(this.#sweeper);
  }

  #enterVisitor(socket: Socket): boolean {
    if (this.#visitors.size < mostVisitors) return Boolean(this.#visitors.add(socket));
    socket.close(closeCodes.TOO_MANY_SOCKETS, 'Too many visitors at the moment: sign in first');
    return false;
  }

  async #sweep(): Promise<void> {
    if (this.#sweeping) return;
    this.#sweeping = true;
    await this.#check([...this.#byUser.values()].flatMap((sockets) => [...sockets]));
    this.#sweeping = false;
  }

  async #check(sockets: Iterable<Socket>): Promise<void> {
    const asked = [...sockets];
    const callers = asked.flatMap(({ caller }) => caller ?? []);
    if (callers.length === 0) return;
    try {
      const rows = await liveGrants<{ id: string }>(this.services.storage, callers, this.services.now(), { columns: 'g.id' });
      const live = new Set(rows.map(({ id }) => id));
      for (const socket of asked) if (socket.caller && !live.has(grantOf(socket.caller))) socket.expel('Session ended');
    } catch (error) {
      if (!isPassing(error)) this.report(error); // while the database is away, nobody can end anything either; the next sweep looks again
    }
  }
}
