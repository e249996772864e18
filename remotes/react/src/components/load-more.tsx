import { focusFirstNew, messages, type Problem } from '@jetbridge/schema';
import type { MouseEvent } from 'react';
import { ProblemBanner } from './problem-banner.tsx';

interface Props {
  columns: number;
  loading: boolean;
  /** Why the rows that were asked for are not there. */
  problem: Problem | null;
  onPress(): void;
}

/** The last row of a table that goes on. */
export function LoadMore({ columns, loading, problem, onPress }: Props) {
  function press(event: MouseEvent<HTMLElement>) {
    if (loading) return;
    focusFirstNew(event.currentTarget);
    onPress();
  }

  return (
    <tr className="pager">
      <td colSpan={columns}>
        {problem && <ProblemBanner message={problem.message} />}
        <button className="btn" type="button" aria-disabled={loading} onClick={press}>
          {loading ? messages.loading : problem ? messages.retry : messages.loadMore}
        </button>
      </td>
    </tr>
  );
}
