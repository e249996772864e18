import { accountMessages, linkParts, type MailFieldsFragment, mailState, mailStateIcons, mailStateKinds } from '@jetbridge/schema';
import { Ago } from './ago.tsx';
import { Icon } from './icon.tsx';

const text = accountMessages.mail;

export function MailRow({ mail }: { mail: MailFieldsFragment }) {
  const state = mailState(mail);
  return (
    <tr>
      <th scope="row" className="grow two-lines">
        {mail.subject}
        <span className="second-line">{mail.to}</span>
        {mail.text && (
          <details className="mail-text">
            <summary>
              {text.read}
              <span className="visually-hidden">{` ${mail.subject}`}</span>
            </summary>
            <p className="prose">
              {linkParts(mail.text).map((part, place) =>
                part.href ? (
                  <a key={place} href={part.href}>
                    {part.text}
                  </a>
                ) : (
                  part.text
                ),
              )}
            </p>
          </details>
        )}
        {mail.error && <span className="second-line">{mail.error}</span>}
      </th>
      <td className="col-1">
        <Ago at={mail.createdAt} />
      </td>
      <td>
        <span className="badge" data-kind={mailStateKinds[state]}>
          <Icon name={mailStateIcons[state]} />
          {text.states[state]}
        </span>
      </td>
    </tr>
  );
}
