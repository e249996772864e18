import type { Services } from '../context.ts';
import type { Step } from '../graphql/changes.ts';
import type { FeedPorts } from './feed.ts';

const freshMs = 60_000; // who is told later was away, and says nothing about how quick we are

/** Telling a change belongs to the trace it comes from; who receives it goes on from there. */
export async function traceDelivery(
  { tracing, now }: Pick<Services, 'tracing' | 'now'>,
  [topic, steps, subscribers]: Parameters<FeedPorts['deliver']>,
  deliver: (steps: readonly Step[]) => Promise<void>,
): Promise<void> {
  if (!steps.some(({ trace }) => trace)) return deliver(steps);
  const oldest = now() - freshMs;
  const spans = steps.map(({ trace: parent, change }) => {
    if (!parent || change.at < oldest) return undefined;
    const attributes = {
      'jetbridge.topic': topic.stream === null ? 'tenant' : 'account',
      'jetbridge.subscribers': [...subscribers].length,
    };
    return tracing.open({ name: `deliver ${change.kind}`, kind: 'producer', parent, attributes });
  });
  try {
    await deliver(steps.map((step, index) => ({ ...step, trace: spans[index]?.traceparent })));
    for (const span of spans) span?.end();
  } catch (error) {
    for (const span of spans) span?.end(error);
    throw error;
  }
}
