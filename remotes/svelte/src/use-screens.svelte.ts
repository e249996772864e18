import type { Group, RouteOf } from '@jetbridge/schema';
import type { Component } from 'svelte';
import { useApp } from './use-context.ts';

/** What is loaded when it is first wanted. */
export const groups = {
  account: () => import('./screens/account.ts'),
  joining: () => import('./screens/joining.ts'),
  dashboard: async () => ({ Screen: (await import('./screens/dashboard.svelte')).default }),
  pirep: async () => ({ Screen: (await import('./screens/pirep.svelte')).default }),
  settings: async () => ({ Screen: (await import('./screens/settings.svelte')).default }),
  platform: async () => ({ Screen: (await import('./screens/platform.svelte')).default }),
} satisfies { [G in Group]: () => Promise<{ Screen: Component<{ route: RouteOf<G> }> }> };

/** Screens that are fetched when one of them is wanted; null until they are here. `wanted` answers how, or null while none is. */
export function useScreens<Screens>(wanted: () => (() => Promise<Screens>) | null) {
  const app = useApp();
  const load = $derived(wanted());
  let here = $state.raw<{ load: () => Promise<Screens>; screens: Screens } | null>(null);
  $effect(() => {
    const asked = load;
    if (!asked || here?.load === asked) return;
    asked().then((screens) => {
      if (load === asked) here = { load: asked, screens };
    }, app.report);
  });
  return {
    get current() {
      return here && here.load === load ? here.screens : null;
    },
  };
}
