import type { Command, Commands } from '@jetbridge/schema';

/** What can be done here and now. Of front ends side by side only one counts: the pane that has the focus, or the leading one. */
export class CommandRegistry {
  readonly #offered = new Map<string, (readonly Command[])[]>();
  /** What the shell offers itself. */
  own: () => Command[] = () => [];
  /** The front end whose page is meant. */
  current: () => string | null = () => null;

  /** The registry as one front end sees it. */
  of(frontEnd: string): Commands {
    const lists = this.#offered.get(frontEnd) ?? [];
    this.#offered.set(frontEnd, lists);
    return {
      add(commands) {
        const list = [...commands]; // the same array may be added twice and leave once
        lists.push(list);
        return () => {
          const at = lists.indexOf(list);
          if (at >= 0) lists.splice(at, 1);
        };
      },
    };
  }

  /** The page's first, what was added last before the rest, then the shell's: the first with a key has it, and of an id there is one. */
  list(): Command[] {
    const frontEnd = this.current();
    const page = (frontEnd !== null && this.#offered.get(frontEnd)) || [];
    const all = [...page.toReversed().flat(), ...this.own()];
    return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
  }
}
