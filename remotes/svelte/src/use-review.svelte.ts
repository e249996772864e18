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
    /** Always the same one, which changes within: what is asked of it through here follows it. */
    get desk() {
      follow();
      return desk;
    },
  };
  const read = $derived(review.desk.value.airline !== undefined);
  $effect(() => desk.open());
  $effect(() => {
    if (read) app.ready('data');
  });
  useLive(() => review.desk.value.airline);
  useCommands(() => review.desk.commands());
  return review;
}
