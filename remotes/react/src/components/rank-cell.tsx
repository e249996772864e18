import { useId } from 'react';
import { Icon } from './icon.tsx';

interface Props {
  label: string;
  name: string;
  value: string;
  problem: string | undefined;
  maxLength: number;
  numeric?: boolean;
  onChange(text: string): void;
}

/** A field in a row of a table, with its problem below it. */
export function RankCell({ label, name, value, problem, maxLength, numeric, onChange }: Props) {
  const id = useId();
  return (
    <>
      <input
        className="input"
        type="text"
        autoComplete="off"
        inputMode={numeric ? 'numeric' : undefined}
        name={name}
        aria-label={label}
        aria-invalid={Boolean(problem)}
        aria-describedby={problem && id}
        maxLength={maxLength}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem && (
        <p className="field-problem" id={id}>
          <Icon name="warning" />
          {problem}
        </p>
      )}
    </>
  );
}
