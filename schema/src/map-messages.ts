import { localized, number } from './language.ts';

/** The texts of the map: loaded with it. */
export const mapMessages = localized('mapMessages', {
  name: (what: string) => `Map: ${what}`,
  route: (from: string, to: string, distance: string) => `${from} to ${to}, ${distance}`,
  routes: (count: number) => `${number(count)} ${count === 1 ? 'route' : 'routes'}`,
  flights: (count: number) => `${number(count)} ${count === 1 ? 'flight' : 'flights'}`,
  night: (at: string) => `Shaded: night at ${at}`,
  controls: 'Map view',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit',
  list: 'Routes as a list',
  missing: 'The map could not be loaded.',
} as const);
