import type { FlightMapElement, MapFlight } from '@jetbridge/schema';
import { useFormat } from '../use-context.ts';

interface Props {
  flights: readonly MapFlight[];
  /** When: shows where it is day and where night. */
  at?: string | null;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'flight-map': Pick<FlightMapElement, 'flights' | 'at' | 'format'> & { className: string };
    }
  }
}

/** The shell's map, with the same as a list below it. */
export function RouteMap({ flights, at = null }: Props) {
  return <flight-map className="map" flights={flights} at={at} format={useFormat()} />;
}
