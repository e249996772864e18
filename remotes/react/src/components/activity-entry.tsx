import type { Activity } from '@jetbridge/schema';
import { Ago } from './ago.tsx';
import { Link } from './link.tsx';

export function ActivityEntry({ activity }: { activity: Activity }) {
  return (
    <li className="timeline-entry">
      <p>
        <strong>{activity.who}</strong>{' '}
        {activity.words.map((word, place) =>
          word.to ? (
            <Link key={place} to={word.to}>
              {word.text}
            </Link>
          ) : (
            word.text
          ),
        )}{' '}
        <span className="muted">
          <Ago at={activity.at} />
        </span>
      </p>
      {activity.said && <p className="prose muted">{activity.said}</p>}
    </li>
  );
}
