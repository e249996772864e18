import { messages } from '@jetbridge/schema';

/** The last row of a table that goes on. */
export function LoadMore({ columns, loading, onPress }: { columns: number; loading: boolean; onPress(): void }) {
  return (
    <tr className="pager">
      <td colSpan={columns}>
        <button className="btn" type="button" aria-disabled={loading} onClick={() => !loading && onPress()}>
          {loading ? messages.loading : messages.loadMore}
        </button>
      </td>
    </tr>
  );
}
