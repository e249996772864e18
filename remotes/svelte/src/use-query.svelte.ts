import {
  type AnyVariables,
  type CombinedError,
  getContextClient,
  queryStore,
  type RequestPolicy,
  stringifyVariables,
  type TypedDocumentNode,
} from '@urql/svelte';
import { untrack } from 'svelte';

interface Ask<Data, Variables extends AnyVariables> {
  query: TypedDocumentNode<Data, Variables>;
  variables: Variables;
  pause?: boolean;
  requestPolicy?: RequestPolicy;
}

/** urql's queryStore for runes: it follows what is asked, and keeps the last answer until the next is there. */
export function useQuery<Data, Variables extends AnyVariables>(ask: () => Ask<Data, Variables>) {
  const client = getContextClient();
  // Each change in the cache makes equal variables anew; only other ones are a reason to ask again.
  const key = $derived(ask().pause ? null : stringifyVariables(ask().variables));
  const store = $derived.by(() => {
    void key;
    return queryStore<Data, Variables>({ client, ...untrack(ask) });
  });
  let data = $state.raw<Data>();
  let error = $state.raw<CombinedError>();
  let fetching = $state.raw(false);

  // `pre`, so that what the cache has is there for the first rendering.
  $effect.pre(() =>
    store.subscribe((answer) => {
      fetching = answer.fetching;
      if (answer.fetching) return;
      data = answer.data;
      error = answer.error;
    }),
  );

  return {
    get data() {
      return data;
    },
    get error() {
      return error;
    },
    get fetching() {
      return fetching;
    },
    retry: () => store.reexecute({ requestPolicy: 'network-only' }),
  };
}
