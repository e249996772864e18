import { describe, expect, it } from 'vitest';
import { mapName, mapOf, routeInWords } from './flight-map.ts';

const oslo = { icao: 'ENGM', name: 'Oslo', latitude: 60.2028, longitude: 11.0839 };
const bergen = { icao: 'ENBR', name: 'Bergen', latitude: 60.2934, longitude: 5.2181 };

describe('the map in words', () => {
  it('says the great circle where nobody says how far was flown', () => {
    expect(routeInWords({ departure: oslo, arrival: bergen })).toBe('ENGM Oslo to ENBR Bergen, 175 nm');
  });
  it('says the distance as flown, and how often', () => {
    expect(routeInWords({ departure: oslo, arrival: bergen, distanceNm: 188.2, flights: 3 })).toBe(
      'ENGM Oslo to ENBR Bergen, 188 nm, 3 flights',
    );
  });
  it('is named after its route, or after how many there are', () => {
    const there = { departure: oslo, arrival: bergen };
    expect(mapName([there])).toBe('Map: ENGM Oslo to ENBR Bergen, 175 nm');
    expect(mapName([there, { departure: bergen, arrival: oslo }])).toBe('Map: 2 routes');
    expect(mapName([])).toBe('Map: 0 routes');
  });
  it('shows a PIREP in the light halfway', () => {
    const pirep = {
      departure: oslo,
      arrival: bergen,
      distanceNm: 180,
      offBlockAt: '2026-06-01T08:00:00Z',
      onBlockAt: '2026-06-01T09:05:00Z',
    };
    expect(mapOf(pirep)).toEqual({
      flights: [{ departure: oslo, arrival: bergen, distanceNm: 180 }],
      at: '2026-06-01T08:32:30.000Z',
    });
  });
});
