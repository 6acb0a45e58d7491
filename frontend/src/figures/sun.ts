/**
 * How high the sun stands, so that a timeline can show the nights.
 *
 * After the equations of the NOAA solar calculator (Meeus, Astronomical Algorithms, 1998), to about
 * a tenth of a degree. Findings on daylight are the server's; this only shades a figure.
 */

const RAD = Math.PI / 180;
const J2000 = Date.UTC(2000, 0, 1, 12);
const DAY = 86_400_000;

/** Height of the sun's centre over the horizon in degrees, without refraction. */
export function sunHeight(at: number, latitude: number, longitude: number): number {
  const days = (at - J2000) / DAY;
  const anomaly = RAD * (357.529 + 0.98560028 * days);
  const mean = 280.459 + 0.98564736 * days;
  const along = RAD * (mean + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly));
  const tilt = RAD * (23.439 - 0.00000036 * days);
  const ascension = Math.atan2(Math.cos(tilt) * Math.sin(along), Math.cos(along));
  const declination = Math.asin(Math.sin(tilt) * Math.sin(along));
  const sidereal = RAD * (280.4606 + 360.985647366 * days + longitude);
  const hour = sidereal - ascension;
  const north = RAD * latitude;
  return (
    Math.asin(
      Math.sin(north) * Math.sin(declination) + Math.cos(north) * Math.cos(declination) * Math.cos(hour),
    ) / RAD
  );
}

/** Sunset to sunrise: the upper edge at the horizon, with usual refraction. */
export const HORIZON = -0.833;

/** The nights between two moments, to about two minutes; none where there are over sixty. */
export function nights(start: number, end: number, latitude: number, longitude: number): [number, number][] {
  if (end - start > 60 * DAY) return [];
  const step = 10 * 60_000;
  const dark = (at: number): boolean => sunHeight(at, latitude, longitude) < HORIZON;
  const found: [number, number][] = [];
  let since: number | null = dark(start) ? start : null;
  for (let at = start; at < end; at += step) {
    const next = Math.min(at + step, end);
    if (dark(at) === dark(next)) continue;
    const turn = turning(at, next, dark);
    if (since === null) since = turn;
    else {
      found.push([since, turn]);
      since = null;
    }
  }
  if (since !== null) found.push([since, end]);
  return found;
}

function turning(low: number, high: number, dark: (at: number) => boolean): number {
  const before = dark(low);
  while (high - low > 120_000) {
    const middle = (low + high) / 2;
    if (dark(middle) === before) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
