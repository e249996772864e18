import type { RouteOf } from '@jetbridge/schema';
import { AirlineHome } from '../pages/airline-home.tsx';

export function Screen({ route }: { route: RouteOf<'dashboard'> }) {
  return <AirlineHome key={route.code} code={route.code} />;
}
