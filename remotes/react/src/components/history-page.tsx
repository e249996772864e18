import { activityOf, PilotHistoryDocument, peopleMessages } from '@jetbridge/schema';
import { useState } from 'react';
import { usePageQuery } from '../use-page-query.ts';
import { ActivityEntry } from './activity-entry.tsx';
import { Empty } from './empty.tsx';
import { Waiting } from './waiting.tsx';

const text = peopleMessages.pilot;

interface Props {
  code: string;
  pilotNumber: number;
  /** The end of the page before. */
  after: string | null | undefined;
}

/** A page of a member's history, and after it itself again, as deep as the person has asked for. */
export function HistoryPage({ code, pilotNumber, after }: Props) {
  const query = usePageQuery(PilotHistoryDocument, { code, pilotNumber, first: 20, after });
  const [more, setMore] = useState(false);
  const history = query.data?.airline?.member?.history;
  if (!history) return <Waiting query={query} rows={4} />;
  if (history.edges.length === 0) return <Empty text={text.noHistory} />;
  const { hasNextPage, endCursor } = history.pageInfo;
  return (
    <>
      <ol className="timeline">
        {history.edges.map(({ node }) => (
          <ActivityEntry key={node.id} activity={activityOf(code, node)} />
        ))}
      </ol>
      {hasNextPage && !more && (
        <div className="cluster">
          <button className="btn" type="button" onClick={() => setMore(true)}>
            {text.older}
          </button>
        </div>
      )}
      {hasNextPage && more && <HistoryPage code={code} pilotNumber={pilotNumber} after={endCursor} />}
    </>
  );
}
