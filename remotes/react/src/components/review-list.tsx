import { type DeskState, type ReviewDesk, reviewMessages, to } from '@jetbridge/schema';
import { useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';
import { StateBadge } from './state-badge.tsx';

const text = reviewMessages;

interface Props {
  code: string;
  desk: ReviewDesk;
  state: DeskState;
}

/** Who waits, in an order that does not change under the reader. */
export function ReviewList({ code, desk, state }: Props) {
  const { fresh, more, moves, rows, selected, tab } = state;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (moves > 0) list.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  }, [moves]);

  return (
    <section className="queue-side" aria-label={text.queue}>
      <ol className="queue-list" ref={list}>
        {rows.map((pirep) => (
          <li key={pirep.id}>
            <Link className="queue-row" to={to.review(code, tab, pirep.id)} current={pirep.id === selected}>
              <span className="queue-flight code">{pirep.flightNumber}</span>
              <span className="route code">
                {pirep.departure.icao} <Icon name="arrow" /> {pirep.arrival.icao}
              </span>
              <span className="queue-pilot">{pirep.pilot.user.displayName}</span>
              <StateBadge state={pirep.state} />
            </Link>
          </li>
        ))}
      </ol>
      {fresh.length > 0 && (
        <button className="btn queue-fresh" data-size="small" type="button" onClick={desk.showFresh}>
          {more ? text.more(fresh.length) : text.fresh(fresh.length)}
        </button>
      )}
    </section>
  );
}
