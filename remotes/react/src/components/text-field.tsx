import type { HTMLInputTypeAttribute } from 'react';
import { Field, type FieldProps } from './field.tsx';

interface Props extends FieldProps {
  value: string;
  onChange(text: string): void;
  onLeave(): void;
  type?: HTMLInputTypeAttribute;
  /** Idents and codes: mono, shown in capitals. */
  code?: boolean;
  /** With it the control is a text area. */
  lines?: number;
  placeholder?: string;
  autoComplete?: string;
  inputMode?: 'numeric' | 'decimal';
  maxLength?: number;
}

export function TextField({
  label,
  name,
  hint,
  problem,
  optional,
  span,
  value,
  onChange,
  onLeave,
  code,
  lines,
  type = 'text',
  ...rest
}: Props) {
  return (
    <Field label={label} name={name} hint={hint} problem={problem} optional={optional ?? false} span={span}>
      {(control) =>
        lines ? (
          <textarea
            className="input"
            rows={lines}
            {...control}
            maxLength={rest.maxLength}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onBlur={onLeave}
          />
        ) : (
          <input
            className={code ? 'input code' : 'input'}
            type={type}
            autoComplete="off"
            spellCheck={false}
            {...control}
            {...rest}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onBlur={onLeave}
          />
        )
      }
    </Field>
  );
}
