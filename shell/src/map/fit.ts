import type { MapFlight, Place } from '@jetbridge/schema';
import { type GeoProjection, geoCentroid, geoDistance, geoMercator, geoNaturalEarth1, geoPath } from 'd3-geo';

export interface Size {
  width: number;
  height: number;
}

/** How a person has moved from the map that fits: larger by `zoom`, then by pixels. */
export interface View {
  zoom: number;
  x: number;
  y: number;
}

export interface Fitted {
  projection: GeoProjection;
  scale: number;
  translate: [number, number];
  /** The smallest zoom: the whole world is seen. */
  leastZoom: number;
}

export const fittedView: View = { zoom: 1, x: 0, y: 0 };
const mostZoom = 8;
const unit = 100; // the scale at which routes are measured
const wideRadians = 0.9; // from the middle; beyond it Mercator would show more pole than route
const leastRadians = 0.3; // of the globe across the map, some 1,000 nm: closer, this coast line is only corners

export const lngLat = ({ longitude, latitude }: Place): [number, number] => [longitude, latitude];

/** The map on which all routes are seen, with `padding` around them: turned so that none is cut, conformal where they are close together. */
export function fitRoutes(flights: readonly MapFlight[], { width, height }: Size, padding: number): Fitted {
  const coordinates = flights.map(({ departure, arrival }) => [lngLat(departure), lngLat(arrival)]);
  const points = coordinates.flat();
  const centroid = geoCentroid({ type: 'MultiPoint', coordinates: points });
  const middle: [number, number] = points.length > 0 && centroid.every(Number.isFinite) ? centroid : [0, 20];
  const wide = points.length === 0 || points.some((point) => geoDistance(point, middle) > wideRadians);
  const projection = (wide ? geoNaturalEarth1() : geoMercator()).rotate([-middle[0], 0]).precision(0.3);

  projection.scale(unit).translate([0, 0]);
  const shape = points.length > 0 ? { type: 'MultiLineString' as const, coordinates } : { type: 'Sphere' as const };
  const [[left, top], [right, bottom]] = geoPath(projection).bounds(shape);
  const room = (side: number) => Math.max(side - 2 * padding, side / 3);
  const fits = Math.min(room(width) / (right - left), room(height) / (bottom - top)) * unit;
  const scale = Math.min(fits, (width / leastRadians) * Math.max(Math.cos((middle[1] * Math.PI) / 180), 0.2));
  return {
    projection,
    scale,
    translate: [width / 2 - ((left + right) / 2 / unit) * scale, height / 2 - ((top + bottom) / 2 / unit) * scale],
    leastZoom: Math.min(1, width / (2 * Math.PI) / scale),
  };
}

/** The projection of what is seen now. */
export function projectionOf({ projection, scale, translate }: Fitted, { zoom, x, y }: View, { width, height }: Size): GeoProjection {
  const beyond = 20; // a line that leaves the map does not end in sight
  return projection
    .scale(scale * zoom)
    .translate([(translate[0] - width / 2) * zoom + width / 2 + x, (translate[1] - height / 2) * zoom + height / 2 + y])
    .clipExtent([
      [-beyond, -beyond],
      [width + beyond, height + beyond],
    ]);
}

/** Larger by `factor`, around a place counted in pixels from the middle of the map. */
export function zoomed(view: View, factor: number, leastZoom: number, around = { x: 0, y: 0 }): View {
  const zoom = Math.min(Math.max(view.zoom * factor, leastZoom), mostZoom);
  const ratio = zoom / view.zoom;
  return { zoom, x: around.x - (around.x - view.x) * ratio, y: around.y - (around.y - view.y) * ratio };
}

/** Moved, and never so far that nothing is left to see. */
export function moved({ zoom, x, y }: View, byX: number, byY: number, { width, height }: Size): View {
  const within = (value: number, most: number) => Math.min(Math.max(value, -most), most);
  return { zoom, x: within(x + byX, width * Math.max(zoom, 1)), y: within(y + byY, height * Math.max(zoom, 1)) };
}
