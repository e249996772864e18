import {
  isMissing,
  type MemberSort,
  memberRoles,
  memberSorts,
  messages,
  peopleMessages,
  RosterDocument,
  rosterQueryOf,
  rosterVariables,
  to,
} from '@jetbridge/schema';
import { useEffect, useEffectEvent, useState } from 'react';
import { Empty } from '../components/empty.tsx';
import { Link } from '../components/link.tsx';
import { NextRoster } from '../components/next-roster.tsx';
import { Page } from '../components/page.tsx';
import { RosterTable } from '../components/roster-table.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useApp, useCan, useLocation } from '../use-context.ts';
import { useLive, usePageQuery } from '../use-page-query.ts';
import { useSettled } from '../use-settled.ts';
import { NotFound } from './not-found.tsx';

const text = peopleMessages.roster;

export function Members({ code }: { code: string }) {
  const { nav } = useApp();
  const wanted = rosterQueryOf(useLocation().search);
  const variables = rosterVariables(code, wanted);
  const query = usePageQuery(RosterDocument, variables);
  const mayInvite = useCan('member:invite', code);
  const [typed, setTyped] = useState(wanted.search);
  const [known, setKnown] = useState(wanted.search);
  if (known !== wanted.search) {
    setKnown(wanted.search);
    setTyped(wanted.search); // cleared, or somebody went back
  }
  const settled = useSettled(typed.trim());
  const [further, setFurther] = useState<Record<string, number>>({});
  const list = to.members(code, wanted);
  const pages = further[list] ?? 0;
  const airline = query.data?.airline;
  const members = airline?.members;
  useLive(airline);

  const search = useEffectEvent((text: string) => {
    if (text === wanted.search) return;
    setKnown(text); // it must not undo what is typed on
    nav.navigate(to.members(code, { ...wanted, search: text }), { replace: true });
  });
  useEffect(() => search(settled), [settled]);

  if (isMissing(airline, query)) return <NotFound />;
  return (
    <Page title={text.title} aside={members && <span className="muted">{text.count(members.totalCount)}</span>}>
      <div className="toolbar">
        <input
          className="input"
          type="search"
          aria-label={text.search}
          placeholder={text.search}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <nav className="seg" aria-label={text.role}>
          <Link to={to.members(code, { ...wanted, role: null })} current={!wanted.role}>
            {text.all}
          </Link>
          {memberRoles.map((role) => (
            <Link key={role} to={to.members(code, { ...wanted, role })} current={wanted.role === role}>
              {messages.roles[role]}
            </Link>
          ))}
        </nav>
        <select
          className="input select"
          aria-label={text.sort}
          value={wanted.sort}
          onChange={(event) => nav.navigate(to.members(code, { ...wanted, sort: event.target.value as MemberSort }))}
        >
          {memberSorts.map((sort) => (
            <option key={sort} value={sort}>
              {text.sorts[sort]}
            </option>
          ))}
        </select>
      </div>
      {!members && <Waiting query={query} rows={12} />}
      {members?.edges.length === 0 && (
        <Empty text={wanted.search || wanted.role ? text.emptySearch : text.empty}>
          {wanted.search || wanted.role ? (
            <Link className="btn" to={to.members(code)}>
              {text.clear}
            </Link>
          ) : (
            mayInvite && (
              <Link className="btn" to={to.joining(code)}>
                {text.invite}
              </Link>
            )
          )}
        </Empty>
      )}
      {members && members.edges.length > 0 && (
        <RosterTable code={code} members={members.edges.map((edge) => edge.node)}>
          {members.pageInfo.hasNextPage && (
            <NextRoster
              variables={{ ...variables, after: members.pageInfo.endCursor }}
              pages={pages}
              onMore={() => setFurther({ ...further, [list]: pages + 1 })}
            />
          )}
        </RosterTable>
      )}
    </Page>
  );
}
