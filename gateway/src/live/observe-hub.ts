import type { Metrics } from '@jetbridge/schema/telemetry';
import type { Services } from '../context.ts';
import { groupsOf } from './delivery.ts';
import type { Feed, FeedPorts } from './feed.ts';

/** How late they hear of it who follow live; of who was away it would say nothing. */
export function measureDelivery(
  { metrics, now }: Pick<Services, 'metrics' | 'now'>,
  [, steps, subscribers]: Parameters<FeedPorts['deliver']>,
): void {
  for (const { catchingUp } of subscribers) {
    if (catchingUp) return;
    const told = now();
    for (const { change } of steps) metrics.record('jetbridge.live.delay.seconds', Math.max(0, told - change.at) / 1e3);
    return; // all of a delivery are one or the other
  }
}

/** How many follow, and to how many different questions; counted when somebody wants to know. */
export function observeHub(metrics: Metrics, feeds: ReadonlyMap<string, Feed>): () => void {
  return metrics.observe((tell) => {
    let [groups, live, catchingUp] = [0, 0, 0];
    for (const feed of feeds.values()) {
      groups += groupsOf(feed.subscribers).length;
      live += feed.size - feed.catchingUp;
      catchingUp += feed.catchingUp;
    }
    tell('jetbridge.live.groups', groups);
    tell('jetbridge.live.subscribers', live, { state: 'live' });
    tell('jetbridge.live.subscribers', catchingUp, { state: 'catching_up' });
  });
}
