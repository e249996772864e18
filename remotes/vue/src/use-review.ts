import { ReviewDesk } from '@jetbridge/schema';
import { computed, onScopeDispose, watchPostEffect } from 'vue';
import { useApp, useCommands, useObservable } from './use-context.ts';
import { useLive } from './use-page-query.ts';

/** The review queue of an airline at work, for as long as its page shows. */
export function useReview(code: string) {
  const app = useApp();
  const desk = new ReviewDesk(app, code);
  const queue = useObservable(desk);
  const pirep = computed(() => queue.value.rows.find(({ id }) => id === queue.value.selected) ?? null);
  onScopeDispose(desk.open());
  const read = computed(() => queue.value.airline !== undefined);
  watchPostEffect(() => {
    if (read.value) app.ready('data');
  });
  useLive(() => queue.value.airline);
  const commands = computed(() => {
    void queue.value; // what can be done follows it
    return desk.commands();
  });
  useCommands(commands);
  return { desk, queue, pirep };
}
