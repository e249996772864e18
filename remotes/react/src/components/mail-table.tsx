import { accountMessages, type MailFieldsFragment } from '@jetbridge/schema';
import type { ReactNode } from 'react';
import { MailRow } from './mail-row.tsx';

const text = accountMessages.mail;

interface Props {
  mails: readonly MailFieldsFragment[];
  /** What follows the rows: the next page. */
  children?: ReactNode;
}

export function MailTable({ mails, children }: Props) {
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="visually-hidden">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.mail}</th>
            <th scope="col" className="col-1">
              {text.queued}
            </th>
            <th scope="col">{text.state}</th>
          </tr>
        </thead>
        <tbody>
          {mails.map((mail) => (
            <MailRow key={mail.id} mail={mail} />
          ))}
          {children}
        </tbody>
      </table>
    </div>
  );
}
