import { type AirlineFieldsFragment, checkApplication, JoinAirlineDocument, joiningMessages, problemOf } from '@jetbridge/schema';
import { useMutation } from 'urql';
import { useApp } from '../use-context.ts';
import { useForm } from '../use-form.ts';
import { ProblemBanner } from './problem-banner.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextField } from './text-field.tsx';

const text = joiningMessages.profile;

/** One press where everybody may join, a message where one applies, a sentence where neither is possible. */
export function JoinForm({ airline }: { airline: AirlineFieldsFragment }) {
  const { toast } = useApp();
  const [, join] = useMutation(JoinAirlineDocument);
  const form = useForm({
    initial: () => ({ message: '' }),
    check: checkApplication,
    send: async ({ message }) => {
      const { data, error } = await join({ input: { airlineId: airline.id, message: message.trim() || null } });
      if (error) return problemOf(error);
      toast(data?.joinAirline.member ? text.joined(airline.name) : text.applied, 'ok');
      return null;
    },
    after: () => ({ message: '' }),
  });
  if (airline.state !== 'ACTIVE') return <p>{text.closed}</p>;
  if (airline.joinPolicy === 'INVITE') return <p>{text.invite}</p>;
  const applying = airline.joinPolicy === 'APPLY';
  return (
    <form className="form card" {...form.props}>
      <p>{applying ? text.apply : text.open}</p>
      {form.problem && <ProblemBanner message={form.problem} />}
      {applying && <TextField label={text.message} hint={text.messageHint} lines={4} optional {...form.bind('message')} />}
      <div className="form-foot">
        <SubmitButton text={applying ? text.submitApply : text.submitJoin} sending={form.sending} />
      </div>
    </form>
  );
}
