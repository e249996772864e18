import { formatMinutes, messages } from '@jetbridge/schema';

const text = messages.pirepFile;

interface Props {
  blockMinutes: number | null;
  arrivesNextDay: boolean;
  greatCircleNm: number | null;
}

/** What follows from what is typed, said as it changes. */
export function Derived({ blockMinutes, arrivesNextDay, greatCircleNm }: Props) {
  return (
    <output className="derived">
      <span className="derived-item">
        {text.blockTime} <strong className="code">{blockMinutes === null ? messages.pirep.none : formatMinutes(blockMinutes)}</strong>
        {arrivesNextDay && <span className="chip">{text.nextDay}</span>}
      </span>
      {greatCircleNm !== null && <span className="derived-item">{text.greatCircle(greatCircleNm)}</span>}
    </output>
  );
}
