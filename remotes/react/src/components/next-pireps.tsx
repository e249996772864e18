import { PirepsDocument, type PirepsQueryVariables } from '@jetbridge/schema';
import { useCan } from '../use-context.ts';
import { useNextPage } from '../use-page-query.ts';
import { LoadMore } from './load-more.tsx';
import { PirepRow } from './pirep-row.tsx';

interface Props {
  /** Those of the first page, with the end of the page before as `after`. */
  variables: PirepsQueryVariables;
  /** How many further pages to show; none leaves the button. */
  pages: number;
  onMore(): void;
}

/** The rows after a cursor, and after them itself again: as deep as the person has asked for. */
export function NextPireps({ variables, pages, onMore }: Props) {
  const canReview = useCan('pirep:review', variables.code);
  const { data, loading, problem, retry } = useNextPage(PirepsDocument, variables, pages > 0);
  const pireps = data?.airline?.pireps;
  if (!pireps) return <LoadMore columns={9} loading={loading} problem={problem} onPress={pages > 0 ? retry : onMore} />;
  const { hasNextPage, endCursor } = pireps.pageInfo;
  return (
    <>
      {pireps.edges.map((edge) => (
        <PirepRow key={edge.node.id} code={variables.code} pirep={edge.node} canReview={canReview} />
      ))}
      {hasNextPage && <NextPireps variables={{ ...variables, after: endCursor }} pages={pages - 1} onMore={onMore} />}
    </>
  );
}
