import { AirlinesDocument, messages, to } from '@jetbridge/schema';
import { useState } from 'react';
import { useCan } from '../use-context.ts';
import { usePageQuery } from '../use-page-query.ts';
import { useSettled } from '../use-settled.ts';
import { AirlineTable } from './airline-table.tsx';
import { Empty } from './empty.tsx';
import { Link } from './link.tsx';
import { NextAirlines } from './next-airlines.tsx';
import { Waiting } from './waiting.tsx';

const text = messages.airlines;

export function AllAirlines() {
  const canCreate = useCan('airline:create');
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim()) || null;
  const variables = { first: 20, search };
  const query = usePageQuery(AirlinesDocument, variables);
  const [further, setFurther] = useState<ReadonlyMap<string, number>>(new Map());
  const pages = further.get(search ?? '') ?? 0;
  const airlines = query.data?.airlines;
  return (
    <section className="section">
      <div className="section-head">
        <h2>{text.all}</h2>
        <input
          className="input"
          type="search"
          aria-label={text.search}
          placeholder={text.search}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {!airlines && <Waiting query={query} rows={4} />}
      {airlines?.edges.length === 0 && (
        <Empty text={search ? text.emptySearch : text.empty}>
          {canCreate && !search && (
            <div className="cluster">
              <Link className="btn" kind="primary" to={to.newAirline()}>
                {text.create}
              </Link>
              <Link className="btn" to={to.setup()}>
                {text.demo}
              </Link>
            </div>
          )}
        </Empty>
      )}
      {airlines && airlines.edges.length > 0 && (
        <AirlineTable airlines={airlines.edges.map((edge) => edge.node)}>
          {airlines.pageInfo.hasNextPage && (
            <NextAirlines
              variables={{ ...variables, after: airlines.pageInfo.endCursor }}
              pages={pages}
              onMore={() => setFurther(new Map(further).set(search ?? '', pages + 1))}
            />
          )}
        </AirlineTable>
      )}
    </section>
  );
}
