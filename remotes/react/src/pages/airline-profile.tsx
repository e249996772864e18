import { AirlineProfileDocument, isMissing, joiningMessages, messages } from '@jetbridge/schema';
import { JoinForm } from '../components/join-form.tsx';
import { OwnApplication } from '../components/own-application.tsx';
import { Page } from '../components/page.tsx';
import { RankTable } from '../components/rank-table.tsx';
import { Setting } from '../components/setting.tsx';
import { Waiting } from '../components/waiting.tsx';
import { usePageQuery } from '../use-page-query.ts';
import { NotFound } from './not-found.tsx';

const text = joiningMessages.profile;

/** What an airline shows to who is no member. */
export function AirlineProfile({ code }: { code: string }) {
  const query = usePageQuery(AirlineProfileDocument, { code });
  const airline = query.data?.airline;
  if (isMissing(airline, query)) return <NotFound />;
  const application = airline?.myApplication;
  return (
    <Page title={airline?.name ?? code} aside={airline && <span className="chip">{messages.airlines.joinPolicy[airline.joinPolicy]}</span>}>
      {!airline && <Waiting query={query} rows={6} />}
      {airline && (
        <>
          <Setting title={text.join}>
            {application && <OwnApplication application={application} />}
            {application?.state !== 'OPEN' && <JoinForm airline={airline} />}
          </Setting>
          <Setting title={text.ranks}>
            {airline.ranks.length > 0 ? <RankTable ranks={airline.ranks} /> : <p className="muted">{text.noRanks}</p>}
          </Setting>
        </>
      )}
    </Page>
  );
}
