import type { IconName } from './icons.ts';

/**
 * Contrast as WCAG 2.2 measures it, and an airline's colour as the product shows it: its hue, with a lightness that can be read. The same
 * bounds stand in shell/src/theme/brand.css. Conversions: OKLab by Björn Ottosson.
 */

/** How light, 0 to 1, the colour may be on a light page, and must be on a dark one. Text upon it is white, or nearly black. */
export const brandLightness = { light: { most: 0.5 }, dark: { least: 0.76 } } as const;

/** What it stands on, and what is written upon it: `--surface` and `--on-accent` of the theme, as relative luminance. */
const schemes = {
  light: { surface: luminanceOfOklch([1, 0, 0]), upon: luminanceOfOklch([1, 0, 0]) },
  dark: { surface: luminanceOfOklch([0.205, 0.014, 255]), upon: luminanceOfOklch([0.165, 0.012, 255]) },
};
export type Scheme = keyof typeof schemes;

export const contrastLevels = ['text', 'lines', 'weak'] as const;
/** Enough for text (4.5), only for lines and large text (3), or for neither. WCAG 2.2, 1.4.3 and 1.4.11. */
export type ContrastLevel = (typeof contrastLevels)[number];

export interface BrandContrast {
  scheme: Scheme;
  /** Of the colour as it was chosen, against the surface. */
  given: number;
  level: ContrastLevel;
  /** What the product makes of it where that is needed. */
  adapted: 'same' | 'darker' | 'lighter';
  /** Of the colour as it is shown, against the surface. */
  shown: number;
  /** Of text upon it. */
  text: number;
}

/** @param colour such as `#d81939`; null for anything else */
export function brandContrast(colour: string): BrandContrast[] | null {
  const given = oklchOf(colour);
  if (!given) return null;
  return (['light', 'dark'] as const).map((scheme) => {
    const { surface, upon } = schemes[scheme];
    const adapted = inScheme(given, scheme);
    const luminance = luminanceOfOklch(adapted);
    const ratio = contrastRatio(luminanceOf(colour)!, surface);
    return {
      scheme,
      given: ratio,
      level: contrastLevel(ratio),
      adapted: adapted[0] === given[0] ? 'same' : adapted[0] < given[0] ? 'darker' : 'lighter',
      shown: contrastRatio(luminance, surface),
      text: contrastRatio(luminance, upon),
    };
  });
}

/** From 1 to 21. @param a relative luminance, 0 to 1 */
export function contrastRatio(a: number, b: number): number {
  const [dark, light] = a < b ? [a, b] : [b, a];
  return (light + 0.05) / (dark + 0.05);
}

export function contrastLevel(ratio: number): ContrastLevel {
  return ratio >= 4.5 ? 'text' : ratio >= 3 ? 'lines' : 'weak';
}

/** `5.2937` → `5.2`: cut, not rounded, so that no figure says more than there is. */
export function cutRatio(ratio: number): number {
  return Math.floor(ratio * 10) / 10;
}

/** Relative luminance of `#d81939`; null for anything that is no such colour. */
export function luminanceOf(colour: string): number | null {
  const rgb = linearRgbOf(colour);
  return rgb && luminanceOfLinear(rgb);
}

type Triple = readonly [number, number, number];

function inScheme([lightness, chroma, hue]: Triple, scheme: Scheme): Triple {
  const { light, dark } = brandLightness;
  return [scheme === 'light' ? Math.min(lightness, light.most) : Math.max(lightness, dark.least), chroma, hue];
}

function linearRgbOf(colour: string): Triple | null {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return null;
  const channel = (start: number) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function luminanceOfLinear([red, green, blue]: Triple): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function oklchOf(colour: string): Triple | null {
  const rgb = linearRgbOf(colour);
  if (!rgb) return null;
  const [red, green, blue] = rgb;
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  return [lightness, Math.hypot(a, b), (Math.atan2(b, a) * 180) / Math.PI];
}

/** What a screen cannot show is cut off, channel by channel, as browsers do. */
function luminanceOfOklch([lightness, chroma, hue]: Triple): number {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const shown = (value: number) => Math.min(1, Math.max(0, value));
  return luminanceOfLinear([
    shown(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    shown(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    shown(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]);
}

/** A state is an icon, a word and a colour. */
export const contrastIcon = (level: ContrastLevel): IconName => (level === 'text' ? 'check' : 'warning');
export const contrastKind = (level: ContrastLevel): 'ok' | 'warn' => (level === 'text' ? 'ok' : 'warn');
