/** Moments as clocks show them in a time zone, and the borders of minutes, hours and days there. */

export type Unit = 'minute' | 'hour' | 'day';

const MINUTE = 60_000;
export const LENGTH: Record<Unit, number> = { minute: MINUTE, hour: 60 * MINUTE, day: 1440 * MINUTE };

const formats = new Map<string, Intl.DateTimeFormat>();

function partsFormat(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** The zone if it is one that this browser knows, else UTC. */
export function zoneOr(zone: string | null | undefined): string {
  if (!zone) return 'UTC';
  try {
    partsFormat(zone);
    return zone;
  } catch {
    return 'UTC';
  }
}

/** What a clock in the zone shows, as if it were UTC: milliseconds. */
export function wallClock(at: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of partsFormat(zone).formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((at % 1000) + 1000) % 1000);
}

/** The moment at which a clock in the zone shows this; the first of two where it shows it twice. */
export function momentOf(wall: number, zone: string): number {
  const guess = wall - (wallClock(wall, zone) - wall);
  const shift = wallClock(guess, zone) - guess;
  const other = wall - shift;
  return wallClock(other, zone) === wall ? other : guess;
}

/** The last border of a unit at or before a moment, in the zone. */
export function floorTo(at: number, unit: Unit, zone: string): number {
  const wall = wallClock(at, zone);
  return momentOf(Math.floor(wall / LENGTH[unit]) * LENGTH[unit], zone);
}

/** The first border of a unit at or after a moment, in the zone. */
export function ceilTo(at: number, unit: Unit, zone: string): number {
  const down = floorTo(at, unit, zone);
  if (down >= at) return down;
  const wall = wallClock(down, zone) + LENGTH[unit];
  return momentOf(Math.floor(wall / LENGTH[unit]) * LENGTH[unit], zone);
}

/** A moment for an `<input type="datetime-local">`. */
export function inputValue(at: number, zone: string): string {
  return new Date(wallClock(at, zone)).toISOString().slice(0, 16);
}

/** The moment that such an input gives, or null where it gives none. */
export function inputMoment(value: string, zone: string): number | null {
  const wall = Date.parse(`${value}Z`);
  return Number.isNaN(wall) ? null : momentOf(wall, zone);
}

/** A moment in words: day and clock, or the day alone. */
export function momentWords(at: number, zone: string, locale: string, clock = true): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    ...(clock ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : { year: 'numeric' }),
  }).format(at);
}

/** The clock alone. */
export function clockWords(at: number, zone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** A half-open run of time in words: as short as its ends allow. */
export function intervalWords(start: number, end: number, zone: string, locale: string): string {
  const length = end - start;
  if (length <= MINUTE) return momentWords(start, zone, locale);
  const whole = floorTo(start, 'day', zone) === start && floorTo(end, 'day', zone) === end;
  if (whole) {
    const last = floorTo(end - 1, 'day', zone);
    const first = momentWords(start, zone, locale, false);
    return last === start ? first : `${first} – ${momentWords(last, zone, locale, false)}`;
  }
  const sameDay = floorTo(start, 'day', zone) === floorTo(end - 1, 'day', zone);
  const close = sameDay ? clockWords(end, zone, locale) : momentWords(end, zone, locale);
  return `${momentWords(start, zone, locale)} – ${close}`;
}
