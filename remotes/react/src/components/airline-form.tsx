import {
  type AirlineFieldsFragment,
  airlineInput,
  CreateAirlineDocument,
  checkCreateAirline,
  type Go,
  type JoinPolicy,
  joinPolicies,
  messages,
  problemOf,
} from '@jetbridge/schema';
import { useMutation } from 'urql';
import { useApp } from '../use-context.ts';
import { useForm } from '../use-form.ts';
import { ProblemBanner } from './problem-banner.tsx';
import { SelectField } from './select-field.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextField } from './text-field.tsx';

const text = messages.airlineNew;

export function AirlineForm({ onCreated }: { onCreated(airline: AirlineFieldsFragment, go: Go): void }) {
  const { session, toast } = useApp();
  const [, create] = useMutation(CreateAirlineDocument);
  const form = useForm({
    initial: () => ({ code: '', name: '', iata: '', joinPolicy: 'APPLY' as JoinPolicy }),
    check: (values) => checkCreateAirline(airlineInput(values)),
    send: async (values, go) => {
      const { data, error } = await create({ input: airlineInput(values) });
      if (error) return problemOf(error);
      const airline = data?.createAirline.airline;
      await session.reload();
      if (airline) {
        toast(text.created(airline.name), 'ok');
        onCreated(airline, go);
      }
      return null;
    },
  });
  return (
    <form className="form card" {...form.props}>
      {form.problem && <ProblemBanner message={form.problem} />}
      <TextField label={text.name} {...form.bind('name')} />
      <TextField label={text.code} hint={text.codeHint} code maxLength={3} {...form.bind('code')} />
      <TextField label={text.iata} hint={text.iataHint} optional code maxLength={2} {...form.bind('iata')} />
      <SelectField
        label={text.joinPolicy}
        name="joinPolicy"
        values={joinPolicies}
        texts={messages.airlines.joinPolicy}
        value={form.values.joinPolicy}
        onChange={(joinPolicy) => form.edit('joinPolicy', { joinPolicy })}
      />
      <div className="form-foot">
        <SubmitButton text={text.submit} sending={form.sending} />
      </div>
    </form>
  );
}
