import { platformMessages, UsersDocument } from '@jetbridge/schema';
import { useState } from 'react';
import { Empty } from '../components/empty.tsx';
import { NextUsers } from '../components/next-users.tsx';
import { PlatformPage } from '../components/platform-page.tsx';
import { UserTable } from '../components/user-table.tsx';
import { Waiting } from '../components/waiting.tsx';
import { usePageQuery } from '../use-page-query.ts';
import { useSettled } from '../use-settled.ts';

const text = platformMessages.users;

export function AdminUsers() {
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim()) || null;
  const variables = { first: 25, search };
  const query = usePageQuery(UsersDocument, variables);
  const [further, setFurther] = useState<ReadonlyMap<string, number>>(new Map());
  const pages = further.get(search ?? '') ?? 0;
  const users = query.data?.users;
  return (
    <PlatformPage page="admin-users" title={text.title} aside={users && <span className="muted">{text.count(users.totalCount)}</span>}>
      <div className="stack">
        <input
          className="input search"
          type="search"
          aria-label={text.search}
          placeholder={text.search}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {!users && <Waiting query={query} rows={8} />}
        {users?.edges.length === 0 && <Empty text={text.none} />}
        {users && users.edges.length > 0 && (
          <UserTable users={users.edges.map((edge) => edge.node)}>
            {users.pageInfo.hasNextPage && (
              <NextUsers
                variables={{ ...variables, after: users.pageInfo.endCursor }}
                pages={pages}
                onMore={() => setFurther(new Map(further).set(search ?? '', pages + 1))}
              />
            )}
          </UserTable>
        )}
      </div>
    </PlatformPage>
  );
}
