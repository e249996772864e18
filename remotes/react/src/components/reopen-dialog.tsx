import {
  checkReason,
  conversationMessages as conversation,
  focusAfter,
  messages,
  type PirepFieldsFragment,
  problemOf,
  ReopenPirepDocument,
} from '@jetbridge/schema';
import { useEffect, useId, useRef } from 'react';
import { useMutation } from 'urql';
import { useApp } from '../use-context.ts';
import { useForm } from '../use-form.ts';
import { ProblemBanner } from './problem-banner.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextField } from './text-field.tsx';

const text = messages.pirep;

interface Props {
  pirep: Pick<PirepFieldsFragment, 'id' | 'flightNumber'>;
  onClose(): void;
}

export function ReopenDialog({ pirep, onClose }: Props) {
  const { toast } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [, reopen] = useMutation(ReopenPirepDocument);
  useEffect(() => dialog.current?.showModal(), []);

  const form = useForm({
    initial: () => ({ reason: '' }),
    check: ({ reason }) => checkReason(reason),
    send: async ({ reason }) => {
      const next = focusAfter(dialog.current);
      const { error } = await reopen({ input: { pirepId: pirep.id, reason: reason.trim() } });
      if (error) return problemOf(error);
      toast(conversation.reopened(pirep.flightNumber), 'ok');
      dialog.current?.close();
      next?.focus();
      return null;
    },
  });

  return (
    <dialog className="dialog" ref={dialog} aria-labelledby={titleId} onClose={onClose}>
      <form className="form" {...form.props}>
        <h2 id={titleId}>{conversation.reopenTitle}</h2>
        {form.problem && <ProblemBanner message={form.problem} />}
        <TextField label={text.rejectReason} hint={conversation.reopenHint} lines={4} {...form.bind('reason')} />
        <div className="form-foot">
          <button className="btn" type="button" onClick={() => dialog.current?.close()}>
            {text.cancel}
          </button>
          <SubmitButton text={conversation.reopenSubmit} sending={form.sending} />
        </div>
      </form>
    </dialog>
  );
}
