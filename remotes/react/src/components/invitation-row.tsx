import {
  focusAfter,
  formatDate,
  type InvitationFieldsFragment,
  joiningMessages,
  messages,
  problemOf,
  RevokeInvitationDocument,
} from '@jetbridge/schema';
import type { MouseEvent } from 'react';
import { useMutation } from 'urql';
import { useApp } from '../use-context.ts';

const text = joiningMessages.joining;

export function InvitationRow({ airlineId, invitation }: { airlineId: string; invitation: InvitationFieldsFragment }) {
  const { toast } = useApp();
  const [{ fetching }, revoke] = useMutation(RevokeInvitationDocument);
  const { id, email, role, invitedBy, expiresAt } = invitation;

  async function revokeOnce(event: MouseEvent<HTMLElement>) {
    if (fetching) return;
    const next = focusAfter(event.currentTarget);
    const { error } = await revoke({ input: { airlineId, invitationId: id } });
    if (error) return toast(problemOf(error).message, 'bad');
    toast(text.revoked(email), 'ok');
    next?.focus();
  }

  return (
    <tr>
      <th scope="row" className="grow">
        {email}
      </th>
      <td>{messages.roles[role]}</td>
      <td className="col-2">{invitedBy?.displayName ?? text.former}</td>
      <td className="col-1">
        <time dateTime={expiresAt}>{formatDate(expiresAt)}</time>
      </td>
      <td className="col-actions">
        <button
          className="btn"
          data-size="small"
          type="button"
          aria-label={text.revokeOf(email)}
          aria-disabled={fetching}
          aria-busy={fetching}
          onClick={revokeOnce}
        >
          {text.revoke}
        </button>
      </td>
    </tr>
  );
}
