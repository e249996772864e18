import { type AirlineSettingsFieldsFragment, joinPolicies, messages, settingsMessages, UpdateAirlineDocument } from '@jetbridge/schema';
import { useMutation } from 'urql';
import { useChangeForm } from '../use-change-form.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { SelectField } from './select-field.tsx';
import { SubmitButton } from './submit-button.tsx';

const text = settingsMessages.policy;

export function JoinPolicyForm({ airline }: { airline: AirlineSettingsFieldsFragment }) {
  const [, update] = useMutation(UpdateAirlineDocument);
  const form = useChangeForm({
    current: { joinPolicy: airline.joinPolicy },
    facts: (draft) => draft,
    send: (changes) => update({ input: { airlineId: airline.id, ...changes } }),
  });
  return (
    <form className="form card" {...form.props}>
      {form.problem && <ProblemBanner message={form.problem} />}
      <ConflictNotice fields={form.conflicts.map((name) => text[name])} onTakeTheirs={form.takeTheirs} />
      <SelectField
        label={text.joinPolicy}
        name="joinPolicy"
        values={joinPolicies}
        texts={messages.airlines.joinPolicy}
        value={form.values.joinPolicy}
        onChange={(joinPolicy) => form.edit('joinPolicy', { joinPolicy })}
      />
      <div className="form-foot">
        <SubmitButton text={settingsMessages.save} sending={form.sending} />
      </div>
    </form>
  );
}
