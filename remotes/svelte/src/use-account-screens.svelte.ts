import { useApp } from './use-context.ts';

/** The screens that are fetched when one of them is first wanted; null until they are here. */
export function useAccountScreens(wanted: () => boolean) {
  const app = useApp();
  const needed = $derived(wanted());
  let screens = $state.raw<typeof import('./account.ts') | null>(null);
  $effect(() => {
    if (!needed || screens) return;
    import('./account.ts').then((module) => {
      screens = module;
    }, app.report);
  });
  return {
    get current() {
      return screens;
    },
  };
}
