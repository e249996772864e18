import { type InvitationFieldsFragment, joiningMessages } from '@jetbridge/schema';
import { InvitationRow } from './invitation-row.tsx';

const text = joiningMessages.joining;

export function InvitationTable({ airlineId, invitations }: { airlineId: string; invitations: readonly InvitationFieldsFragment[] }) {
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="visually-hidden">{text.invitationsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.email}</th>
            <th scope="col">{text.role}</th>
            <th scope="col" className="col-2">
              {text.by}
            </th>
            <th scope="col" className="col-1">
              {text.expires}
            </th>
            <th scope="col">
              <span className="visually-hidden">{text.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.id} airlineId={airlineId} invitation={invitation} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
