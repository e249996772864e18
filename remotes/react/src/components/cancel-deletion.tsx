import { accountMessages, CancelAccountDeletionDocument, focusAfter, problemOf } from '@jetbridge/schema';
import type { MouseEvent } from 'react';
import { useMutation } from 'urql';
import { useApp } from '../use-context.ts';

const text = accountMessages.ownData;

/** The way back from a deletion, while there is one. */
export function CancelDeletion({ size }: { size?: 'small' }) {
  const { toast } = useApp();
  const [{ fetching }, cancel] = useMutation(CancelAccountDeletionDocument);

  async function keep(event: MouseEvent<HTMLElement>) {
    if (fetching) return;
    const next = focusAfter(event.currentTarget);
    const { error } = await cancel({});
    if (error) return toast(problemOf(error).message, 'bad');
    toast(text.cancelled, 'ok');
    next?.focus();
  }

  return (
    <button className="btn" data-size={size} type="button" aria-disabled={fetching} aria-busy={fetching} onClick={keep}>
      {text.cancel}
    </button>
  );
}
