import { nextSort, type PirepColumn, type PirepView, pirepsPath, sortedBy } from '@jetbridge/schema';
import { Link } from './link.tsx';

interface Props {
  code: string;
  /** Absent where the list cannot be sorted. */
  view: PirepView | undefined;
  column: PirepColumn;
  text: string;
  className: string;
}

export function SortHeader({ code, view, column, text, className }: Props) {
  return (
    <th scope="col" className={className} aria-sort={view && sortedBy(view.sort, column)}>
      {view ? (
        <Link className="sort-link" to={pirepsPath(code, { ...view, sort: nextSort(view.sort, column) })}>
          {text}
        </Link>
      ) : (
        text
      )}
    </th>
  );
}
