import { describe, expect, it } from 'vitest';
import { type Framework, frameworks } from '../place.ts';
import { type Painted, Turns } from './turns.ts';

/** Panes whose every delivery changes them after so many frames (0: never), on a clock of 16 ms a frame. */
function panes(framesUntilChange: Record<Framework, number>) {
  const [order, painted] = [[] as string[], [] as Painted[]];
  const due = new Map<Framework, number>();
  let [clock, hidden] = [0, false];
  const turns = new Turns({
    now: () => clock,
    hidden: () => hidden,
    told: () => {},
    async frame(framework) {
      clock += 16;
      const left = (due.get(framework) ?? 0) - 1;
      due.set(framework, left);
      return left === 0;
    },
    painted: (one) => painted.push(one),
  });
  const tell = (framework: Framework, what: string) =>
    turns.hold(framework, () => {
      order.push(`${framework} ${what}`);
      due.set(framework, framesUntilChange[framework]);
    });
  const settle = async () => {
    for (let turn = 0; turn < 100; turn++) await Promise.resolve();
  };
  return { order, painted, tell, settle, hide: () => (hidden = true) };
}

describe('panes that are told the same at once', () => {
  it('have it one after another, and each round begins with another', async () => {
    const { order, tell, settle } = panes({ react: 1, vue: 1, svelte: 1 });
    for (const what of ['a', 'b', 'c']) {
      for (const framework of frameworks) tell(framework, what);
      await settle();
    }
    expect(order).toEqual(['react a', 'vue a', 'svelte a', 'vue b', 'svelte b', 'react b', 'svelte c', 'react c', 'vue c']);
  });

  it('are each measured from their own turn to the frame that shows it: one that is slow costs only itself', async () => {
    const { painted, tell, settle } = panes({ react: 1, vue: 3, svelte: 1 });
    for (const framework of frameworks) tell(framework, 'a');
    await settle();
    expect(painted).toEqual([
      { framework: 'react', ms: 16 },
      { framework: 'vue', ms: 48 },
      { framework: 'svelte', ms: 16 },
    ]);
  });

  it('say nothing where nothing changed', async () => {
    const { painted, tell, settle } = panes({ react: 0, vue: 1, svelte: 0 });
    for (const framework of frameworks) tell(framework, 'a');
    await settle();
    expect(painted).toEqual([{ framework: 'vue', ms: 16 }]);
  });

  it('lose nothing that comes meanwhile, in its order', async () => {
    const { order, tell, settle } = panes({ react: 1, vue: 1, svelte: 1 });
    tell('react', 'a');
    tell('vue', 'a');
    await Promise.resolve();
    tell('vue', 'b');
    tell('vue', 'c');
    tell('react', 'b');
    await settle();
    expect(order.filter((one) => one.startsWith('vue'))).toEqual(['vue a', 'vue b', 'vue c']);
    expect(order.filter((one) => one.startsWith('react'))).toEqual(['react a', 'react b']);
  });

  it('wait for no frame where nobody looks', async () => {
    const { order, painted, tell, settle, hide } = panes({ react: 1, vue: 1, svelte: 1 });
    hide();
    for (const framework of frameworks) tell(framework, 'a');
    await settle();
    expect(order).toHaveLength(3);
    expect(painted).toEqual([]);
  });
});
