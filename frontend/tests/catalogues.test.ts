import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Catalogue = Record<string, string | Record<string, string>>;
const root = join(import.meta.dirname, '../src');
const locales = readdirSync(join(root, 'locales'));

function catalogue(locale: string): Catalogue {
  const folder = join(root, 'locales', locale);
  const parts = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Catalogue);
  const keys = parts.flatMap((part) => Object.keys(part));
  expect(new Set(keys).size, `a key of ${locale} stands in two files`).toBe(keys.length);
  return Object.assign({}, ...parts) as Catalogue;
}
function sources(folder = root): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.(svelte|ts)$/.test(name) ? [path] : [];
  });
}
const names = (entry: string | Record<string, string>) =>
  [...new Set((typeof entry === 'string' ? entry : Object.values(entry).join(' ')).match(/\{\w+\}/g) ?? [])].sort();

const english = catalogue('en');

describe('the catalogues', () => {
  it('hold every key that the pages ask for by name', () => {
    const missing = new Set<string>();
    for (const path of sources()) {
      for (const [, key] of readFileSync(path, 'utf8').matchAll(/\bt\(\s*'([^']+)'/g)) {
        if (key && !(key in english)) missing.add(key);
      }
    }
    expect([...missing]).toEqual([]);
  });
  for (const locale of locales.filter((one) => one !== 'en')) {
    const other = catalogue(locale);
    it(`are complete in ${locale}`, () => {
      expect(Object.keys(other).sort()).toEqual(Object.keys(english).sort());
    });
    it(`keep the places for values in ${locale}`, () => {
      const off = Object.keys(english).filter(
        (key) => String(names(english[key] ?? '')) !== String(names(other[key] ?? '')),
      );
      expect(off).toEqual([]);
    });
    it(`have the plural forms that ${locale} needs`, () => {
      const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      const off = Object.entries(other).filter(
        ([, entry]) => typeof entry !== 'string' && !wanted.every((form) => form in entry),
      );
      expect(off.map(([key]) => key)).toEqual([]);
    });
  }
});
