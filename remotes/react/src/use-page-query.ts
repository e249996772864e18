import { AirlineFrameDocument, problemOf } from '@jetbridge/schema';
import { useEffect, useEffectEvent } from 'react';
import { type AnyVariables, type TypedDocumentNode, useQuery } from 'urql';
import { useApp } from './use-context.ts';

/** The query a page stands on: what the cache has at once, then what the server says. */
export function usePageQuery<Data, Variables extends AnyVariables>(query: TypedDocumentNode<Data, Variables>, variables: Variables) {
  const app = useApp();
  const [result, execute] = useQuery<Data, AnyVariables>({ query, variables, requestPolicy: 'cache-and-network' });
  const loaded = result.data !== undefined;
  useEffect(() => {
    if (loaded) app.ready('data');
  }, [app, loaded]);
  return {
    data: result.data,
    fetching: result.fetching,
    problem: result.error && !result.fetching ? problemOf(result.error) : null,
    retry: () => execute({ requestPolicy: 'network-only' }),
  };
}

/** A further page of a list, asked for once `wanted`. Its cursor is the end of the page before, so pages stay in step when rows move. */
export function useNextPage<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  wanted: boolean,
) {
  const [result, execute] = useQuery<Data, AnyVariables>({ query, variables, pause: !wanted, requestPolicy: 'cache-and-network' });
  return {
    data: wanted ? result.data : undefined,
    loading: wanted && result.fetching,
    problem: wanted && result.error && !result.fetching ? problemOf(result.error) : null,
    retry: () => execute({ requestPolicy: 'network-only' }),
  };
}

/** What stands around every page of an airline: what the pages have brought into the cache. */
export function useAirlineFrame(code: string | null) {
  const [{ data }] = useQuery({
    query: AirlineFrameDocument,
    variables: { code: code ?? '' },
    pause: code === null,
    requestPolicy: 'cache-only',
  });
  return code === null ? null : (data?.airline ?? null);
}

/** Follows an airline's changes for as long as the page shows. */
export function useLive(airline: { id: string; cursor: string } | null | undefined) {
  const { live } = useApp();
  const id = airline?.id;
  // The cursor of the first reading counts; later ones come from the watch itself and must not restart it.
  const watch = useEffectEvent(() => (airline ? live.watch(airline.id, airline.cursor) : undefined));
  useEffect(() => (id ? watch() : undefined), [id]);
}
