import { searchDelayMs } from '@jetbridge/schema';

/** The text once typing has paused. */
export function useSettled(text: () => string) {
  let settled = $state(text());
  $effect(() => {
    const typed = text();
    const timer = setTimeout(() => {
      settled = typed;
    }, searchDelayMs);
    return () => clearTimeout(timer);
  });
  return {
    get current() {
      return settled;
    },
  };
}
