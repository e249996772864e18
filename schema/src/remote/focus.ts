/** Where the focus goes when what held it is taken away: the same places in the three front ends. */

/** A page in the place of another at the same address announces itself by its heading; on /compare only in the pane that holds the focus. */
export function focusHeading(root: HTMLElement | null): void {
  const focused = document.activeElement;
  if (focused === document.body || root?.contains(focused)) root?.querySelector('h1')?.focus();
}

/** After a refused try, the first field in error. */
export function focusFirstProblem(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

/** Some buttons go away with the state they are for: the row or the page they stood in takes over. Ask before, focus after. */
export function focusAfter(button: HTMLElement | null): HTMLElement | null {
  return button?.closest('tr')?.querySelector('a') ?? button?.closest('article, .remote')?.querySelector('h1') ?? null;
}

/**
 * Runs the work once no button of the mouse is down. Leaving a field by a press elsewhere must not draw a message that moves what is being
 * pressed: the press would miss it.
 */
export function whenReleased(work: () => void): void {
  if (!document.querySelector(':active')) {
    work();
    return;
  }
  const released = new AbortController();
  const finish = () => {
    released.abort();
    setTimeout(work); // after the click
  };
  for (const event of ['pointerup', 'pointercancel']) addEventListener(event, finish, { capture: true, signal: released.signal });
}

/** Rows come and go in a table that is edited: the first field of the row at this place, or what adds the first one. */
export function focusRow(table: HTMLElement | null, place: number): void {
  const field = table?.querySelectorAll('tbody tr').item(place)?.querySelector('input');
  const add = table?.parentElement?.querySelector<HTMLElement>('.form-foot button');
  (field ?? add)?.focus();
}

/** The row of "Load more" goes when the rows it asked for come: who is still at it then goes on with the first of them. */
export function focusFirstNew(button: HTMLElement): void {
  const row = button.closest('tr');
  const before = row?.previousElementSibling;
  if (!row?.parentElement || !before) return;
  const watch = new MutationObserver(() => {
    if (row.isConnected) return;
    watch.disconnect();
    if (document.activeElement === document.body) before.nextElementSibling?.querySelector<HTMLElement>('a, button, summary')?.focus();
  });
  watch.observe(row.parentElement, { childList: true });
}

/** In a bar of links that is wider than its place: the link of this page into the middle of it. */
export function revealCurrent(links: HTMLElement | null): void {
  const current = links?.querySelector('[aria-current="page"]');
  if (!links || !current) return;
  const [bar, link] = [links.getBoundingClientRect(), current.getBoundingClientRect()];
  links.scrollLeft += link.left + link.width / 2 - (bar.left + bar.width / 2);
}
