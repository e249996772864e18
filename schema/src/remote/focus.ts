/** Where the focus goes when what held it is taken away: the same places in the three front ends. */

/** A new page announces itself by its heading; on /compare only in the pane that holds the focus. */
export function focusHeading(root: HTMLElement | null): void {
  const focused = document.activeElement;
  if (focused === document.body || root?.contains(focused)) root?.querySelector('h1')?.focus();
}

/** After a refused try, the first field in error. */
export function focusFirstProblem(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

/** Review buttons go away with the state they are for: the row or the page they stood in takes over. Ask before, focus after. */
export function focusAfter(button: HTMLElement | null): HTMLElement | null {
  return button?.closest('tr')?.querySelector('a') ?? button?.closest('article')?.querySelector('h1') ?? null;
}
