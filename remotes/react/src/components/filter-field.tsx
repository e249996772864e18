import { useEffect, useEffectEvent, useState } from 'react';
import { useSettled } from '../use-settled.ts';

interface Props {
  label: string;
  /** What is filtered by now. What is typed may not make sense yet. */
  value: string;
  /** Answers what is filtered by then. */
  onChange(typed: string): string;
  type?: 'text' | 'search' | 'date';
  placeholder?: string;
  code?: boolean;
}

export function FilterField({ label, value, onChange, type = 'text', placeholder, code = false }: Props) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    if (value.toUpperCase() !== typed.trim().toUpperCase()) setTyped(value); // cleared, or another view was opened
  }
  const settled = useSettled(typed);
  const change = useEffectEvent((written: string) => {
    if (written.toUpperCase() !== value.toUpperCase()) setKnown(onChange(written)); // known already: it must not undo what is typed on
  });
  useEffect(() => change(settled.trim()), [settled]);
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        className={code ? 'input code' : 'input'}
        type={type}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </label>
  );
}
