import { UsersDocument, type UsersQueryVariables } from '@jetbridge/schema';
import { useNextPage } from '../use-page-query.ts';
import { LoadMore } from './load-more.tsx';
import { UserRow } from './user-row.tsx';

interface Props {
  /** Those of the first page, with the end of the page before as `after`. */
  variables: UsersQueryVariables;
  /** How many further pages to show; none leaves the button. */
  pages: number;
  onMore(): void;
}

/** The rows after a cursor, and after them itself again: as deep as the person has asked for. */
export function NextUsers({ variables, pages, onMore }: Props) {
  const { data, loading, problem, retry } = useNextPage(UsersDocument, variables, pages > 0);
  const users = data?.users;
  if (!users) return <LoadMore columns={3} loading={loading} problem={problem} onPress={pages > 0 ? retry : onMore} />;
  const { hasNextPage, endCursor } = users.pageInfo;
  return (
    <>
      {users.edges.map((edge) => (
        <UserRow key={edge.node.id} user={edge.node} />
      ))}
      {hasNextPage && <NextUsers variables={{ ...variables, after: endCursor }} pages={pages - 1} onMore={onMore} />}
    </>
  );
}
