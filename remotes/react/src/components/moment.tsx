import { formatDateTime, formatLocalTime } from '@jetbridge/schema';
import { useFormat } from '../use-context.ts';

/** A time in UTC, with the local time of the place beside it where the place is known. */
export function Moment({ at, timezone }: { at: string; timezone?: string }) {
  const format = useFormat();
  return (
    <span className="moment">
      <time className="code" dateTime={at}>
        {timezone ? formatDateTime(at) : format.dateTime(at)}
      </time>
      {timezone && <span className="muted code">{formatLocalTime(at, timezone)}</span>}
    </span>
  );
}
