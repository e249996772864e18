import { describe, expect, it } from 'vitest';
import { fitRoutes, fittedView, lngLat, moved, projectionOf, zoomed } from './fit.ts';

const airport = (icao: string, latitude: number, longitude: number) => ({ icao, name: icao, latitude, longitude });
const oslo = airport('ENGM', 60.2028, 11.0839);
const bergen = airport('ENBR', 60.2934, 5.2181);
const tokyo = airport('RJTT', 35.5523, 139.78);
const angeles = airport('KLAX', 33.9425, -118.408);
const heathrow = airport('EGLL', 51.4706, -0.461941);
const kennedy = airport('KJFK', 40.6398, -73.7789);
const size = { width: 800, height: 300 };
const padding = 40;

const seen = (flights: Parameters<typeof fitRoutes>[0], view = fittedView) => {
  const fitted = fitRoutes(flights, size, padding);
  const projection = projectionOf(fitted, view, size);
  return flights.flatMap(({ departure, arrival }) => [departure, arrival]).map((place) => projection(lngLat(place))!);
};

describe('a map that fits its routes', () => {
  it.each([
    ['a long one', [{ departure: heathrow, arrival: kennedy }]],
    ['one across the date line', [{ departure: tokyo, arrival: angeles }]],
    ['many around the world', [oslo, tokyo, angeles, kennedy].map((arrival) => ({ departure: heathrow, arrival }))],
  ])('shows %s inside its padding', (_, flights) => {
    for (const [x, y] of seen(flights)) {
      expect(x).toBeGreaterThanOrEqual(padding - 1);
      expect(x).toBeLessThanOrEqual(size.width - padding + 1);
      expect(y).toBeGreaterThanOrEqual(padding - 1);
      expect(y).toBeLessThanOrEqual(size.height - padding + 1);
    }
  });
  it('does not cut a route at the date line', () => {
    const [from, to] = seen([{ departure: tokyo, arrival: angeles }]);
    expect(to![0]).toBeGreaterThan(from![0]); // east across the Pacific
  });
  it('keeps its distance from a short route, or from one that ends where it began', () => {
    const [from, to] = seen([{ departure: oslo, arrival: bergen }]);
    expect(from![0] - to![0]).toBeLessThan(size.width - 2 * padding);
    const [only] = seen([{ departure: oslo, arrival: oslo }]);
    expect(only![0]).toBeCloseTo(size.width / 2, 3);
    expect(only![1]).toBeCloseTo(size.height / 2, 3);
  });
  it('shows the world when there is no route', () => {
    const { scale, translate } = fitRoutes([], size, padding);
    expect(scale).toBeGreaterThan(0);
    expect(translate.every(Number.isFinite)).toBe(true);
  });
});

describe('moving about', () => {
  it('zooms around the pointer: what is under it stays', () => {
    const flights = [{ departure: oslo, arrival: bergen }];
    const [before] = seen(flights);
    const around = { x: before![0] - size.width / 2, y: before![1] - size.height / 2 };
    const [after] = seen(flights, zoomed(fittedView, 2.5, 0.1, around));
    expect(after![0]).toBeCloseTo(before![0], 6);
    expect(after![1]).toBeCloseTo(before![1], 6);
  });
  it('ends at the whole world, and where the coast is only corners', () => {
    expect(zoomed(fittedView, 0.001, 0.2).zoom).toBe(0.2);
    expect(zoomed(fittedView, 1_000, 0.2).zoom).toBe(8);
  });
  it('never leaves the map behind', () => {
    expect(moved(fittedView, 10_000, -10_000, size)).toEqual({ zoom: 1, x: 800, y: -300 });
  });
});
