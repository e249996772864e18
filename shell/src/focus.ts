const settleWithinMs = 1_500;

/**
 * After a navigation, moves the focus to the heading of the new page, so that a screen reader reads where it is and Tab goes on from the
 * top. A person who has meanwhile put the focus elsewhere in the pane keeps it.
 */
export function focusHeading(pane: HTMLElement, signal: AbortSignal): void {
  const before = headingOf(pane);
  const beforeText = before?.textContent;
  const focusedBefore = document.activeElement;
  const attempt = (final = false) => {
    const heading = headingOf(pane);
    const fresh = heading && (heading !== before || heading.textContent !== beforeText);
    if (!fresh && !final) return;
    finish();
    const moved = document.activeElement !== focusedBefore && pane.contains(document.activeElement);
    if (!heading || moved) return;
    if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  const finish = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  const observer = new MutationObserver(() => attempt());
  observer.observe(pane, { childList: true, characterData: true, subtree: true });
  const timer = setTimeout(() => attempt(true), settleWithinMs);
  signal.addEventListener('abort', finish);
}

/** Keeps the title of the tab on the heading of the page. */
export function followTitle(pane: HTMLElement, product: string, signal: AbortSignal): void {
  const read = () => {
    const heading = headingOf(pane)?.textContent?.trim();
    document.title = heading ? `${heading} · ${product}` : product;
  };
  const observer = new MutationObserver(read);
  observer.observe(pane, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
  read();
}

function headingOf(pane: HTMLElement): HTMLElement | null {
  return pane.querySelector<HTMLElement>('h1');
}
