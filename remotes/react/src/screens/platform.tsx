import type { RouteOf } from '@jetbridge/schema';
import { AdminAirlines } from '../pages/admin-airlines.tsx';
import { AdminHealth } from '../pages/admin-health.tsx';
import { AdminUsers } from '../pages/admin-users.tsx';
import { MailOutbox } from '../pages/mail-outbox.tsx';
import { NotFound } from '../pages/not-found.tsx';
import { Setup } from '../pages/setup.tsx';
import { useCan } from '../use-context.ts';

/** The installation: as it is set up, and as it is looked after. */
export function Screen({ route }: { route: RouteOf<'platform'> }) {
  const isAdmin = useCan('user:list');
  if (route.page === 'setup') return <Setup token={route.token} />;
  if (!isAdmin) return <NotFound />;
  switch (route.page) {
    case 'admin-airlines':
      return <AdminAirlines />;
    case 'admin-users':
      return <AdminUsers />;
    case 'admin-health':
      return <AdminHealth />;
    case 'mail-outbox':
      return <MailOutbox />;
    default:
      return route satisfies never;
  }
}
