import { messages } from '@jetbridge/schema';
import { useState } from 'react';
import { Field, type FieldProps } from './field.tsx';

interface Props extends FieldProps {
  value: string;
  onChange(text: string): void;
  onLeave(): void;
  autoComplete: 'current-password' | 'new-password';
}

/** A password that its owner may look at while typing. */
export function PasswordField({ value, onChange, onLeave, autoComplete, ...field }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <Field {...field}>
      {(control) => (
        <div className="affix">
          <input
            className="input"
            type={shown ? 'text' : 'password'}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            {...control}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onBlur={onLeave}
          />
          <button className="btn" data-kind="quiet" type="button" onClick={() => setShown(!shown)}>
            {shown ? messages.password.hide : messages.password.show}
            <span className="visually-hidden">{` ${field.label}`}</span>
          </button>
        </div>
      )}
    </Field>
  );
}
