/** What stood in a list when the focus went into it. */
export interface Held {
  ids: ReadonlySet<string>;
  /** The row with the focus; undefined when it stands below these rows, on a further page. */
  focused: string | undefined;
}

/** @param inside what took the focus, in a table of these rows and perhaps more */
export function holdRows(rows: readonly { id: string }[], inside: Element): Held {
  const row = inside.closest('tbody tr');
  const at = row?.parentElement ? [...row.parentElement.children].indexOf(row) : -1;
  return { ids: new Set(rows.map(({ id }) => id)), focused: rows[at]?.id };
}

/** The rows without those that arrived above the focus since: they would move it. All of them while nothing is held, or what was is gone. */
export function heldRows<Row extends { id: string }>(rows: readonly Row[], held: Held | null): readonly Row[] {
  if (!held) return rows;
  const at = held.focused === undefined ? rows.length : rows.findIndex(({ id }) => id === held.focused);
  return rows.filter((row, index) => index > at || held.ids.has(row.id));
}
