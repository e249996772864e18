import type { View } from './fit.ts';

const glideMs = 140;

/** Whether things may move that nobody is dragging. */
export function movesAlone(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** From one view to another, a little with each picture. Returns the way to end it early. */
export function glide(from: View, to: View, see: (view: View) => void): () => void {
  const start = performance.now();
  let frame = requestAnimationFrame(function next(now: number) {
    const share = Math.min(Math.max((now - start) / glideMs, 0), 1);
    see(between(from, to, 1 - (1 - share) ** 2));
    if (share < 1) frame = requestAnimationFrame(next);
  });
  return () => cancelAnimationFrame(frame);
}

/** Zoom by ratio, so that each picture grows as much as the one before. */
export function between(from: View, to: View, share: number): View {
  if (share >= 1) return to;
  const along = (a: number, b: number) => a + (b - a) * share;
  return { zoom: from.zoom * (to.zoom / from.zoom) ** share, x: along(from.x, to.x), y: along(from.y, to.y) };
}
