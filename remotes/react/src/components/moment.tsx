import { formatDateTime, formatLocalTime } from '@jetbridge/schema';

/** A time in UTC, with the local time of the place beside it where the place is known. */
export function Moment({ at, timezone }: { at: string; timezone?: string }) {
  return (
    <span className="moment">
      <time className="code" dateTime={at}>
        {formatDateTime(at)}
      </time>
      {timezone && <span className="muted code">{formatLocalTime(at, timezone)}</span>}
    </span>
  );
}
