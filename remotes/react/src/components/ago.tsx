import { formatAgo } from '@jetbridge/schema';
import { useFormat } from '../use-context.ts';

/** How long ago, with the moment itself at hand. */
export function Ago({ at }: { at: string }) {
  const format = useFormat();
  return (
    <time dateTime={at} title={format.dateTime(at)}>
      {formatAgo(at, Date.now())}
    </time>
  );
}
