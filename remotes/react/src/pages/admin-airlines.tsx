import { AirlinesDocument, messages, platformMessages, to } from '@jetbridge/schema';
import { useState } from 'react';
import { Empty } from '../components/empty.tsx';
import { Link } from '../components/link.tsx';
import { NextPlatformAirlines } from '../components/next-platform-airlines.tsx';
import { PlatformAirlineTable } from '../components/platform-airline-table.tsx';
import { PlatformPage } from '../components/platform-page.tsx';
import { Waiting } from '../components/waiting.tsx';
import { usePageQuery } from '../use-page-query.ts';
import { useSettled } from '../use-settled.ts';

const text = messages.airlines;

export function AdminAirlines() {
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim()) || null;
  const variables = { first: 25, search };
  const query = usePageQuery(AirlinesDocument, variables);
  const [further, setFurther] = useState<ReadonlyMap<string, number>>(new Map());
  const pages = further.get(search ?? '') ?? 0;
  const airlines = query.data?.airlines;
  const create = (
    <Link className="btn" to={to.newAirline()}>
      {text.create}
    </Link>
  );
  return (
    <PlatformPage
      page="admin-airlines"
      title={platformMessages.airlines.title}
      aside={airlines && <span className="muted">{text.count(airlines.totalCount)}</span>}
      actions={create}
    >
      <div className="stack">
        <input
          className="input search"
          type="search"
          aria-label={text.search}
          placeholder={text.search}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {!airlines && <Waiting query={query} rows={8} />}
        {airlines?.edges.length === 0 && <Empty text={search ? text.emptySearch : text.empty} />}
        {airlines && airlines.edges.length > 0 && (
          <PlatformAirlineTable airlines={airlines.edges.map((edge) => edge.node)}>
            {airlines.pageInfo.hasNextPage && (
              <NextPlatformAirlines
                variables={{ ...variables, after: airlines.pageInfo.endCursor }}
                pages={pages}
                onMore={() => setFurther(new Map(further).set(search ?? '', pages + 1))}
              />
            )}
          </PlatformAirlineTable>
        )}
      </div>
    </PlatformPage>
  );
}
