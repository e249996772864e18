import { AirlineSettingsDocument, isMissing, settingsMessages } from '@jetbridge/schema';
import { AirlineProfileForm } from '../components/airline-profile-form.tsx';
import { CloseAirlineForm } from '../components/close-airline-form.tsx';
import { JoinPolicyForm } from '../components/join-policy-form.tsx';
import { LeaveAirline } from '../components/leave-airline.tsx';
import { Page } from '../components/page.tsx';
import { RanksForm } from '../components/ranks-form.tsx';
import { ReviewSettingsForm } from '../components/review-settings-form.tsx';
import { Setting } from '../components/setting.tsx';
import { UnitsForm } from '../components/units-form.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useCan, useMembership } from '../use-context.ts';
import { useLive, usePageQuery } from '../use-page-query.ts';
import { NotFound } from './not-found.tsx';

const text = settingsMessages;

/** What an airline is and what it has decided for itself: for its admins. */
export function AirlineSettings({ code }: { code: string }) {
  const mayOpen = useCan('airline:close', code); // what an admin still has while the airline stands still
  const membership = useMembership(code);
  const query = usePageQuery(AirlineSettingsDocument, { code });
  const airline = query.data?.airline;
  useLive(airline);
  if (!mayOpen) return <NotFound sentence={text.onlyAdmins} />;
  if (isMissing(airline?.settings, query)) return <NotFound />;
  return (
    <Page title={text.title} width="form">
      <p className="lead">{text.intro}</p>
      {!airline?.settings && <Waiting query={query} rows={12} />}
      {airline?.settings && (
        <>
          <fieldset className="settings" role="presentation" disabled={airline.state !== 'ACTIVE'}>
            <Setting title={text.profile.title} intro={text.profile.intro}>
              <AirlineProfileForm airline={airline} />
            </Setting>
            <Setting title={text.policy.title} intro={text.policy.intro}>
              <JoinPolicyForm airline={airline} />
            </Setting>
            <Setting title={text.review.title} intro={text.review.intro}>
              <ReviewSettingsForm airlineId={airline.id} settings={airline.settings} />
            </Setting>
            <Setting title={text.units.title} intro={text.units.intro}>
              <UnitsForm airlineId={airline.id} settings={airline.settings} />
            </Setting>
            <Setting title={text.ranks.title} intro={text.ranks.intro}>
              <RanksForm airline={airline} />
            </Setting>
          </fieldset>
          <Setting title={text.danger.title} intro={text.danger.intro}>
            {membership ? <LeaveAirline airline={airline} /> : <p className="muted">{text.danger.notMember}</p>}
            {airline.state !== 'CLOSED' && <CloseAirlineForm airline={airline} />}
          </Setting>
        </>
      )}
    </Page>
  );
}
