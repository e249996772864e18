import { platformMessages, type SetupOutcome, to } from '@jetbridge/schema';
import { DemoAccounts } from './demo-accounts.tsx';
import { Link } from './link.tsx';
import { SetupPage } from './setup-page.tsx';

const text = platformMessages.setup;

/** What the first run came to, as far as this page still knows it, and where to go next. */
export function SetupDone({ outcome: { airline, demo } }: { outcome: SetupOutcome }) {
  return (
    <SetupPage title={text.doneTitle} step="done">
      <p className="lead">{airline ? text.doneOwn(airline.name) : demo ? text.doneDemo(demo.accounts.length) : text.done}</p>
      {demo && <DemoAccounts demo={demo} />}
      <div className="section cluster">
        {airline ? (
          <>
            <Link className="btn" kind="primary" to={to.airline(airline.code)}>
              {text.open(airline.name)}
            </Link>
            <Link className="btn" to={to.filePirep(airline.code)}>
              {text.file}
            </Link>
            <Link className="btn" to={to.joining(airline.code)}>
              {text.invite}
            </Link>
          </>
        ) : (
          <Link className="btn" kind="primary" to={to.airlines()}>
            {text.airlines}
          </Link>
        )}
      </div>
    </SetupPage>
  );
}
