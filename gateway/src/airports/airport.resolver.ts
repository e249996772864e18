import { limits, Rejected } from '@jetbridge/schema';
import { Arg, Int, Query, Resolver } from 'type-graphql';
import { searchAircraftTypes } from './aircraft-types.ts';
import { AircraftType, Airport } from './airport.types.ts';
import { findAirport, searchAirports } from './airports.ts';

@Resolver()
export class AirportResolver {
  @Query(() => [Airport], { description: 'Best match first: ICAO, then IATA, city, name.' })
  airports(
    @Arg('search', () => String) search: string,
    @Arg('first', () => Int, { nullable: true, defaultValue: 8 }) first: number | null,
  ): Airport[] {
    return searchAirports(searchable(search), within(first));
  }

  @Query(() => Airport, { nullable: true })
  airport(@Arg('icao', () => String) icao: string): Airport | null {
    return findAirport(searchable(icao)) ?? null;
  }

  @Query(() => [AircraftType])
  aircraftTypes(
    @Arg('search', () => String) search: string,
    @Arg('first', () => Int, { nullable: true, defaultValue: 8 }) first: number | null,
  ): AircraftType[] {
    return searchAircraftTypes(searchable(search), within(first));
  }
}

function searchable(text: string): string {
  if (text.length > limits.searchLength)
    throw new Rejected('INVALID_INPUT', `Search for at most ${limits.searchLength} characters.`, 'search');
  return text;
}

function within(first: number | null): number {
  if (first === null) return 8;
  if (first < 1 || first > limits.pageSize) throw new Rejected('INVALID_INPUT', `Ask for 1 to ${limits.pageSize} at a time.`, 'first');
  return first;
}
