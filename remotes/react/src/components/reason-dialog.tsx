import { checkReason, focusAfter, messages, problemOf } from '@jetbridge/schema';
import { useEffect, useId, useRef } from 'react';
import type { CombinedError } from 'urql';
import { useApp } from '../use-context.ts';
import { useForm } from '../use-form.ts';
import { ProblemBanner } from './problem-banner.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextField } from './text-field.tsx';

const text = messages.pirep;

interface Props {
  title: string;
  hint: string;
  submit: string;
  kind?: 'primary' | 'danger';
  /** What is said when it worked. */
  done: string;
  send(reason: string): Promise<{ error?: CombinedError | undefined }>;
  onClose(): void;
}

/** For what nobody does without saying why. */
export function ReasonDialog({ title, hint, submit, kind, done, send, onClose }: Props) {
  const { toast } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);

  const form = useForm({
    initial: () => ({ reason: '' }),
    check: ({ reason }) => checkReason(reason),
    send: async ({ reason }) => {
      const next = focusAfter(dialog.current);
      const { error } = await send(reason.trim());
      if (error) return problemOf(error);
      toast(done, 'ok');
      dialog.current?.close();
      next?.focus();
      return null;
    },
  });

  return (
    <dialog className="dialog" ref={dialog} aria-labelledby={titleId} onClose={onClose}>
      <form className="form" {...form.props}>
        <h2 id={titleId}>{title}</h2>
        {form.problem && <ProblemBanner message={form.problem} />}
        <TextField label={text.reason} hint={hint} lines={4} {...form.bind('reason')} />
        <div className="form-foot">
          <button className="btn" type="button" onClick={() => dialog.current?.close()}>
            {text.cancel}
          </button>
          <SubmitButton text={submit} sending={form.sending} kind={kind} />
        </div>
      </form>
    </dialog>
  );
}
