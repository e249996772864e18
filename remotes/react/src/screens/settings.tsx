import type { RouteOf } from '@jetbridge/schema';
import { AirlineNew } from '../pages/airline-new.tsx';
import { AirlineSettings } from '../pages/airline-settings.tsx';

export { AirlineNotice } from '../components/airline-notice.tsx';

/** What an airline is: as it is founded, and as it changes. */
export function Screen({ route }: { route: RouteOf<'settings'> }) {
  switch (route.page) {
    case 'airline-new':
      return <AirlineNew />;
    case 'airline-settings':
      return <AirlineSettings key={route.code} code={route.code} />;
    default:
      return route satisfies never;
  }
}
