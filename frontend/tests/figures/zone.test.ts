import { describe, expect, it } from 'vitest';

import { sunHeight, nights } from '../../src/figures/sun';
import {
  ceilTo,
  floorTo,
  inputMoment,
  inputValue,
  intervalWords,
  momentOf,
  wallClock,
  zoneOr,
} from '../../src/figures/zone';

const at = (text: string): number => Date.parse(text);

describe('clocks of a zone', () => {
  it('shows what the clock there shows', () => {
    expect(wallClock(at('2031-04-09T10:00:00Z'), 'Europe/Athens')).toBe(at('2031-04-09T13:00:00Z'));
  });

  it.each(['UTC', 'Europe/Athens', 'Asia/Kolkata', 'America/St_Johns'])('reads back: %s', (zone) => {
    for (let hour = 0; hour < 48; hour += 1) {
      const moment = at('2031-03-29T00:00:00Z') + hour * 3_600_000;
      expect(momentOf(wallClock(moment, zone), zone)).toBe(moment);
    }
  });

  it('finds the borders of a local day, the short one of spring too', () => {
    const noon = at('2031-03-30T09:00:00Z');
    expect(floorTo(noon, 'day', 'Europe/Athens')).toBe(at('2031-03-29T22:00:00Z'));
    expect(ceilTo(noon, 'day', 'Europe/Athens')).toBe(at('2031-03-30T21:00:00Z'));
  });

  it('takes a zone that nobody knows for UTC', () => {
    expect(zoneOr('Mars/Olympus')).toBe('UTC');
    expect(zoneOr(null)).toBe('UTC');
  });

  it('fills and reads an input', () => {
    const value = inputValue(at('2031-04-09T10:05:00Z'), 'Asia/Kolkata');
    expect(value).toBe('2031-04-09T15:35');
    expect(inputMoment(value, 'Asia/Kolkata')).toBe(at('2031-04-09T10:05:00Z'));
    expect(inputMoment('', 'UTC')).toBeNull();
  });

  it('tells an interval as shortly as it can', () => {
    const words = (start: string, end: string): string => intervalWords(at(start), at(end), 'UTC', 'en-GB');
    expect(words('2031-04-09T10:00:00Z', '2031-04-09T10:01:00Z')).toBe('9 Apr, 10:00');
    expect(words('2031-04-09T00:00:00Z', '2031-04-10T00:00:00Z')).toBe('9 Apr 2031');
    expect(words('2031-04-09T10:00:00Z', '2031-04-09T12:00:00Z')).toBe('9 Apr, 10:00 – 12:00');
  });
});

describe('the sun', () => {
  it('stands where an almanac has it', () => {
    // Computed with astral 3.2: 38.246 N, 21.735 E, 6 March 2025, 05:40 UTC.
    expect(sunHeight(at('2025-03-06T05:40:00Z'), 38.246, 21.735)).toBeCloseTo(7.5, 0);
  });

  it('sets and rises once a day at middle latitudes, and not at all in the polar summer', () => {
    const from = at('2031-04-09T12:00:00Z');
    expect(nights(from, from + 86_400_000, 48, 0)).toHaveLength(1);
    const june = at('2031-06-20T00:00:00Z');
    expect(nights(june, june + 2 * 86_400_000, 75, 20)).toEqual([]);
  });
});
