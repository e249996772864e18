import assert from 'node:assert/strict';
import { type ErrorCode, Rejected } from '../errors.ts';
import { type Decider, type DomainEvent, fold } from '../events/event.ts';

/** `specify(decider).given(events).when(command).thenEvents(events)`: a rule as a sentence. */
export function specify<State, Command, E extends DomainEvent>(decider: Decider<State, Command, E>) {
  return {
    given: (...events: E[]) => ({
      when: (command: Command) => {
        const decide = () => decider.decide(fold(decider, events), command);
        return {
          thenEvents: (...expected: E[]) => assert.deepEqual(decide(), expected),
          /** Looks only at what the facts say about the given fields of the first event. */
          thenFirst: (type: E['type'], facts: Partial<Record<string, unknown>>) => {
            const [event] = decide();
            assert.equal(event?.type, type);
            assert.partialDeepStrictEqual(event?.data, facts);
          },
          thenRefused: (code: ErrorCode, field?: string) =>
            assert.throws(decide, (error) => {
              assert.ok(error instanceof Rejected, String(error));
              assert.deepEqual({ code: error.code, field: error.field }, { code, field });
              return true;
            }),
        };
      },
    }),
  };
}
