/** Where a moment stands in a timeline, which marks stand on its axis, how a time is dragged. */
import type { Unit } from './zone';
import { ceilTo, floorTo, LENGTH, momentOf, wallClock } from './zone';

const HOUR = LENGTH.hour;
const DAY = LENGTH.day;
const STEPS = [
  5 * 60_000,
  15 * 60_000,
  30 * 60_000,
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 7, 14, 28, 91, 182, 364, 1820, 3640].map((n) => n * DAY),
];

export interface Domain {
  start: number;
  end: number;
}

/** The x of a moment, and back; the numbers stay finite for an empty run of time. */
export function timeScale(
  domain: Domain,
  width: number,
): { x: (at: number) => number; at: (x: number) => number } {
  const end = domain.end > domain.start ? domain.end : domain.start + 1;
  const perPixel = (end - domain.start) / Math.max(1, width);
  return { x: (at) => (at - domain.start) / perPixel, at: (x) => domain.start + x * perPixel };
}

export interface Tick {
  at: number;
  /** Whether a day begins here. */
  day: boolean;
}

/** Marks at round local times, at most as many as have room. */
export function ticksOf(domain: Domain, zone: string, most: number): Tick[] {
  const length = domain.end - domain.start;
  const step = STEPS.find((one) => length / one <= most) ?? length / Math.max(1, most);
  const wallStart = wallClock(floorTo(domain.start, 'day', zone), zone);
  const ticks: Tick[] = [];
  const first = wallStart + Math.floor((wallClock(domain.start, zone) - wallStart) / step) * step;
  for (let wall = first; ; wall += step) {
    const at = momentOf(wall, zone);
    if (at > domain.end || ticks.length > 4 * most) return ticks;
    if (at >= domain.start) ticks.push({ at, day: wall % DAY === 0 });
  }
}

/** The local days that a domain touches, each with the part of it that lies within. */
export function daysOf(domain: Domain, zone: string): Domain[] {
  const days: Domain[] = [];
  for (let at = floorTo(domain.start, 'day', zone); at < domain.end && days.length < 400;) {
    const next = ceilTo(at + 1, 'day', zone);
    days.push({ start: Math.max(at, domain.start), end: Math.min(next, domain.end) });
    at = next;
  }
  return days;
}

/** The domain nearer or further around a moment; never nearer than ten minutes. */
export function zoomed(domain: Domain, factor: number, around: number, whole: Domain): Domain {
  const length = Math.max(
    10 * 60_000,
    Math.min((domain.end - domain.start) * factor, whole.end - whole.start),
  );
  const share = (around - domain.start) / (domain.end - domain.start);
  return kept({ start: around - share * length, end: around + (1 - share) * length }, whole);
}

/** The domain moved by a share of its length, kept within the whole. */
export function panned(domain: Domain, share: number, whole: Domain): Domain {
  const by = (domain.end - domain.start) * share;
  return kept({ start: domain.start + by, end: domain.end + by }, whole);
}

function kept(domain: Domain, whole: Domain): Domain {
  const length = domain.end - domain.start;
  const start = Math.max(whole.start, Math.min(domain.start, whole.end - length));
  return { start, end: start + length };
}

export type Grip = 'start' | 'end' | 'both';

/** The unit to which a drag keeps, so that a pixel is no false precision. */
export function unitFor(domain: Domain, width: number): Unit {
  const perPixel = (domain.end - domain.start) / Math.max(1, width);
  if (perPixel <= 2 * LENGTH.minute) return 'minute';
  return perPixel <= HOUR ? 'hour' : 'day';
}

/** A run of time with one end or both moved; it stays at least one unit long. */
export function dragged(run: Domain, grip: Grip, by: number, unit: Unit, zone: string): Domain {
  const snap = (at: number): number => floorTo(at + LENGTH[unit] / 2, unit, zone);
  if (grip === 'both') {
    const start = snap(run.start + by);
    return { start, end: start + (run.end - run.start) };
  }
  const least = LENGTH[unit];
  if (grip === 'start') {
    return { start: Math.min(snap(run.start + by), run.end - least), end: run.end };
  }
  return { start: run.start, end: Math.max(snap(run.end + by), run.start + least) };
}

/** A run of time as precise as a unit: the whole minutes, hours or days that it touches. */
export function withPrecision(run: Domain, unit: Unit, zone: string): Domain {
  const start = floorTo(run.start, unit, zone);
  const narrow = unit === 'minute' || run.end - run.start <= LENGTH[unit];
  const end = narrow ? ceilTo(start + 1, unit, zone) : ceilTo(run.end, unit, zone);
  return { start, end };
}
