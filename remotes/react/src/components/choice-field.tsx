import { withChoice } from '@jetbridge/schema';
import { useId } from 'react';

interface Props<Value extends string> {
  label: string;
  hint: string;
  name: string;
  values: readonly Value[];
  texts: Record<Value, string>;
  chosen: readonly Value[];
  onChange(chosen: Value[]): void;
}

/** Any number of things to tick. */
export function ChoiceField<Value extends string>({ label, hint, name, values, texts, chosen, onChange }: Props<Value>) {
  const id = useId();
  return (
    <fieldset className="field" data-span="full" aria-describedby={id}>
      <legend className="field-legend">{label}</legend>
      <div className="choices">
        {values.map((value) => (
          <label className="check" key={value}>
            <input
              type="checkbox"
              name={name}
              value={value}
              checked={chosen.includes(value)}
              onChange={(event) => onChange(withChoice(chosen, values, value, event.target.checked))}
            />
            {texts[value]}
          </label>
        ))}
      </div>
      <p className="field-hint" id={id}>
        {hint}
      </p>
    </fieldset>
  );
}
