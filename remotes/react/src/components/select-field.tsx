import { Field, type FieldProps } from './field.tsx';

interface Props<Value extends string> extends FieldProps {
  value: Value;
  values: readonly Value[];
  texts: Record<Value, string>;
  onChange(value: Value): void;
}

export function SelectField<Value extends string>({ value, values, texts, onChange, ...field }: Props<Value>) {
  return (
    <Field {...field}>
      {(control) => (
        <select className="input select" {...control} value={value} onChange={(event) => onChange(event.target.value as Value)}>
          {values.map((each) => (
            <option key={each} value={each}>
              {texts[each]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
