import type { Problem } from '@jetbridge/schema';
import { ProblemBanner } from './problem-banner.tsx';
import { Skeleton } from './skeleton.tsx';

/** What stands where a query has no data yet: its shape, or why it failed. */
export function Waiting({ query, rows }: { query: { problem: Problem | null; retry(): void }; rows: number }) {
  return query.problem ? <ProblemBanner message={query.problem.message} retry={query.retry} /> : <Skeleton rows={rows} />;
}
