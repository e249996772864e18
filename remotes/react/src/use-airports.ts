import {
  AirportByIcaoDocument,
  type AirportFieldsFragment,
  AirportsDocument,
  airportPattern,
  recentAirportsKey,
  recentFirst,
  searchDelayMs,
} from '@jetbridge/schema';
import { useEffect, useEffectEvent } from 'react';
import { useClient, useQuery } from 'urql';
import { useApp } from './use-context.ts';

/** Searches once typing pauses. `found` gets null when the server could not be asked. */
export function useAirportSearch(wanted: string | null, found: (search: string, options: AirportFieldsFragment[] | null) => void) {
  const client = useClient();
  const { drafts } = useApp();
  const answer = useEffectEvent(found);
  useEffect(() => {
    if (wanted === null) return;
    const timer = setTimeout(async () => {
      const { data } = await client.query(AirportsDocument, { search: wanted, first: 8 }).toPromise();
      answer(wanted, data ? recentFirst(data.airports, drafts.load(recentAirportsKey)) : null);
    }, searchDelayMs);
    return () => clearTimeout(timer);
  }, [client, drafts, wanted]);
}

/** The airport a typed code stands for, or null. */
export function useAirport(typed: string): AirportFieldsFragment | null {
  const icao = typed.trim().toUpperCase();
  const pause = !airportPattern.test(icao);
  const [{ data }] = useQuery({ query: AirportByIcaoDocument, variables: { icao }, pause });
  return data?.airport?.icao === icao ? data.airport : null;
}
