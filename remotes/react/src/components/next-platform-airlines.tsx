import { AirlinesDocument, type AirlinesQueryVariables } from '@jetbridge/schema';
import { useNextPage } from '../use-page-query.ts';
import { LoadMore } from './load-more.tsx';
import { PlatformAirlineRow } from './platform-airline-row.tsx';

interface Props {
  /** Those of the first page, with the end of the page before as `after`. */
  variables: AirlinesQueryVariables;
  /** How many further pages to show; none leaves the button. */
  pages: number;
  onMore(): void;
}

/** The rows after a cursor, and after them itself again: as deep as the person has asked for. */
export function NextPlatformAirlines({ variables, pages, onMore }: Props) {
  const { data, loading, problem, retry } = useNextPage(AirlinesDocument, variables, pages > 0);
  const airlines = data?.airlines;
  if (!airlines) return <LoadMore columns={4} loading={loading} problem={problem} onPress={pages > 0 ? retry : onMore} />;
  const { hasNextPage, endCursor } = airlines.pageInfo;
  return (
    <>
      {airlines.edges.map((edge) => (
        <PlatformAirlineRow key={edge.node.id} airline={edge.node} />
      ))}
      {hasNextPage && <NextPlatformAirlines variables={{ ...variables, after: endCursor }} pages={pages - 1} onMore={onMore} />}
    </>
  );
}
