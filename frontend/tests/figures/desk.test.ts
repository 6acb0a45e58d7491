import { describe, expect, it } from 'vitest';

import type { LogItem } from '../../src/app/nodes';
import type { ReviewNode } from '../../src/figures/nodes';
import { brokenAt, canonical, hashOf } from '../../src/pages/audit/chain';
import { byDay, entriesOf, filtered, namedBy, sinceThen } from '../../src/pages/audit/entries';
import { opening } from '../../src/pages/lineage/opening';
import { around, changes } from '../../src/pages/sources/diff';

function review(seq: number, some: Partial<ReviewNode> = {}, action = 'accept'): ReviewNode {
  return {
    seq,
    at: `2031-04-09T10:0${seq}:00+00:00`,
    actor: 'Ines',
    hash: `hash-${seq}`,
    state: 'applied',
    reason: '',
    group: seq,
    decision: {
      action,
      about: 'statement',
      pointers: [{ report: 'rp-a', start: 0, quote: `words ${seq}` }],
      named: '',
      part: null,
      word: '',
      answer: '',
      why: '',
      earlier: [],
    },
    ...some,
  } as ReviewNode;
}

async function log(): Promise<LogItem[]> {
  const first = entry(1, '');
  return [first, entry(2, await hashOf(first))];
}
function entry(seq: number, prev: string): LogItem {
  const at = `2031-04-09T09:0${seq}:00+00:00`;
  const rest = { action: 'added', object: 'ab', name: 'Fähre 🚢.txt', tool: 'twosource', version: '1' };
  return { seq, at, actor: 'Bo', ...rest, prev, hash: '' };
}

describe('the audit log', () => {
  const undone = review(2, { state: 'withdrawn' });
  const undo = review(3, { state: 'event' }, 'withdraw');
  undo.decision.earlier = ['hash-2'];
  const reviews = [undo, undone, review(1)];

  it('tells log and decisions in one order, the latest first', async () => {
    const entries = entriesOf(reviews, await log());
    expect(entries.map((one) => one.key)).toEqual(['review-3', 'review-2', 'review-1', 'log-2', 'log-1']);
    expect(byDay(entries)).toHaveLength(1);
  });

  it('finds what was withdrawn, and what holds certain words', async () => {
    const entries = entriesOf(reviews, await log());
    const keys = (filter: Parameters<typeof filtered>[1]): string[] =>
      filtered(entries, filter).map((one) => one.key);
    expect(keys({ sort: 'withdrawn', actor: '', words: '' })).toEqual(['review-2']);
    expect(keys({ sort: 'all', actor: 'Bo', words: 'FÄHRE' })).toEqual(['log-2', 'log-1']);
  });

  it('undoes to a decision only what still holds, and never an undo', () => {
    expect(sinceThen([...reviews, review(4)], 1)).toEqual([4]);
    expect(namedBy(undo, reviews)).toEqual([2]);
  });

  it('checks the chain', async () => {
    const whole = await log();
    expect(await brokenAt(whole)).toBeNull();
    expect(await brokenAt([...whole].reverse())).toBeNull();
    expect(await brokenAt([{ ...whole[0]!, name: 'other' }, whole[1]!])).toBe(2);
  });

  it('escapes all but ASCII as the case file does', () => {
    expect(canonical(['ä', '🚢', '\u007f', '\n'])).toBe('["\\u00e4","\\ud83d\\udea2","\\u007f","\\n"]');
  });
});

describe('versions of a text', () => {
  it('are told by the lines that went and came', () => {
    const found = changes('one\ntwo\nthree', 'one\n2\nthree\nfour') ?? [];
    expect(found.map((one) => `${one.sort} ${one.text}`)).toEqual([
      'same one',
      'gone two',
      'new 2',
      'same three',
      'new four',
    ]);
  });

  it('leave out what stays the same', () => {
    const same = Array.from({ length: 9 }, (_, n) => `line ${n}`).join('\n');
    const shown = around(changes(`${same}\nold`, `${same}\nnew`) ?? []);
    expect(shown.map((one) => one?.text ?? null)).toEqual(['line 8', 'old', 'new']);
  });

  it('are not compared where they are too long', () => {
    expect(changes('\n'.repeat(5000), 'x')).toBeNull();
  });
});

describe('a tie that a person sets', () => {
  it('points to the first words of a report, in code points', () => {
    expect(opening('\n 🚢 Ferry\nmore')).toEqual({ start: 2, end: 9 });
    expect(opening('')).toEqual({ start: 0, end: 0 });
  });
});
