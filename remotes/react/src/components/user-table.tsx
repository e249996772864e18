import { platformMessages } from '@jetbridge/schema';
import type { ReactNode } from 'react';
import { type ListedUser, UserRow } from './user-row.tsx';

const text = platformMessages.users;

interface Props {
  users: readonly ListedUser[];
  /** What follows the rows: the next page. */
  children?: ReactNode;
}

export function UserTable({ users, children }: Props) {
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="visually-hidden">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.person}</th>
            <th scope="col">{text.address}</th>
            <th scope="col" className="col-1">
              {text.role}
            </th>
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <UserRow key={user.id} user={user} />
          ))}
          {children}
        </tbody>
      </table>
    </div>
  );
}
