import { accountMessages, MailOutboxDocument } from '@jetbridge/schema';
import { useState } from 'react';
import { Empty } from '../components/empty.tsx';
import { MailTable } from '../components/mail-table.tsx';
import { NextMails } from '../components/next-mails.tsx';
import { PlatformPage } from '../components/platform-page.tsx';
import { Waiting } from '../components/waiting.tsx';
import { usePageQuery } from '../use-page-query.ts';

const text = accountMessages.mail;
const variables = { first: 25 };

export function MailOutbox() {
  const query = usePageQuery(MailOutboxDocument, variables);
  const [pages, setPages] = useState(0);
  const mails = query.data?.mailOutbox;
  const refresh = (
    <button className="btn" type="button" onClick={query.retry}>
      {text.refresh}
    </button>
  );
  return (
    <PlatformPage
      page="mail-outbox"
      title={text.title}
      aside={mails && <span className="muted">{text.count(mails.totalCount)}</span>}
      actions={refresh}
    >
      <p className="lead">{text.intro}</p>
      {!mails && <Waiting query={query} rows={8} />}
      {mails?.edges.length === 0 && <Empty text={text.empty} />}
      {mails && mails.edges.length > 0 && (
        <MailTable mails={mails.edges.map((edge) => edge.node)}>
          {mails.pageInfo.hasNextPage && (
            <NextMails variables={{ ...variables, after: mails.pageInfo.endCursor }} pages={pages} onMore={() => setPages(pages + 1)} />
          )}
        </MailTable>
      )}
    </PlatformPage>
  );
}
