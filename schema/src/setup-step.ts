import type { AirlineFieldsFragment, LoadDemoMutation } from './operations/generated.ts';

/** From an empty data directory to the first airline, in order. */
export const setupSteps = ['account', 'airline', 'done'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** What the second step came to; neither once the page was loaded anew. */
export interface SetupOutcome {
  airline?: AirlineFieldsFragment;
  demo?: LoadDemoMutation['loadDemo'];
}

export interface SetupSituation {
  /** No platform admin exists yet. */
  needed: boolean;
  /** Who is signed in, if anybody. */
  viewer: { user: { platformAdmin: boolean }; memberships: readonly unknown[] } | null;
  /** How many airlines there are. */
  airlines: number;
}

/** The step that is open, wherever the person comes from. `elsewhere`: it is done, or not theirs to do; then they sign in. */
export function setupStep({ needed, viewer, airlines }: SetupSituation): SetupStep | 'elsewhere' {
  if (!viewer) return needed ? 'account' : 'elsewhere'; // whoever is signed in has been through it
  const open = viewer.user.platformAdmin && viewer.memberships.length === 0 && airlines === 0;
  return open ? 'airline' : 'done';
}
