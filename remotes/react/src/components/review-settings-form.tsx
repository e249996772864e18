import {
  type AirlineSettingsFieldsFragment,
  autoAccepts,
  checkAirlineSettings,
  flightNetworks,
  messages,
  ownReviews,
  reviewDraft,
  reviewFacts,
  settingsMessages,
  UpdateAirlineDocument,
} from '@jetbridge/schema';
import { useMutation } from 'urql';
import { useChangeForm } from '../use-change-form.ts';
import { ChoiceField } from './choice-field.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { SelectField } from './select-field.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextField } from './text-field.tsx';

const text = settingsMessages.review;

interface Props {
  airlineId: string;
  settings: NonNullable<AirlineSettingsFieldsFragment['settings']>;
}

export function ReviewSettingsForm({ airlineId, settings }: Props) {
  const [, update] = useMutation(UpdateAirlineDocument);
  const form = useChangeForm({
    current: reviewDraft(settings),
    facts: reviewFacts,
    check: (draft) => checkAirlineSettings(reviewFacts(draft)),
    send: (changes) => update({ input: { airlineId, settings: changes } }),
  });
  const { autoAccept, autoAcceptNetworks, ownReview } = form.values;
  return (
    <form className="form card" {...form.props}>
      {form.problem && <ProblemBanner message={form.problem} />}
      <ConflictNotice fields={form.conflicts.map((name) => text[name])} onTakeTheirs={form.takeTheirs} />
      <div className="form-grid">
        <SelectField
          label={text.autoAccept}
          name="autoAccept"
          span="half"
          values={autoAccepts}
          texts={text.autoAccepts}
          value={autoAccept}
          onChange={(value) => form.edit('autoAccept', { autoAccept: value })}
        />
        <SelectField
          label={text.ownReview}
          name="ownReview"
          span="half"
          values={ownReviews}
          texts={text.ownReviews}
          value={ownReview}
          onChange={(value) => form.edit('ownReview', { ownReview: value })}
        />
        {autoAccept === 'RULES' && (
          <>
            <TextField
              label={text.landingRateLimitFpm}
              hint={text.landingHint}
              span="half"
              optional
              maxLength={6}
              {...form.bind('landingRateLimitFpm')}
            />
            <ChoiceField
              label={text.autoAcceptNetworks}
              hint={text.networksHint}
              name="autoAcceptNetworks"
              values={flightNetworks}
              texts={messages.networks}
              chosen={autoAcceptNetworks}
              onChange={(value) => form.edit('autoAcceptNetworks', { autoAcceptNetworks: value })}
            />
          </>
        )}
      </div>
      <div className="form-foot">
        <SubmitButton text={settingsMessages.save} sending={form.sending} />
      </div>
    </form>
  );
}
