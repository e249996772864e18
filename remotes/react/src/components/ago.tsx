import { formatAgo, formatDateTime } from '@jetbridge/schema';

/** How long ago, with the moment itself at hand. */
export function Ago({ at }: { at: string }) {
  return (
    <time dateTime={at} title={formatDateTime(at)}>
      {formatAgo(at, Date.now())}
    </time>
  );
}
