import type { Client, OperationResult } from '@urql/core';
import { make, onEnd, pipe, type Source, subscribe } from 'wonka';
import type { Framework } from '../place.ts';
import type { Turns } from './turns.ts';

/**
 * The shell's client as one pane sees it: what it follows comes in its turn. The first answer of a query comes at once where it is there, as
 * front ends draw it in the same breath.
 */
export function paneClient(client: Client, framework: Framework, turns: Turns): Client {
  const inTurn = <Result extends OperationResult>(source: Source<Result>): Source<Result> =>
    make<Result>(({ next, complete }) => {
      let first = true;
      const { unsubscribe } = pipe(
        source,
        onEnd(complete),
        subscribe((result) => (first ? next(result) : turns.hold(framework, () => next(result)))),
      );
      first = false;
      return unsubscribe;
    });
  const executeQuery = ((...args) => inTurn(client.executeQuery(...args))) as Client['executeQuery'];
  const executeRequestOperation = ((operation) => {
    const source = client.executeRequestOperation(operation);
    return operation.kind === 'query' ? inTurn(source) : source;
  }) as Client['executeRequestOperation'];
  return Object.assign(Object.create(client), { executeQuery, executeRequestOperation });
}
