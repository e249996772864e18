import type { RouteOf } from '@jetbridge/schema';
import { MailOutbox } from '../pages/mail-outbox.tsx';
import { Setup } from '../pages/setup.tsx';

/** The installation: as it is set up, and as it is looked after. */
export function Screen({ route }: { route: RouteOf<'platform'> }) {
  switch (route.page) {
    case 'setup':
      return <Setup token={route.token} />;
    case 'mail-outbox':
      return <MailOutbox />;
    default:
      return route satisfies never;
  }
}
