import { date, locale, localized, number } from './language.ts';
import type { WeightUnit } from './operations/generated.ts';
import type { PreferenceValues } from './preferences.ts';
import { kgPerLb, kmPerNm } from './units.ts';

/** How figures read on screen: 24-hour UTC, tabular, the same in the three front ends. All pure. */

export const timeMessages = localized('timeMessages', { justNow: 'just now' } as const);

/** `83` → `1:23` */
export function formatMinutes(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** `2991.3` → `2,991 nm` */
export function formatDistance(nm: number): string {
  return `${number(Math.round(nm))} nm`;
}

/** `4210.4` → `4,210 kg` */
export function formatWeight(kg: number): string {
  return `${number(Math.round(kg))} kg`;
}

/** RFC 3339 → `22 Nov 2026` (UTC) */
export function formatDate(at: string): string {
  return date(at, { timeZone: 'UTC', day: '2-digit', month: 'short', year: 'numeric' });
}

/** RFC 3339 → `14:05` (UTC, 24 h) */
export function formatTime(at: string): string {
  return at.endsWith('Z') ? at.slice(11, 16) : new Date(at).toISOString().slice(11, 16);
}

/** RFC 3339 → `22 Nov 2026 14:05z` */
export function formatDateTime(at: string): string {
  return `${formatDate(at)} ${formatTime(at)}z`;
}

/** How long ago, up to a month; before that the date. `now` in epoch ms: `just now`, `5 minutes ago`, `22 Sep 2026` */
export function formatAgo(at: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(at)) / 60_000);
  const ago = (count: number, unit: 'minute' | 'hour' | 'day') => new Intl.RelativeTimeFormat(locale()).format(-count, unit);
  if (minutes < 1) return timeMessages.justNow;
  if (minutes < 60) return ago(minutes, 'minute');
  if (minutes < 24 * 60) return ago(Math.floor(minutes / 60), 'hour');
  const days = Math.floor(minutes / (24 * 60));
  return days <= 30 ? ago(days, 'day') : formatDate(at);
}

/** `formatPilotNumber('NAX', 42)` → `NAX0042` */
export function formatPilotNumber(code: string, pilotNumber: number): string {
  return `${code}${String(pilotNumber).padStart(4, '0')}`;
}

/** The time at an airport, with its zone, and its date where that is another than in UTC: `15:05 CET`, `23 Nov 00:35 CET` */
export function formatLocalTime(at: string, timezone: string): string {
  const options = { timeZone: timezone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const;
  return withDay(at, timezone, date(at, options));
}

function withDay(at: string, timezone: string, time: string): string {
  const day = (timeZone: string) => date(at, { timeZone, day: '2-digit', month: 'short' });
  return day(timezone) === day('UTC') ? time : `${day(timezone)} ${time}`;
}

/** Kilograms in the unit the pilot entered: `formatFuel(4210.4, 'LB')` → `9,282 lb` */
export function formatFuel(kg: number, unit: WeightUnit | null): string {
  return unit === 'LB' ? `${number(Math.round(kg / kgPerLb))} lb` : formatWeight(kg);
}

/** `350` → `FL350` */
export function formatCruiseLevel(hundredsOfFeet: number): string {
  return `FL${String(hundredsOfFeet).padStart(3, '0')}`;
}

/** `-180` → `−180 fpm` */
export function formatLandingRate(fpm: number): string {
  return `${number(fpm).replace('-', '\u2212')} fpm`;
}

/** How figures and times read to one person. */
export interface Format {
  /** `175.3` → `175 nm`, `325 km` */
  distance(nm: number): string;
  /** `4210.4` → `4,210 kg`, `9,282 lb` */
  weight(kg: number): string;
  /** What weights are entered in. */
  weightUnit: WeightUnit;
  /** `22 Nov 2026 14:05z`, with the time where the person is if they like: `22 Nov 2026 14:05z (15:05)` */
  dateTime(at: string): string;
}

export function formatFor(preferences: PreferenceValues): Format {
  const weightUnit = preferences.weight === 'LB' ? 'LB' : 'KG';
  return {
    distance: (nm) => (preferences.distance === 'KM' ? `${number(Math.round(nm * kmPerNm))} km` : formatDistance(nm)),
    weight: (kg) => formatFuel(kg, weightUnit),
    weightUnit,
    dateTime: (at) => (preferences.time === 'UTC_AND_LOCAL' ? `${formatDateTime(at)} (${formatHere(at)})` : formatDateTime(at)),
  };
}

/** The time where the person is, with its date where that is another than in UTC: `15:05`, `23 Nov 00:35` */
function formatHere(at: string): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const time = date(at, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return withDay(at, timeZone, time);
}
