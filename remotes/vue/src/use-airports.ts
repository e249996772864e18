import {
  AirportByIcaoDocument,
  type AirportFieldsFragment,
  AirportsDocument,
  airportPattern,
  recentAirportsKey,
  recentFirst,
  searchDelayMs,
} from '@jetbridge/schema';
import { useClientHandle, useQuery } from '@urql/vue';
import { type ComputedRef, computed, type MaybeRefOrGetter, toValue, watch } from 'vue';
import { useApp } from './use-context.ts';

/** Searches once typing pauses. `found` gets null when the server could not be asked. */
export function useAirportSearch(
  wanted: MaybeRefOrGetter<string | null>,
  found: (search: string, options: AirportFieldsFragment[] | null) => void,
) {
  const { client } = useClientHandle();
  const { drafts } = useApp();
  watch(
    () => toValue(wanted),
    (search, _, onCleanup) => {
      if (search === null) return;
      const timer = setTimeout(async () => {
        const { data } = await client.query(AirportsDocument, { search, first: 8 });
        found(search, data ? recentFirst(data.airports, drafts.load(recentAirportsKey)) : null);
      }, searchDelayMs);
      onCleanup(() => clearTimeout(timer));
    },
  );
}

/** The airport a typed code stands for, or null. */
export function useAirport(typed: MaybeRefOrGetter<string>): ComputedRef<AirportFieldsFragment | null> {
  const icao = computed(() => toValue(typed).trim().toUpperCase());
  const { data } = useQuery({
    query: AirportByIcaoDocument,
    variables: () => ({ icao: icao.value }),
    pause: () => !airportPattern.test(icao.value),
  });
  return computed(() => (data.value?.airport?.icao === icao.value ? data.value.airport : null));
}
