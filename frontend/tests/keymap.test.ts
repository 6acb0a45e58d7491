import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isLetterKey, KEYMAP, nameOf, shown } from '../src/app/keymap';

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  nameOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

describe('the keyboard map', () => {
  it('gives each key one meaning in each place', () => {
    const seen = KEYMAP.map((one) => `${one.scope} ${one.keys}`);
    expect(new Set(seen).size).toBe(seen.length);
  });
  it('stands in the keyboard reference, key for key', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/reference/keyboard.md'), 'utf8');
    const absent = KEYMAP.filter(
      (one) => !page.includes(`| ${shown(one.keys).map((key) => `\`${key}\``).join(' ')} |`),
    );
    expect(absent.map((one) => one.keys)).toEqual([]);
  });
  it('names keys as the table writes them', () => {
    expect(press('k', { ctrlKey: true })).toBe('Control+k');
    expect(press('k', { metaKey: true })).toBe('Control+k');
    expect(press('Z', { shiftKey: true })).toBe('Shift+Z');
    expect(press('?', { shiftKey: true })).toBe('?');
    expect(press('ArrowRight', { shiftKey: true, altKey: true })).toBe('Shift+Alt+ArrowRight');
  });
  it('knows which keys can be switched off', () => {
    for (const key of ['a', '?', '/', '\\', 'Shift+Z', '1']) expect(isLetterKey(key)).toBe(true);
    for (const key of ['Escape', 'Enter', 'Control+k', 'ArrowUp']) expect(isLetterKey(key)).toBe(false);
  });
  it('shows chords as the keys to press one after the other', () => {
    expect(shown('g b')).toEqual(['g', 'b']);
    expect(shown('Control+k')).toEqual(['Ctrl k']);
  });
});
