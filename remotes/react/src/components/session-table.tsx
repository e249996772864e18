import { accountMessages, type OwnSessionFieldsFragment } from '@jetbridge/schema';
import { SessionRow } from './session-row.tsx';

const text = accountMessages.sessions;

export function SessionTable({ sessions }: { sessions: readonly OwnSessionFieldsFragment[] }) {
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="visually-hidden">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.device}</th>
            <th scope="col">{text.lastUsed}</th>
            <th scope="col" className="col-1">
              {text.signedIn}
            </th>
            <th scope="col">
              <span className="visually-hidden">{text.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
