import type { RouteOf } from '@jetbridge/schema';
import { Members } from '../pages/members.tsx';
import { Pilot } from '../pages/pilot.tsx';

/** Who flies for an airline. */
export function Screen({ route }: { route: RouteOf<'people'> }) {
  switch (route.page) {
    case 'members':
      return <Members key={route.code} code={route.code} />;
    case 'pilot':
      return <Pilot key={`${route.code}${route.pilotNumber}`} code={route.code} pilotNumber={route.pilotNumber} />;
    default:
      return route satisfies never;
  }
}
