import { dashboardMessages, formatMinutes, rankTape, tapeWidth } from '@jetbridge/schema';
import { Icon } from './icon.tsx';

const text = dashboardMessages.rank;

interface Props {
  minutes: number;
  ranks: readonly { name: string; minimumHours: number }[];
}

/** Hours now, hours to the next rank, and all ranks as marks along the way. */
export function RankTape({ minutes, ranks }: Props) {
  const tape = rankTape(minutes, ranks);
  if (!tape) return null;
  const { held, next, reached, marks } = tape;
  return (
    <section className="card tape">
      <h2>
        <span className="visually-hidden">{text.title} </span>
        {held?.name ?? text.none}
      </h2>
      <p className="muted">{next ? text.missing(formatMinutes(next.missingMinutes), next.rank.name) : text.top}</p>
      <svg className="tape-bar" viewBox={`0 0 ${tapeWidth} 8`} preserveAspectRatio="none" aria-hidden="true">
        <rect className="tape-track" width={tapeWidth} height="8" />
        <rect className="tape-fill" width={reached} height="8" />
        <path className="tape-marks" d={marks.map(({ at }) => `M${at} 0v8`).join('')} />
      </svg>
      <ol className="tape-ranks" aria-label={text.marks}>
        {marks.map((mark) => (
          <li key={mark.rank.name} data-reached={mark.reached}>
            {mark.reached && <Icon name="check" />}
            <span>
              {mark.rank.name} <span className="muted">{text.from(mark.rank.minimumHours)}</span>
              {mark.reached && <span className="visually-hidden">, {text.reached}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
