import { colourPicked, settingsMessages } from '@jetbridge/schema';
import { Field, type FieldProps } from './field.tsx';

const text = settingsMessages.profile;

interface Props extends FieldProps {
  value: string;
  onChange(colour: string): void;
  onLeave(): void;
}

/** A colour as it is written, and the picker of the browser beside it. */
export function ColourField({ value, onChange, onLeave, ...field }: Props) {
  return (
    <Field {...field}>
      {(control) => (
        <div className="affix">
          <input
            className="input code"
            type="text"
            autoComplete="off"
            spellCheck={false}
            {...control}
            maxLength={9}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onBlur={onLeave}
          />
          <input
            className="input colour"
            type="color"
            aria-label={text.pick}
            value={colourPicked(value)}
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
      )}
    </Field>
  );
}
