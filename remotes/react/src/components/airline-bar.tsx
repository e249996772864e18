import { messages, to, type ViewerFieldsFragment } from '@jetbridge/schema';
import { useApp, useMembership, useRoute } from '../use-context.ts';
import { Link } from './link.tsx';

const text = messages.nav;

interface Props {
  /** Null on the pages above the airlines. */
  code: string | null;
  viewer: ViewerFieldsFragment;
}

export function AirlineBar({ code, viewer }: Props) {
  const { can, landmark, session } = useApp();
  const { page } = useRoute();
  const membership = useMembership(code);
  return (
    <nav className="airline-bar" aria-label={landmark(code ? text.label : messages.product)}>
      {code && (
        <span className="airline-bar-name">
          <span className="chip code">{code}</span>
          {membership && <span className="airline-bar-text">{membership.airline.name}</span>}
        </span>
      )}
      <div className="airline-bar-links">
        <Link to={to.airlines()} current={page === 'airlines'}>
          {text.airlines}
        </Link>
        {!code && can('platform:mail') && (
          <Link to={to.mailOutbox()} current={page === 'mail-outbox'}>
            {text.mail}
          </Link>
        )}
        {code && (
          <>
            <Link to={to.airline(code)} current={page === 'airline-home'}>
              {text.home}
            </Link>
            <Link to={to.pireps(code)} current={page === 'pirep-list'}>
              {text.pireps}
            </Link>
            {can('pirep:file', code) && (
              <Link to={to.filePirep(code)} current={page === 'pirep-file'}>
                {text.file}
              </Link>
            )}
            {can('application:decide', code) && (
              <Link to={to.joining(code)} current={page === 'joining'}>
                {text.joining}
              </Link>
            )}
          </>
        )}
      </div>
      <div className="airline-bar-person">
        <Link className="airline-bar-who" to={to.account()} title={text.account} current={page.startsWith('account')}>
          {viewer.user.displayName}
        </Link>
        <button className="btn" data-kind="quiet" data-size="small" type="button" onClick={() => void session.signOut()}>
          {text.signOut}
        </button>
      </div>
    </nav>
  );
}
