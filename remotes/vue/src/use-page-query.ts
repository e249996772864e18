import { AirlineFrameDocument, problemOf } from '@jetbridge/schema';
import { type AnyVariables, type TypedDocumentNode, useQuery } from '@urql/vue';
import { computed, type MaybeRefOrGetter, toValue, watch, watchPostEffect } from 'vue';
import { useApp } from './use-context.ts';

/** The query a page stands on: what the cache has at once, then what the server says. It is asked again when what `variables` reads changes. */
export function usePageQuery<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: MaybeRefOrGetter<Variables>,
) {
  const app = useApp();
  const { data, error, fetching, executeQuery } = useQuery<Data, AnyVariables>({ query, variables, requestPolicy: 'cache-and-network' });
  const loaded = computed(() => data.value !== undefined);
  watchPostEffect(() => {
    if (loaded.value) app.ready('data');
  });
  return {
    data,
    fetching,
    problem: computed(() => (error.value && !fetching.value ? problemOf(error.value) : null)),
    retry: () => void executeQuery({ requestPolicy: 'network-only' }),
  };
}

/**
 * A further page of a list, asked for once `wanted`. Its cursor is the end of the page before, so pages stay in step when rows move.
 * Its component has the list as key: urql keeps the rows of another list until those of this one are there.
 */
export function useNextPage<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: MaybeRefOrGetter<Variables>,
  wanted: MaybeRefOrGetter<boolean>,
) {
  const { data, error, fetching, executeQuery } = useQuery<Data, AnyVariables>({
    query,
    variables,
    pause: () => !toValue(wanted),
    requestPolicy: 'cache-and-network',
  });
  return {
    data: computed(() => (toValue(wanted) ? data.value : undefined)),
    loading: computed(() => toValue(wanted) && fetching.value),
    problem: computed(() => (toValue(wanted) && error.value && !fetching.value ? problemOf(error.value) : null)),
    retry: () => void executeQuery({ requestPolicy: 'network-only' }),
  };
}

/** What stands around every page of an airline: what the pages have brought into the cache. */
export function useAirlineFrame(code: MaybeRefOrGetter<string | null>) {
  const { data } = useQuery({
    query: AirlineFrameDocument,
    variables: () => ({ code: toValue(code) ?? '' }),
    pause: () => toValue(code) === null,
    requestPolicy: 'cache-only',
  });
  return computed(() => (toValue(code) === null ? null : (data.value?.airline ?? null)));
}

/** Follows an airline's changes for as long as the page shows. */
export function useLive(airline: MaybeRefOrGetter<{ id: string; cursor: string } | null | undefined>) {
  const { live } = useApp();
  watch(
    // The cursor of the first reading counts; later ones come from the watch itself and must not restart it.
    () => toValue(airline)?.id,
    (_id, _before, onCleanup) => {
      const followed = toValue(airline);
      if (followed) onCleanup(live.watch(followed.id, followed.cursor));
    },
    { immediate: true },
  );
}
