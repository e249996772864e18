import { ReviewDesk } from '@jetbridge/schema';
import { createSubscriber } from 'svelte/reactivity';
import { useCommands } from './use-commands.svelte.ts';
import { useApp } from './use-context.ts';
import { useLive } from './use-page-query.svelte.ts';

/** The review queue of an airline at work, for as long as its page shows. */
export function useReview(code: () => string) {
  const app = useApp();
  const desk = new ReviewDesk(app, code());
  const follow = createSubscriber((update) => desk.subscribe(update));
  const review = {
    desk,
    get state() {
      follow();
      return desk.value;
    },
    /** The chosen one. */
    get pirep() {
      follow();
      return desk.current;
    },
  };
  const read = $derived(review.state.airline !== undefined);
  $effect(() => desk.open());
  $effect(() => {
    if (read) app.ready('data');
  });
  useLive(() => review.state.airline);
  useCommands(() => {
    follow();
    return desk.commands();
  });
  return review;
}
