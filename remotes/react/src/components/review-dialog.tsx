import { checkReason, checkRemark, type ReviewDialog as Dialog, messages, reviewMessages } from '@jetbridge/schema';
import { useEffect, useId, useRef } from 'react';
import { useForm } from '../use-form.ts';
import { SubmitButton } from './submit-button.tsx';
import { TextField } from './text-field.tsx';

const text = reviewMessages;

interface Props {
  dialog: Dialog;
  onSend(dialog: Dialog, written: string): void;
  onClose(): void;
}

/** What is written before it is sent. It closes at once: what the server says comes as a toast, when the person is further on. */
export function ReviewDialog({ dialog, onSend, onClose }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    element.current?.showModal();
    element.current?.querySelector('textarea')?.focus();
  }, []);

  const form = useForm({
    initial: () => ({ text: '' }),
    aliases: ['reason'],
    check: ({ text: written }) => (dialog === 'REJECT' ? checkReason(written) : checkRemark(written)),
    send: async ({ text: written }) => {
      element.current?.close();
      onSend(dialog, written.trim());
      return null;
    },
  });

  function take(reason: string) {
    form.edit('reason', { text: reason });
    element.current?.querySelector('textarea')?.focus();
  }

  return (
    <dialog className="dialog" ref={element} aria-labelledby={titleId} onClose={onClose}>
      <form className="form" {...form.props}>
        <h2 id={titleId}>{text.dialogs[dialog]}</h2>
        <TextField
          label={text.labels[dialog]}
          hint={text.hints[dialog]}
          lines={4}
          {...form.bind('text', dialog === 'REJECT' ? 'reason' : 'text')}
        />
        {dialog === 'REJECT' && (
          <fieldset className="presets">
            <legend className="field-legend">{text.presets}</legend>
            {text.reasons.map((reason) => (
              <button key={reason} className="btn" data-size="small" type="button" onClick={() => take(reason)}>
                {reason}
              </button>
            ))}
          </fieldset>
        )}
        <div className="form-foot">
          <button className="btn" type="button" onClick={() => element.current?.close()}>
            {messages.pirep.cancel}
          </button>
          <SubmitButton text={text.submit[dialog]} sending={form.sending} kind={dialog === 'REJECT' ? 'danger' : 'primary'} />
        </div>
      </form>
    </dialog>
  );
}
