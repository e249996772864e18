import type { MountContext } from './contract.ts';

export type Go = MountContext['nav']['navigate'];

/** Where an answer leads who is still where they asked: who has gone on meanwhile, or shows another front end, stays there. Ask before waiting. */
export function goFrom({ nav, signal }: Pick<MountContext, 'nav' | 'signal'>): Go {
  const { path } = nav;
  return (to, options) => {
    if (!signal.aborted && nav.path === path) nav.navigate(to, options);
  };
}
