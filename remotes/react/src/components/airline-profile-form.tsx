import {
  type AirlineSettingsFieldsFragment,
  airlineProfileDraft,
  airlineProfileFacts,
  checkUpdateAirline,
  settingsMessages,
  UpdateAirlineDocument,
} from '@jetbridge/schema';
import { useMutation } from 'urql';
import { useChangeForm } from '../use-change-form.ts';
import { ColourField } from './colour-field.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { ContrastCheck } from './contrast-check.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextField } from './text-field.tsx';

const text = settingsMessages.profile;

export function AirlineProfileForm({ airline }: { airline: AirlineSettingsFieldsFragment }) {
  const [, update] = useMutation(UpdateAirlineDocument);
  const form = useChangeForm({
    current: airlineProfileDraft(airline),
    facts: airlineProfileFacts,
    check: (draft) => checkUpdateAirline(airlineProfileFacts(draft)),
    send: (changes) => update({ input: { airlineId: airline.id, ...changes } }),
    tidy: (draft) => airlineProfileDraft({ ...airline, ...airlineProfileFacts(draft) }),
  });
  return (
    <form className="form card" {...form.props}>
      {form.problem && <ProblemBanner message={form.problem} />}
      <ConflictNotice fields={form.conflicts.map((name) => text[name])} onTakeTheirs={form.takeTheirs} />
      <div className="form-grid">
        <TextField label={text.name} span="half" {...form.bind('name')} />
        <TextField label={text.iata} span="half" optional code maxLength={2} {...form.bind('iata')} />
        <ColourField label={text.brandColour} hint={text.colourHint} span="full" optional {...form.bind('brandColour')} />
      </div>
      <ContrastCheck code={airline.code} colour={form.values.brandColour} />
      <div className="form-foot">
        <SubmitButton text={settingsMessages.save} sending={form.sending} />
      </div>
    </form>
  );
}
