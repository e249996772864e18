import {
  type AirlineSettingsFieldsFragment,
  distanceUnits,
  settingsMessages,
  UpdateAirlineDocument,
  unitsDraft,
  weightUnits,
} from '@jetbridge/schema';
import { useMutation } from 'urql';
import { useChangeForm } from '../use-change-form.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { SelectField } from './select-field.tsx';
import { SubmitButton } from './submit-button.tsx';

const text = settingsMessages.units;

interface Props {
  airlineId: string;
  settings: NonNullable<AirlineSettingsFieldsFragment['settings']>;
}

export function UnitsForm({ airlineId, settings }: Props) {
  const [, update] = useMutation(UpdateAirlineDocument);
  const form = useChangeForm({
    current: unitsDraft(settings),
    facts: (draft) => draft,
    send: (changes) => update({ input: { airlineId, settings: changes } }),
  });
  return (
    <form className="form card" {...form.props}>
      {form.problem && <ProblemBanner message={form.problem} />}
      <ConflictNotice fields={form.conflicts.map((name) => text[name])} onTakeTheirs={form.takeTheirs} />
      <div className="form-grid">
        <SelectField
          label={text.distanceUnit}
          name="distanceUnit"
          span="half"
          values={distanceUnits}
          texts={text.distanceUnits}
          value={form.values.distanceUnit}
          onChange={(distanceUnit) => form.edit('distanceUnit', { distanceUnit })}
        />
        <SelectField
          label={text.weightUnit}
          name="weightUnit"
          span="half"
          values={weightUnits}
          texts={text.weightUnits}
          value={form.values.weightUnit}
          onChange={(weightUnit) => form.edit('weightUnit', { weightUnit })}
        />
      </div>
      <div className="form-foot">
        <SubmitButton text={settingsMessages.save} sending={form.sending} />
      </div>
    </form>
  );
}
