import type { Group, RouteOf } from '@jetbridge/schema';
import type { Component } from 'svelte';

/** What is loaded when it is first wanted. */
export const screens = {
  account: () => import('./screens/account.ts'),
  joining: () => import('./screens/joining.ts'),
  dashboard: async () => ({ Screen: (await import('./screens/dashboard.svelte')).default }),
  pirep: async () => ({ Screen: (await import('./screens/pirep.svelte')).default }),
  review: async () => ({ Screen: (await import('./screens/review.svelte')).default }),
  settings: () => import('./screens/settings.ts'),
  people: async () => ({ Screen: (await import('./screens/people.svelte')).default }),
  platform: async () => ({ Screen: (await import('./screens/platform.svelte')).default }),
} satisfies { [G in Group]: () => Promise<{ Screen: Component<{ route: RouteOf<G> }> }> };
