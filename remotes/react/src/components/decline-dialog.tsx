import {
  type ApplicationFieldsFragment,
  checkReason,
  DecideApplicationDocument,
  focusAfter,
  joiningMessages,
  problemOf,
} from '@jetbridge/schema';
import { useEffect, useId, useRef } from 'react';
import { useMutation } from 'urql';
import { useApp } from '../use-context.ts';
import { useForm } from '../use-form.ts';
import { ProblemBanner } from './problem-banner.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextField } from './text-field.tsx';

const text = joiningMessages.joining;

interface Props {
  application: Pick<ApplicationFieldsFragment, 'id' | 'user'>;
  onClose(): void;
}

export function DeclineDialog({ application, onClose }: Props) {
  const { toast } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [, decide] = useMutation(DecideApplicationDocument);
  useEffect(() => dialog.current?.showModal(), []);
  const { displayName } = application.user;

  const form = useForm({
    initial: () => ({ reason: '' }),
    check: ({ reason }) => checkReason(reason),
    send: async ({ reason }) => {
      const next = focusAfter(dialog.current);
      const { error } = await decide({ input: { applicationId: application.id, accept: false, reason: reason.trim() } });
      if (error) return problemOf(error);
      toast(text.declined(displayName), 'ok');
      dialog.current?.close();
      next?.focus();
      return null;
    },
  });

  return (
    <dialog className="dialog" ref={dialog} aria-labelledby={titleId} onClose={onClose}>
      <form className="form" {...form.props}>
        <h2 id={titleId}>{text.declineTitle(displayName)}</h2>
        {form.problem && <ProblemBanner message={form.problem} />}
        <TextField label={text.reason} hint={text.reasonHint} lines={4} {...form.bind('reason')} />
        <div className="form-foot">
          <button className="btn" type="button" onClick={() => dialog.current?.close()}>
            {text.cancel}
          </button>
          <SubmitButton text={text.declineSubmit} sending={form.sending} kind="danger" />
        </div>
      </form>
    </dialog>
  );
}
