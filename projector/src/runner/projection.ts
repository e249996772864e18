import type { DomainEvent, RecordedEvent } from '@jetbridge/schema/events';
import type { Rows } from './rows.ts';

/** One read model: what each event it cares about does to its rows. */
export type Projection = Readonly<Record<string, (event: RecordedEvent, rows: Rows) => void | Promise<void>>>;

type Steps<E extends DomainEvent> = {
  readonly [T in E['type']]?: (event: RecordedEvent<Extract<E, { type: T }>>, rows: Rows) => void | Promise<void>;
};

export function projection<E extends DomainEvent>(steps: Steps<E>): Projection {
  return steps as unknown as Projection; // each step is called with the type it is filed under
}
