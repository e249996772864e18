let waiting = new AbortController();

/**
 * After a navigation, moves the focus to the heading of the new page, however late its code comes, so that a screen reader reads where it is
 * and Tab goes on from the top. Whoever puts the focus elsewhere meanwhile, person or page, keeps it there.
 */
export function focusHeading(pane: HTMLElement, signal: AbortSignal): void {
  waiting.abort();
  const wait = new AbortController();
  waiting = wait;
  const over = AbortSignal.any([signal, wait.signal]);
  const before = headingOf(pane);
  const textBefore = before?.textContent;
  const held = document.activeElement;
  document.addEventListener('focusin', ({ target }) => target !== held && wait.abort(), { signal: over });
  follow(pane, over, () => {
    const heading = headingOf(pane);
    if (!heading || (heading === before && heading.textContent === textBefore)) return;
    wait.abort();
    heading.focus({ preventScroll: true });
  });
}

/** Keeps the title of the tab on the heading of the page. */
export function followTitle(pane: HTMLElement, product: string, signal: AbortSignal): void {
  const read = () => {
    const heading = headingOf(pane)?.textContent?.trim();
    document.title = heading ? `${heading} · ${product}` : product;
  };
  follow(pane, signal, read);
  read();
}

function follow(pane: HTMLElement, signal: AbortSignal, changed: () => void): void {
  const observer = new MutationObserver(changed);
  observer.observe(pane, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

function headingOf(pane: HTMLElement): HTMLElement | null {
  return pane.querySelector<HTMLElement>('h1');
}
