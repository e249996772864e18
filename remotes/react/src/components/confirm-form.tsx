import type { Go, Problem } from '@jetbridge/schema';
import { useForm } from '../use-form.ts';
import { ProblemBanner } from './problem-banner.tsx';
import { SubmitButton } from './submit-button.tsx';

interface Props {
  submit: string;
  send(go: Go): Promise<Problem | null>;
}

/** A link from a mail does nothing by being opened, as mail programs open links too: a person presses this. */
export function ConfirmForm({ submit, send }: Props) {
  const form = useForm({ initial: () => ({}), check: () => [], send: (_, go) => send(go) });
  return (
    <form className="form card" {...form.props}>
      {form.problem && <ProblemBanner message={form.problem} />}
      <div className="form-foot">
        <SubmitButton text={submit} sending={form.sending} />
      </div>
    </form>
  );
}
