import { RosterDocument, type RosterQueryVariables } from '@jetbridge/schema';
import { useNextPage } from '../use-page-query.ts';
import { LoadMore } from './load-more.tsx';
import { RosterRow } from './roster-row.tsx';

interface Props {
  /** Those of the first page, with the end of the page before as `after`. */
  variables: RosterQueryVariables;
  /** How many further pages to show; none leaves the button. */
  pages: number;
  onMore(): void;
}

/** The rows after a cursor, and after them itself again: as deep as the person has asked for. */
export function NextRoster({ variables, pages, onMore }: Props) {
  const { data, loading, problem, retry } = useNextPage(RosterDocument, variables, pages > 0);
  const members = data?.airline?.members;
  if (!members) return <LoadMore columns={9} loading={loading} problem={problem} onPress={pages > 0 ? retry : onMore} />;
  const { hasNextPage, endCursor } = members.pageInfo;
  return (
    <>
      {members.edges.map((edge) => (
        <RosterRow key={edge.node.id} code={variables.code} member={edge.node} />
      ))}
      {hasNextPage && <NextRoster variables={{ ...variables, after: endCursor }} pages={pages - 1} onMore={onMore} />}
    </>
  );
}
