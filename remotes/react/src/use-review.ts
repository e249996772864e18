import { ReviewDesk } from '@jetbridge/schema';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useApp, useCommands } from './use-context.ts';
import { useLive } from './use-page-query.ts';

/** The review queue of an airline at work, for as long as its page shows. */
export function useReview(code: string) {
  const app = useApp();
  const [desk] = useState(() => new ReviewDesk(app, code));
  const state = useSyncExternalStore(desk.subscribe, () => desk.value);
  const read = state.airline !== undefined;
  useEffect(() => desk.open(), [desk]);
  useEffect(() => {
    if (read) app.ready('data');
  }, [app, read]);
  useLive(state.airline);
  useCommands(desk.commands());
  return { desk, state };
}
