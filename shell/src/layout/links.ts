import type { Nav } from '@jetbridge/schema';

/** Links inside a pane move the pane, not the page, whether or not the remote handles their clicks itself. */
export function keepLinksInside(pane: HTMLElement, nav: Nav, signal: AbortSignal): void {
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest('a');
    const base = nav.href('');
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (link.pathname !== base && !link.pathname.startsWith(`${base}/`)) return;
    if (link.hash && link.pathname === location.pathname) return; // a jump within the page
    event.preventDefault();
    nav.navigate((link.pathname.slice(base.length) || '/') + link.search);
  };
  pane.addEventListener('click', follow, { signal });
}
