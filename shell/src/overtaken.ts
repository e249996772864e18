import { type Exchange, makeOperation } from '@urql/core';
import { pipe, tap } from 'wonka';

/**
 * Queries on their way. What one brings may be older than a change heard meanwhile, and urql asks nothing twice at the same time: so a query
 * that was overtaken is asked again once it is back. Stands between the cache and the server.
 */
export function createOvertaken(): { exchange: Exchange; overtake(): void } {
  /** By key, whether it was overtaken. */
  const underWay = new Map<number, boolean>();
  const exchange: Exchange =
    ({ client, forward }) =>
    (operations$) =>
      pipe(
        operations$,
        tap(({ kind, key }) => {
          if (kind === 'query') underWay.set(key, false);
          else if (kind === 'teardown') underWay.delete(key);
        }),
        forward,
        tap(({ operation }) => {
          const again = underWay.get(operation.key);
          underWay.delete(operation.key);
          if (!again) return;
          const fresh = makeOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' });
          queueMicrotask(() => client.reexecuteOperation(fresh));
        }),
      );
  return {
    exchange,
    overtake() {
      for (const key of underWay.keys()) underWay.set(key, true);
    },
  };
}
