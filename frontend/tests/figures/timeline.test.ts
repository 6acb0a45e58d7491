import { describe, expect, it } from 'vitest';

import type { Contradiction, Timeline } from '../../src/app/nodes';
import { byQuestion, extentOf, timelineOf } from '../../src/figures/timeline';
import {
  dragged,
  panned,
  ticksOf,
  timeScale,
  unitFor,
  withPrecision,
  zoomed,
} from '../../src/figures/timescale';
import { layoutOf, shortened, SIZES, wrapped } from '../../src/figures/timelineLayout';
import { LENGTH } from '../../src/figures/zone';

type DatedNode = Timeline['events'][number];
const at = (text: string): number => Date.parse(text);

function dated(claim: string, start: string | null, end = '', question = 'qu-1'): DatedNode {
  return {
    question,
    text: `When (${question})?`,
    claim,
    answer: claim,
    interval: start === null ? null : { start, end, printed: 'noon', zone_basis: 'place' },
    precision: 'minute',
    approximate: false,
    relation: 'at',
    disputed: claim === 'late',
    reports: ['rp-a', 'rp-a'],
    spans: [],
    statements: [],
  };
}

const late = dated('late', '2031-04-09T12:00:00Z', '2031-04-09T12:01:00Z');
const early = dated('early', '2031-04-09T09:00:00Z', '2031-04-09T10:00:00Z', 'qu-2');
const never = dated('never', null);
const published = {
  report: 'rp-a',
  at: '2031-04-10',
  interval: {
    start: '2031-04-10T00:00:00Z',
    end: '2031-04-11T00:00:00Z',
    printed: '2031-04-10',
    zone_basis: 'unknown' as const,
  },
  basis: 'header',
};
const clash: Contradiction = {
  id: 'co-1',
  question: '',
  kind: 'time',
  readings: [],
  within: null,
  sides: [{ answer: 'late', claims: ['late'], spans: [] }],
  reason: 'twelve hours apart',
};
const called = { labels: { 'rp-a': 'S1', 'rp-b': 'S2' }, names: { 'rp-a': 'a.txt', 'rp-b': 'b.txt' } };

describe('the timeline', () => {
  const model = timelineOf({ events: [late, never, early], reports: [published] }, [clash], called);

  it('stands in the order of the times, with what has no day apart', () => {
    expect(model.dated.map((one) => one.id)).toEqual(['early', 'late']);
    expect(model.unplaced.map((one) => one.id)).toEqual(['never']);
  });

  it('marks what collides, with the reason', () => {
    expect(model.dated.map((one) => one.disputed)).toEqual([false, true]);
    expect(model.dated[1]?.collision).toBe('twelve hours apart');
  });

  it('names the reports that do not say when they appeared', () => {
    expect(model.appeared[0]).toMatchObject({ label: 'S1', name: 'a.txt' });
    expect(model.undatedReports).toEqual(['rp-b']);
  });

  it('groups by question', () => {
    expect(byQuestion(model.dated).map((one) => one.id)).toEqual(['qu-2', 'qu-1']);
  });

  it('covers everything that has a time, and nothing where nothing has', () => {
    const [start, end] = extentOf(model) ?? [0, 0];
    expect(start).toBeLessThan(at('2031-04-09T09:00:00Z'));
    expect(end).toBeGreaterThan(at('2031-04-11T00:00:00Z'));
    expect(extentOf(timelineOf({ events: [], reports: [] }, [], called))).toBeNull();
  });
});

describe('the axis', () => {
  const day = { start: at('2031-04-09T00:10:00Z'), end: at('2031-04-10T00:00:00Z') };

  it('puts marks at round local times', () => {
    const ticks = ticksOf(day, 'Asia/Kolkata', 8);
    expect(ticks.length).toBeLessThanOrEqual(9);
    expect(ticks.every((one) => (one.at + 5.5 * LENGTH.hour) % LENGTH.hour === 0)).toBe(true);
    expect(ticks.filter((one) => one.day)).toHaveLength(1);
  });

  it('stays whole over an empty run of time', () => {
    expect(Number.isFinite(timeScale({ start: 5, end: 5 }, 100).x(5))).toBe(true);
  });

  it('zooms and pans within the whole', () => {
    const near = zoomed(day, 0.5, at('2031-04-09T12:00:00Z'), day);
    expect(near.end - near.start).toBeCloseTo((day.end - day.start) / 2, -2);
    expect(panned(near, 9, day).end).toBe(day.end);
    expect(zoomed(near, 99, near.start, day)).toEqual(day);
  });
});

describe('a time that is dragged', () => {
  const hour = { start: at('2031-04-09T12:00:00Z'), end: at('2031-04-09T13:00:00Z') };

  it('keeps to whole units and to its length', () => {
    const moved = dragged(hour, 'both', 7 * 60_000 + 20_000, 'minute', 'UTC');
    expect(moved).toEqual({ start: at('2031-04-09T12:07:00Z'), end: at('2031-04-09T13:07:00Z') });
  });

  it('is never turned around', () => {
    const pulled = dragged(hour, 'end', -9 * LENGTH.hour, 'hour', 'UTC');
    expect(pulled).toEqual(hour);
    expect(dragged(hour, 'start', 9 * LENGTH.hour, 'minute', 'UTC').start).toBe(hour.end - 60_000);
  });

  it('moves by a unit that a pixel can show', () => {
    expect(unitFor({ start: 0, end: LENGTH.day }, 1000)).toBe('minute');
    expect(unitFor({ start: 0, end: 30 * LENGTH.day }, 1000)).toBe('hour');
    expect(unitFor({ start: 0, end: 3000 * LENGTH.day }, 1000)).toBe('day');
  });

  it('is made as precise as it was told', () => {
    expect(withPrecision(hour, 'day', 'UTC')).toEqual({
      start: at('2031-04-09T00:00:00Z'),
      end: at('2031-04-10T00:00:00Z'),
    });
    expect(withPrecision(hour, 'minute', 'UTC').end).toBe(at('2031-04-09T12:01:00Z'));
  });
});

describe('the layout', () => {
  const many = Array.from({ length: 80 }, (_, n) =>
    dated(`cl-${n}`, '2031-04-09T12:00:00Z', '2031-04-09T12:01:00Z', `qu-${n % 7}`),
  );
  const whole = { start: at('2031-04-09T00:00:00Z'), end: at('2031-04-12T00:00:00Z') };
  const told = (count: number, reports = 1) =>
    timelineOf({ events: many.slice(0, count), reports: Array(reports).fill(published) }, [], called);

  it('gives every answer a row up to a number that can be followed, and says how many are left', () => {
    expect(layoutOf(told(5), whole, 900).hidden).toBe(0);
    expect(layoutOf(told(80), whole, 900).hidden).toBe(80 - SIZES.rows);
  });

  it('leaves out what lies beyond the part that is shown', () => {
    const later = { start: at('2031-04-10T00:00:00Z'), end: whole.end };
    expect(layoutOf(told(5), later, 900).groups).toEqual([]);
  });

  it('sets many reports in one strip', () => {
    expect(layoutOf(told(1, 3), whole, 900).strip).toBe(false);
    expect(layoutOf(told(1, 60), whole, 900).strip).toBe(true);
  });

  it('keeps words within the drawing at every width', () => {
    for (const width of [280, 390, 768, 1400]) {
      for (const mark of layoutOf(told(3), whole, width).groups.flatMap((group) => group.marks)) {
        const end = mark.words.anchor === 'start' ? mark.words.x + mark.words.room : mark.words.x - mark.words.room;
        expect(end).toBeGreaterThanOrEqual(-1);
        expect(end).toBeLessThanOrEqual(width + 1);
      }
    }
  });

  it('cuts and wraps by letters', () => {
    expect(shortened('a long answer', 40)).toMatch(/^a .*…$/);
    expect(wrapped('When was the alarm raised?', 14)).toEqual(['When was the', 'alarm raised?']);
  });
});
