import { type ApiKeyFieldsFragment, accountMessages, focusAfter, problemOf, RevokeApiKeyDocument } from '@jetbridge/schema';
import { useEffect, useId, useRef } from 'react';
import { useMutation } from 'urql';
import { useApp } from '../use-context.ts';
import { useForm } from '../use-form.ts';
import { ProblemBanner } from './problem-banner.tsx';
import { SubmitButton } from './submit-button.tsx';

const text = accountMessages.apiKeys;

interface Props {
  apiKey: Pick<ApiKeyFieldsFragment, 'id' | 'name'>;
  onClose(): void;
}

/** Asks first, as programs stop working and nothing brings the key back. */
export function RevokeDialog({ apiKey, onClose }: Props) {
  const { toast } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [, revoke] = useMutation(RevokeApiKeyDocument);
  useEffect(() => dialog.current?.showModal(), []);

  const form = useForm({
    initial: () => ({}),
    check: () => [],
    send: async () => {
      const next = focusAfter(dialog.current);
      const { error } = await revoke({ input: { apiKeyId: apiKey.id } });
      if (error) return problemOf(error);
      toast(text.revoked(apiKey.name), 'ok');
      dialog.current?.close();
      next?.focus();
      return null;
    },
  });

  return (
    <dialog className="dialog" ref={dialog} aria-labelledby={titleId} onClose={onClose}>
      <form className="form" {...form.props}>
        <h2 id={titleId}>{text.revokeTitle(apiKey.name)}</h2>
        {form.problem && <ProblemBanner message={form.problem} />}
        <p>{text.revokeText}</p>
        <div className="form-foot">
          <button className="btn" type="button" onClick={() => dialog.current?.close()}>
            {text.cancel}
          </button>
          <SubmitButton text={text.revokeSubmit} sending={form.sending} kind="danger" />
        </div>
      </form>
    </dialog>
  );
}
