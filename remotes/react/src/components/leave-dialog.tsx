import { type AirlineFieldsFragment, LeaveAirlineDocument, problemOf, settingsMessages, to } from '@jetbridge/schema';
import { useEffect, useId, useRef } from 'react';
import { useMutation } from 'urql';
import { useApp } from '../use-context.ts';
import { useForm } from '../use-form.ts';
import { ProblemBanner } from './problem-banner.tsx';
import { SubmitButton } from './submit-button.tsx';

const text = settingsMessages.danger;

interface Props {
  airline: Pick<AirlineFieldsFragment, 'id' | 'name'>;
  onClose(): void;
}

export function LeaveDialog({ airline, onClose }: Props) {
  const { toast, session } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [, leave] = useMutation(LeaveAirlineDocument);
  useEffect(() => dialog.current?.showModal(), []);

  const form = useForm({
    initial: () => ({}),
    check: () => [],
    send: async (_, go) => {
      const { error } = await leave({ input: { airlineId: airline.id } });
      if (error) return problemOf(error);
      toast(text.left(airline.name), 'ok');
      go(to.airlines());
      await session.reload();
      return null;
    },
  });

  return (
    <dialog className="dialog" ref={dialog} aria-labelledby={titleId} onClose={onClose}>
      <form className="form" {...form.props}>
        <h2 id={titleId}>{text.leaveTitle(airline.name)}</h2>
        {form.problem && <ProblemBanner message={form.problem} />}
        <p>{text.leaveText}</p>
        <div className="form-foot">
          <button className="btn" type="button" onClick={() => dialog.current?.close()}>
            {text.cancel}
          </button>
          <SubmitButton text={text.leave} sending={form.sending} kind="danger" />
        </div>
      </form>
    </dialog>
  );
}
