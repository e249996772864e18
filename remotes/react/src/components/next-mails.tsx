import { MailOutboxDocument, type MailOutboxQueryVariables } from '@jetbridge/schema';
import { useNextPage } from '../use-page-query.ts';
import { LoadMore } from './load-more.tsx';
import { MailRow } from './mail-row.tsx';

interface Props {
  /** Those of the first page, with the end of the page before as `after`. */
  variables: MailOutboxQueryVariables;
  /** How many further pages to show; none leaves the button. */
  pages: number;
  onMore(): void;
}

/** The rows after a cursor, and after them itself again: as deep as the person has asked for. */
export function NextMails({ variables, pages, onMore }: Props) {
  const { data, loading, problem, retry } = useNextPage(MailOutboxDocument, variables, pages > 0);
  const mails = data?.mailOutbox;
  if (!mails) return <LoadMore columns={3} loading={loading} problem={problem} onPress={pages > 0 ? retry : onMore} />;
  const { hasNextPage, endCursor } = mails.pageInfo;
  return (
    <>
      {mails.edges.map((edge) => (
        <MailRow key={edge.node.id} mail={edge.node} />
      ))}
      {hasNextPage && <NextMails variables={{ ...variables, after: endCursor }} pages={pages - 1} onMore={onMore} />}
    </>
  );
}
