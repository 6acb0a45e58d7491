import { describe, expect, it } from 'vitest';
import { Points } from '../src/app/codepoints';

const TEXT = 'A 🚢 left, 👩‍🚒 said: “no”. 𝔸 end';

describe('offsets in code points', () => {
  it('find the same words that the case file quotes', () => {
    const points = [...TEXT];
    const map = new Points(TEXT);
    expect(map.length).toBe(points.length);
    for (let start = 0; start < points.length; start += 1) {
      for (let end = start; end <= points.length; end += 1) {
        expect(map.slice(start, end)).toBe(points.slice(start, end).join(''));
      }
    }
  });
  it('come back from UTF-16 offsets, also from inside a pair', () => {
    const map = new Points(TEXT);
    for (let point = 0; point <= map.length; point += 1) expect(map.point(map.unit(point))).toBe(point);
    expect(map.point(TEXT.indexOf('🚢') + 1)).toBe(2);
  });
  it('need no table for a text without astral characters', () => {
    const map = new Points('naïve café');
    expect(map.unit(6)).toBe(6);
    expect(map.slice(0, 5)).toBe('naïve');
  });
  it('are held inside the text', () => {
    const map = new Points('🚢🚢');
    expect(map.slice(-3, 99)).toBe('🚢🚢');
  });
  it('treat half a pair as one character', () => {
    const map = new Points('a\ud83db');
    expect(map.length).toBe(3);
    expect(map.slice(2, 3)).toBe('b');
  });
});
