import { messages, navigationOf, revealCurrent, to, type ViewerFieldsFragment } from '@jetbridge/schema';
import { useEffect, useRef } from 'react';
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
  const bar = useRef<HTMLDivElement>(null);
  const links = navigationOf(code, can);
  const current = links.find(({ pages }) => pages.includes(page))?.to;
  useEffect(() => {
    if (current) revealCurrent(bar.current);
  }, [current]);
  return (
    <nav className="airline-bar" aria-label={landmark(code ? text.label : messages.product)}>
      {code && (
        <span className="airline-bar-name">
          <span className="chip code">{code}</span>
          {membership && <span className="airline-bar-text">{membership.airline.name}</span>}
        </span>
      )}
      <div className="airline-bar-links" ref={bar}>
        {links.map((link) => (
          <Link key={link.to} to={link.to} current={link.pages.includes(page)}>
            {link.text}
          </Link>
        ))}
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
