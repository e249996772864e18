import { platformMessages, type UsersQuery } from '@jetbridge/schema';
import { Icon } from './icon.tsx';

const text = platformMessages.users;

export type ListedUser = UsersQuery['users']['edges'][number]['node'];

export function UserRow({ user }: { user: ListedUser }) {
  return (
    <tr>
      <th scope="row" className="grow two-lines">
        {user.displayName}
        <span className="second-line">{user.email}</span>
      </th>
      <td>
        <span className="badge" data-kind={user.emailVerified ? 'ok' : 'warn'}>
          <Icon name={user.emailVerified ? 'check' : 'clock'} />
          {user.emailVerified ? text.verified : text.unverified}
        </span>
      </td>
      <td className="col-1">{user.platformAdmin && text.admin}</td>
    </tr>
  );
}
