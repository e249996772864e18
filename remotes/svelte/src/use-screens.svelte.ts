import { useApp } from './use-context.ts';

/**
 * Screens that are fetched when one of them is wanted; null until they are here. `wanted` answers how, or null while none is.
 * Not `{#await}`: what fails there is no error of the boundary around it, and never gets to the shell's card.
 */
export function useScreens<Screens>(wanted: () => (() => Promise<Screens>) | null) {
  const app = useApp();
  const load = $derived(wanted());
  let here = $state.raw<{ load: () => Promise<Screens>; screens: Screens } | null>(null);
  $effect(() => {
    const asked = load;
    if (!asked || here?.load === asked) return;
    asked().then(
      (screens) => {
        if (load === asked) here = { load: asked, screens };
      },
      (error) => {
        if (load === asked) app.report(error);
      },
    );
  });
  return {
    get current() {
      return here && here.load === load ? here.screens : null;
    },
  };
}
