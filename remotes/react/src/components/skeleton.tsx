import { messages } from '@jetbridge/schema';

/** The size of what is coming, in table rows; the stylesheet keeps it invisible for the first 200 ms. */
export function Skeleton({ rows }: { rows: number }) {
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{messages.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div className="skeleton-row" key={row} />
      ))}
    </div>
  );
}
