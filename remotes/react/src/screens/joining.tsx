import type { RouteOf } from '@jetbridge/schema';
import { Invitation } from '../pages/invitation.tsx';
import { Joining } from '../pages/joining.tsx';

export { AirlineProfile } from '../pages/airline-profile.tsx';

/** Where people come into an airline. */
export function Screen({ route }: { route: RouteOf<'joining'> }) {
  switch (route.page) {
    case 'invitation':
      return <Invitation key={route.token} token={route.token} />;
    case 'joining':
      return <Joining key={route.code} code={route.code} />;
    default:
      return route satisfies never;
  }
}
