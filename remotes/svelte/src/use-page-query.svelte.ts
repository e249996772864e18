import { AirlineFrameDocument, problemOf } from '@jetbridge/schema';
import type { AnyVariables, TypedDocumentNode } from '@urql/svelte';
import { untrack } from 'svelte';
import { useApp } from './use-context.ts';
import { useQuery } from './use-query.svelte.ts';

/** The query a page stands on: what the cache has at once, then what the server says. */
export function usePageQuery<Data, Variables extends AnyVariables>(query: TypedDocumentNode<Data, Variables>, variables: () => Variables) {
  const app = useApp();
  const result = useQuery(() => ({ query, variables: variables(), requestPolicy: 'cache-and-network' }));
  const loaded = $derived(result.data !== undefined);
  $effect(() => {
    if (loaded) app.ready('data');
  });
  return {
    get data() {
      return result.data;
    },
    get fetching() {
      return result.fetching;
    },
    get problem() {
      return result.error && !result.fetching ? problemOf(result.error) : null;
    },
    retry: result.retry,
  };
}

/** A further page of a list, asked for once `wanted`. Its cursor is the end of the page before, so pages stay in step when rows move. */
export function useNextPage<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: () => Variables,
  wanted: () => boolean,
) {
  const result = useQuery(() => ({ query, variables: variables(), pause: !wanted(), requestPolicy: 'cache-and-network' }));
  return {
    get data() {
      return wanted() ? result.data : undefined;
    },
    get loading() {
      return wanted() && result.fetching;
    },
    get problem() {
      return wanted() && result.error && !result.fetching ? problemOf(result.error) : null;
    },
    retry: result.retry,
  };
}

/** What stands around every page of an airline: what the pages have brought into the cache. */
export function useAirlineFrame(code: () => string | null) {
  const result = useQuery(() => ({
    query: AirlineFrameDocument,
    variables: { code: code() ?? '' },
    pause: code() === null,
    requestPolicy: 'cache-only',
  }));
  return {
    get current() {
      return code() === null ? null : (result.data?.airline ?? null);
    },
  };
}

/** Follows an airline's changes for as long as the page shows. */
export function useLive(airline: () => { id: string; cursor: string } | null | undefined) {
  const { live } = useApp();
  const id = $derived(airline()?.id);
  $effect(() => {
    // The cursor of the first reading counts; later ones come from the watch itself and must not restart it.
    const first = id && untrack(airline);
    if (first) return live.watch(first.id, first.cursor);
  });
}
