import { Rejected } from '@jetbridge/schema';

const clockTime = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?(?:\.\d+)?)(Z|[+-]\d\d:?\d\d)?)?$/;

/** Epoch ms; undefined where there is none. A time that names no zone is UTC, as phpVMS keeps them. */
export function timeIn(cell: string, field: string): number | undefined {
  if (!cell || cell.startsWith('0000-00-00')) return undefined;
  const [, day, time = '00:00:00', zone = 'Z'] = clockTime.exec(cell) ?? [];
  const at = Date.parse(`${day}T${time}${zone}`);
  if (!day || Number.isNaN(at)) throw unreadable(field, cell, 'a date and time such as 2025-06-01 14:30:00');
  return at;
}

/** Undefined where there is none; zero counts as none where `zero` does not say otherwise: that is what phpVMS fills in. */
export function numberIn(cell: string, field: string, { zero = false } = {}): number | undefined {
  if (!cell) return undefined;
  const value = Number(cell);
  if (!Number.isFinite(value)) throw unreadable(field, cell, 'a number such as 1234.5');
  return value === 0 && !zero ? undefined : value;
}

/** Minutes in `2.30` or `2:30`, two hours and a half; a lone digit behind the point has lost its zero. */
export function minutesIn(cell: string, field: string): number | undefined {
  if (!cell) return undefined;
  const [, hours, point, minutes = ''] = /^(\d{1,3})(?:([.:])(\d{1,2})(?::\d\d)?)?$/.exec(cell) ?? [];
  const rest = Number(point === '.' ? minutes.padEnd(2, '0') : minutes);
  if (hours === undefined || rest > 59) throw unreadable(field, cell, 'hours and minutes such as 2.30');
  return Number(hours) * 60 + rest || undefined;
}

function unreadable(field: string, cell: string, wanted: string): Rejected {
  return new Rejected('INVALID_INPUT', `“${cell.slice(0, 40)}” is not ${wanted}.`, field);
}
