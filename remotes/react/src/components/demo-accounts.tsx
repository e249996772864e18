import { type LoadDemoMutation, messages, platformMessages } from '@jetbridge/schema';
import { CopyButton } from './copy-button.tsx';

const text = platformMessages.setup;

/** Whom to sign in as, to look around. */
export function DemoAccounts({ demo }: { demo: LoadDemoMutation['loadDemo'] }) {
  return (
    <div className="stack">
      <dl className="card">
        <div className="fact">
          <dt>{text.password}</dt>
          <dd className="cluster">
            <code>{demo.password}</code>
            <CopyButton words={demo.password} what={text.password} />
          </dd>
        </div>
      </dl>
      <div className="table-scroll">
        <table className="table">
          <caption className="visually-hidden">{text.accounts}</caption>
          <thead>
            <tr>
              <th scope="col">{text.person}</th>
              <th scope="col" className="col-1">
                {text.roles}
              </th>
              <th scope="col">
                <span className="visually-hidden">{text.copy}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {demo.accounts.map((account) => (
              <tr key={account.email}>
                <th scope="row" className="grow two-lines">
                  {account.displayName}
                  <span className="second-line">{account.email}</span>
                </th>
                <td className="col-1">
                  {account.memberships.map(({ airlineCode, role }) => text.role(airlineCode, messages.roles[role])).join(', ')}
                </td>
                <td className="col-actions">
                  <div className="review">
                    <CopyButton words={account.email} what={account.email} />
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
