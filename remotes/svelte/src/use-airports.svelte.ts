import {
  AirportByIcaoDocument,
  type AirportFieldsFragment,
  AirportsDocument,
  airportPattern,
  recentAirportsKey,
  recentFirst,
  searchDelayMs,
} from '@jetbridge/schema';
import { getContextClient } from '@urql/svelte';
import { useApp } from './use-context.ts';
import { useQuery } from './use-query.svelte.ts';

/** Searches once typing pauses. `found` gets null when the server could not be asked. */
export function useAirportSearch(wanted: () => string | null, found: (search: string, options: AirportFieldsFragment[] | null) => void) {
  const client = getContextClient();
  const { drafts } = useApp();
  const search = $derived(wanted()); // each event brings the same again, which is no reason to wait anew
  $effect(() => {
    const asked = search;
    if (asked === null) return;
    const timer = setTimeout(async () => {
      const { data } = await client.query(AirportsDocument, { search: asked, first: 8 });
      found(asked, data ? recentFirst(data.airports, drafts.load(recentAirportsKey)) : null);
    }, searchDelayMs);
    return () => clearTimeout(timer);
  });
}

/** The airport a typed code stands for, or null. */
export function useAirport(typed: () => string) {
  const icao = $derived(typed().trim().toUpperCase());
  const query = useQuery(() => ({ query: AirportByIcaoDocument, variables: { icao }, pause: !airportPattern.test(icao) }));
  return {
    get current() {
      const airport = query.data?.airport;
      return airport?.icao === icao ? airport : null;
    },
  };
}
