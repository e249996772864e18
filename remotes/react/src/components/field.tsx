import { messages } from '@jetbridge/schema';
import { type ReactNode, useId } from 'react';
import { Icon } from './icon.tsx';

export interface FieldProps {
  label: string;
  name: string;
  hint?: string | undefined;
  problem?: string | undefined;
  optional?: boolean;
  /** Columns of the form grid; one third of it when absent. */
  span?: 'small' | 'half' | 'full';
}

interface ControlProps {
  id: string;
  name: string;
  'aria-required': boolean;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
}

/** Label, control, hint and error, wired to each other. */
export function Field({
  label,
  name,
  hint,
  problem,
  optional,
  span,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const id = useId();
  const hintId = hint && `${id}-hint`;
  const problemId = problem && `${id}-problem`;
  return (
    <div className="field" data-span={span}>
      <div className="field-label">
        <label htmlFor={id}>{label}</label>
        {optional && <span className="field-optional">{messages.optional}</span>}
      </div>
      {children({
        id,
        name,
        'aria-required': !optional,
        'aria-invalid': Boolean(problem),
        'aria-describedby': [problemId, hintId].filter(Boolean).join(' ') || undefined,
      })}
      {problem && (
        <p className="field-problem" id={problemId}>
          <Icon name="warning" />
          {problem}
        </p>
      )}
      {hint && (
        <p className="field-hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
