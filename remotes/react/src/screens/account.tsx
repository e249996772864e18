import type { RouteOf } from '@jetbridge/schema';
import { Account } from '../pages/account.tsx';
import { AccountApiKeys } from '../pages/account-api-keys.tsx';
import { AccountData } from '../pages/account-data.tsx';
import { AccountSessions } from '../pages/account-sessions.tsx';
import { ConfirmEmail } from '../pages/confirm-email.tsx';
import { Forgot } from '../pages/forgot.tsx';
import { Register } from '../pages/register.tsx';
import { Reset } from '../pages/reset.tsx';
import { Verify } from '../pages/verify.tsx';

export { AccountNotices } from '../components/account-notices.tsx';

export function Screen({ route }: { route: RouteOf<'account'> }) {
  switch (route.page) {
    case 'register':
      return <Register />;
    case 'verify':
      return <Verify key={route.token} token={route.token} />;
    case 'forgot':
      return <Forgot />;
    case 'reset':
      return <Reset key={route.token} token={route.token} />;
    case 'confirm-email':
      return <ConfirmEmail key={route.token} token={route.token} />;
    case 'account':
      return <Account />;
    case 'account-sessions':
      return <AccountSessions />;
    case 'account-api-keys':
      return <AccountApiKeys />;
    case 'account-data':
      return <AccountData />;
    default:
      return route satisfies never;
  }
}
