import { formatDate, isMissing, messages, PilotDocument, peopleMessages, settingsMessages, to } from '@jetbridge/schema';
import { Icon } from '../components/icon.tsx';
import { LeaveAirline } from '../components/leave-airline.tsx';
import { Link } from '../components/link.tsx';
import { MemberAdmin } from '../components/member-admin.tsx';
import { Page } from '../components/page.tsx';
import { PilotHistory } from '../components/pilot-history.tsx';
import { PilotPireps } from '../components/pilot-pireps.tsx';
import { PilotStats } from '../components/pilot-stats.tsx';
import { RankTape } from '../components/rank-tape.tsx';
import { Setting } from '../components/setting.tsx';
import { Totals } from '../components/totals.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useCan, useMembership } from '../use-context.ts';
import { useLive, usePageQuery } from '../use-page-query.ts';
import { NotFound } from './not-found.tsx';

const text = peopleMessages.pilot;

/** One member, of now or of before. */
export function Pilot({ code, pilotNumber }: { code: string; pilotNumber: number }) {
  const query = usePageQuery(PilotDocument, { code, pilotNumber });
  const mayAudit = useCan('audit:read', code);
  const mayAdmit = useCan('member:role', code);
  const own = useMembership(code)?.pilotNumber === pilotNumber;
  const airline = query.data?.airline;
  const member = airline?.member;
  useLive(airline);
  if (isMissing(member, query)) return <NotFound sentence={airline ? text.notFound : messages.notFound.text} />;
  const back = (
    <Link className="btn" kind="quiet" to={to.members(code)}>
      {text.back}
    </Link>
  );
  const aside = member && (
    <>
      <span className="chip code">{member.callsign}</span>
      <span className="chip">{member.leftAt ? text.former : messages.roles[member.role]}</span>
    </>
  );
  return (
    <Page title={member?.user.displayName ?? text.back} aside={aside} actions={back}>
      {!(airline && member) && <Waiting query={query} rows={12} />}
      {airline && member && (
        <>
          {member.leftAt && (
            <div className="banner" data-kind="info">
              <Icon name="info" />
              <p>{text.left(formatDate(member.leftAt))}</p>
            </div>
          )}
          <p className="lead">{text.since(formatDate(member.joinedAt))}</p>
          <div className="stack">
            <Totals member={member} />
            <RankTape minutes={member.minutes} ranks={airline.ranks} />
          </div>
          <PilotStats code={code} pilotNumber={pilotNumber} />
          <PilotPireps code={code} pilotId={member.id} />
          {mayAdmit && airline.state === 'ACTIVE' && !member.leftAt && <MemberAdmin airlineId={airline.id} member={member} />}
          {own && (
            <Setting title={settingsMessages.danger.leave}>
              <LeaveAirline airline={airline} />
            </Setting>
          )}
          {(mayAudit || own) && <PilotHistory code={code} pilotNumber={pilotNumber} />}
        </>
      )}
    </Page>
  );
}
