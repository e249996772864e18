import type { MapAirport, MapFlight } from '@jetbridge/schema';
import { type GeoProjection, geoCircle, geoGraticule10, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import topology from 'world-atlas/land-110m.json';
import { lngLat, type Size } from './fit.ts';
import { placeLabels } from './labels.ts';
import { midnightAt } from './sun.ts';

const land = feature(topology, topology.objects.land);
const graticule = geoGraticule10();
const names = ['sea', 'land', 'line', 'night', 'route', 'text'] as const;

/** A colour for each part of the map, as the stylesheet has it now. */
export type Inks = Record<(typeof names)[number], string>;

export function readInks(element: Element): Inks {
  const style = getComputedStyle(element);
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--map-${name}`)])) as Inks;
}

interface Scene {
  flights: readonly MapFlight[];
  /** Epoch ms; null for a map without day and night. */
  at: number | null;
  projection: GeoProjection;
  inks: Inks;
  size: Size;
  font: string;
}

/** One picture, from the sea up to the names. */
export function drawMap(pen: CanvasRenderingContext2D, { flights, at, projection, inks, size, font }: Scene): void {
  const path = geoPath(projection, pen);
  const fill = (shape: Parameters<typeof path>[0], ink: string) => {
    pen.beginPath();
    path(shape);
    pen.fillStyle = ink;
    pen.fill();
  };
  const stroke = (shape: Parameters<typeof path>[0], ink: string, width: number) => {
    pen.beginPath();
    path(shape);
    pen.strokeStyle = ink;
    pen.lineWidth = width;
    pen.stroke();
  };
  pen.clearRect(0, 0, size.width, size.height);
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  fill({ type: 'Sphere' }, inks.sea);
  pen.globalAlpha = 0.5;
  stroke(graticule, inks.line, 0.5);
  pen.globalAlpha = 1;
  fill(land, inks.land);
  stroke(land, inks.line, 0.75);
  if (at !== null) {
    const night = geoCircle().center(lngLat(midnightAt(at)))();
    fill(night, inks.night);
    stroke(night, inks.line, 1);
  }

  const busiest = Math.max(...flights.map(({ flights = 1 }) => flights));
  for (const { departure, arrival, flights: count = 1 } of flights) {
    stroke(
      { type: 'LineString', coordinates: [lngLat(departure), lngLat(arrival)] },
      inks.route,
      1.25 + (2 * Math.log1p(count - 1)) / Math.log1p(busiest),
    );
  }

  const spots = airportsOf(flights).flatMap(({ airport, eastward }) => {
    const [x, y] = projection(lngLat(airport)) ?? [Number.NaN, Number.NaN];
    return x >= 0 && y >= 0 && x <= size.width && y <= size.height ? [{ x, y, text: airport.icao, left: eastward > 0 }] : [];
  });
  pen.strokeStyle = inks.route;
  pen.lineWidth = 1.5;
  pen.fillStyle = inks.sea;
  for (const { x, y } of spots) {
    pen.beginPath();
    pen.arc(x, y, 3, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
  }
  pen.font = font;
  pen.textBaseline = 'middle';
  pen.strokeStyle = inks.sea;
  pen.lineWidth = 3;
  pen.fillStyle = inks.text;
  const measured = spots.map((spot) => ({ ...spot, width: pen.measureText(spot.text).width }));
  for (const { text, left, middle } of placeLabels(measured, size)) {
    pen.strokeText(text, left, middle);
    pen.fillText(text, left, middle);
  }
}

/** Each airport once, those with most flights first: they get their names. And whether their lines leave eastward. */
function airportsOf(flights: readonly MapFlight[]) {
  const seen = new Map<string, { airport: MapAirport; flights: number; eastward: number }>();
  const count = (airport: MapAirport, to: MapAirport, flown: number) => {
    const { flights, eastward } = seen.get(airport.icao) ?? { flights: 0, eastward: 0 };
    const turn = Math.sin(((to.longitude - airport.longitude) * Math.PI) / 180);
    seen.set(airport.icao, { airport, flights: flights + flown, eastward: eastward + turn });
  };
  for (const { departure, arrival, flights: flown = 1 } of flights) {
    count(departure, arrival, flown);
    count(arrival, departure, flown);
  }
  return [...seen.values()].sort((a, b) => b.flights - a.flights);
}
