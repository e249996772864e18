import { type AirlineFieldsFragment, CloseAirlineDocument, checkCloseAirline, problemOf, settingsMessages } from '@jetbridge/schema';
import { useMutation } from 'urql';
import { useApp } from '../use-context.ts';
import { useForm } from '../use-form.ts';
import { ProblemBanner } from './problem-banner.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextField } from './text-field.tsx';

const text = settingsMessages.danger;

export function CloseAirlineForm({ airline }: { airline: AirlineFieldsFragment }) {
  const { toast } = useApp();
  const [, close] = useMutation(CloseAirlineDocument);
  const form = useForm({
    initial: () => ({ code: '', reason: '' }),
    check: (values) => checkCloseAirline(values, airline.code),
    send: async ({ code, reason }) => {
      const { error } = await close({ input: { airlineId: airline.id, code: code.trim(), reason: reason.trim() } });
      if (error) return problemOf(error);
      toast(text.closed(airline.name), 'ok');
      return null;
    },
  });
  return (
    <form className="form card" {...form.props}>
      {form.problem && <ProblemBanner message={form.problem} />}
      <p>{text.closeText}</p>
      <TextField label={text.code(airline.code)} code maxLength={3} {...form.bind('code')} />
      <TextField label={text.reason} hint={text.reasonHint} lines={2} {...form.bind('reason')} />
      <div className="form-foot">
        <SubmitButton text={text.close} sending={form.sending} kind="danger" />
      </div>
    </form>
  );
}
