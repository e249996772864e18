import type { Size } from './fit.ts';

/** Something with a name, at a place of the map, in pixels. Who comes first gets the room. */
export interface Spot {
  x: number;
  y: number;
  text: string;
  width: number;
  /** Its lines leave to the right, so the name stands better on the left. */
  left?: boolean;
}

export interface Label {
  text: string;
  left: number;
  middle: number;
}

const height = 14;
const gap = 7; // from the dot's middle

/** A name beside its dot, on the side where there is room; none where it would hide another. */
export function placeLabels(spots: readonly Spot[], size: Size): Label[] {
  const taken: Box[] = spots.map(({ x, y }) => ({ left: x - 3, right: x + 3, top: y - 3, bottom: y + 3 }));
  return spots.flatMap(({ x, y, text, width, left = false }, index) => {
    const sides = [
      { left: x + gap, middle: y },
      { left: x - gap - width, middle: y },
    ];
    const places = [
      ...(left ? sides.reverse() : sides),
      { left: x - width / 2, middle: y - gap - height / 2 },
      { left: x - width / 2, middle: y + gap + height / 2 },
    ];
    const place = places.find(({ left, middle }) => {
      const box = { left, right: left + width, top: middle - height / 2, bottom: middle + height / 2 };
      const inside = box.left >= 0 && box.top >= 0 && box.right <= size.width && box.bottom <= size.height;
      if (!inside || taken.some((other, at) => at !== index && overlap(box, other))) return false;
      taken.push(box);
      return true;
    });
    return place ? [{ text, ...place }] : [];
  });
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
