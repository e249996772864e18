/** A place on the globe: degrees, north and east positive. */
export interface Place {
  latitude: number;
  longitude: number;
}

export const earthRadiusNm = 3440.065;

/**
 * Great-circle distance in nautical miles, to one decimal, on a sphere of {@link earthRadiusNm}.
 * @see https://en.wikipedia.org/wiki/Haversine_formula
 * @example ENGM–ENBR 175.3, EGLL–KJFK 2991.3
 */
export function greatCircleNm(from: Place, to: Place): number {
  const radians = Math.PI / 180;
  const dLatitude = (to.latitude - from.latitude) * radians;
  const dLongitude = (to.longitude - from.longitude) * radians;
  const h =
    Math.sin(dLatitude / 2) ** 2 + Math.cos(from.latitude * radians) * Math.cos(to.latitude * radians) * Math.sin(dLongitude / 2) ** 2;
  return Math.round(2 * earthRadiusNm * Math.asin(Math.min(1, Math.sqrt(h))) * 10) / 10;
}
