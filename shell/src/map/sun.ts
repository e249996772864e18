import type { Place } from '@jetbridge/schema';

const radians = Math.PI / 180;
const dayMs = 86_400_000;
const j2000Ms = Date.UTC(2000, 0, 1, 12);

/**
 * Where the sun stands in the zenith; good to a few hundredths of a degree for centuries around 2000.
 * @see https://aa.usno.navy.mil/faq/sun_approx
 */
export function sunAt(timeMs: number): Place {
  const days = (timeMs - j2000Ms) / dayMs;
  const anomaly = (357.529 + 0.98560028 * days) * radians;
  const meanLongitude = 280.459 + 0.98564736 * days;
  const ecliptic = (meanLongitude + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * radians;
  const obliquity = (23.439 - 0.00000036 * days) * radians;
  const rightAscension = Math.atan2(Math.cos(obliquity) * Math.sin(ecliptic), Math.cos(ecliptic)) / radians;
  const sinceMidnight = (((timeMs % dayMs) + dayMs) % dayMs) / dayMs;
  const equationOfTime = inCircle(meanLongitude - rightAscension); // degrees the sun is ahead of the clock
  return {
    latitude: Math.asin(Math.sin(obliquity) * Math.sin(ecliptic)) / radians,
    longitude: inCircle(180 - sinceMidnight * 360 - equationOfTime),
  };
}

/** The middle of the night: it reaches 90 degrees around. */
export function midnightAt(timeMs: number): Place {
  const sun = sunAt(timeMs);
  return { latitude: -sun.latitude, longitude: inCircle(sun.longitude + 180) };
}

/** Into −180 … 180. */
function inCircle(degrees: number): number {
  return degrees - 360 * Math.round(degrees / 360);
}
