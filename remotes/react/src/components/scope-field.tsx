import { accountMessages, type Permission, withScope } from '@jetbridge/schema';
import { useId } from 'react';
import { Icon } from './icon.tsx';

interface Props {
  label: string;
  values: readonly Permission[];
  chosen: readonly string[];
  problem: string | undefined;
  onChange(chosen: string[]): void;
}

/** Permissions to tick. */
export function ScopeField({ label, values, chosen, problem, onChange }: Props) {
  const id = useId();
  return (
    <fieldset className="field">
      <legend className="field-legend">{label}</legend>
      <div className="choices">
        {values.map((scope) => (
          <label className="check" key={scope}>
            <input
              type="checkbox"
              name="scopes"
              value={scope}
              aria-invalid={Boolean(problem)}
              aria-describedby={problem && id}
              checked={chosen.includes(scope)}
              onChange={(event) => onChange(withScope(chosen, values, scope, event.target.checked))}
            />
            {accountMessages.permissions[scope]}
          </label>
        ))}
      </div>
      {problem && (
        <p className="field-problem" id={id}>
          <Icon name="warning" />
          {problem}
        </p>
      )}
    </fieldset>
  );
}
