import {
  accountMessages,
  deviceInWords,
  focusAfter,
  formatDate,
  type OwnSessionFieldsFragment,
  problemOf,
  RevokeSessionDocument,
} from '@jetbridge/schema';
import type { MouseEvent } from 'react';
import { useMutation } from 'urql';
import { useApp } from '../use-context.ts';
import { Ago } from './ago.tsx';

const text = accountMessages.sessions;

export function SessionRow({ session }: { session: OwnSessionFieldsFragment }) {
  const { toast } = useApp();
  const [{ fetching }, revoke] = useMutation(RevokeSessionDocument);
  const device = deviceInWords(session.userAgent);

  async function signOut(event: MouseEvent<HTMLElement>) {
    if (fetching) return;
    const next = focusAfter(event.currentTarget);
    const { error } = await revoke({ input: { sessionId: session.id } });
    if (error) return toast(problemOf(error).message, 'bad');
    toast(text.signedOut(device), 'ok');
    next?.focus();
  }

  return (
    <tr>
      <th scope="row" className="grow two-lines" title={session.userAgent}>
        <span className="cluster">
          {device}
          {session.current && <span className="chip">{text.current}</span>}
        </span>
      </th>
      <td>
        <Ago at={session.lastUsedAt} />
      </td>
      <td className="col-1">
        <time dateTime={session.createdAt}>{formatDate(session.createdAt)}</time>
      </td>
      <td className="col-actions">
        {!session.current && (
          <button
            className="btn"
            data-size="small"
            type="button"
            aria-label={text.signOutDevice(device)}
            aria-disabled={fetching}
            aria-busy={fetching}
            onClick={signOut}
          >
            {text.signOut}
          </button>
        )}
      </td>
    </tr>
  );
}
