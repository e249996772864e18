import { useApp } from './use-context.ts';

/** Screens that are fetched when one of them is first wanted; null until they are here. */
export function useScreens<Screens>(load: () => Promise<Screens>, wanted: () => boolean) {
  const app = useApp();
  const needed = $derived(wanted());
  let screens = $state.raw<Screens | null>(null);
  $effect(() => {
    if (!needed || screens) return;
    load().then((module) => {
      screens = module;
    }, app.report);
  });
  return {
    get current() {
      return screens;
    },
  };
}
