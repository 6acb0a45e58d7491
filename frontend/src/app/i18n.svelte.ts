// Words of the interface, by key, from catalogues in src/locales/<language>/*.json. English is
// always there and stands in where another language has no word yet.

type Entry = string | Record<string, string>;
type Catalogue = Record<string, Entry>;

// The catalogues are files beside the scripts; a language is fetched when it is asked for.
const files = import.meta.glob<string>('../locales/*/*.json', {
  eager: true,
  import: 'default',
  query: '?url',
});

export const LOCALES: Record<string, string> = { en: 'English', de: 'Deutsch' };
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

let base: Catalogue = {};
let words = $state.raw<Catalogue>(base);
let locale = $state('en');
let plurals = new Intl.PluralRules('en');

async function catalogue(language: string): Promise<Catalogue> {
  const urls = Object.entries(files).filter(([path]) => path.includes(`/${language}/`));
  const parts = await Promise.all(
    urls.map(([, url]) => fetch(url).then((answer) => answer.json() as Promise<Catalogue>)),
  );
  return Object.assign({}, ...parts) as Catalogue;
}

/** Fetch the English words; nothing is shown before they are there. */
export async function beginWords(): Promise<void> {
  base = await catalogue('en');
  words = base;
}

/** Change the language; unknown languages leave it as it is. */
export async function setLocale(wanted: string): Promise<void> {
  if (!(wanted in LOCALES)) return;
  words = wanted === 'en' ? base : { ...base, ...(await catalogue(wanted)) };
  locale = wanted;
  plurals = new Intl.PluralRules(wanted);
  document.documentElement.lang = wanted;
  document.documentElement.dir = RIGHT_TO_LEFT.has(wanted) ? 'rtl' : 'ltr';
}

export const language = {
  get current() {
    return locale;
  },
};

export type Params = Record<string, string | number>;

/** Put values into a text: `{n}` becomes `params.n`, numbers as the language writes them. */
export function fill(text: string, params: Params, tongue: string): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? new Intl.NumberFormat(tongue).format(value) : value;
  });
}

/** The words for a key. `n` in the parameters chooses between the forms of a plural. */
export function t(key: string, params: Params = {}): string {
  const entry = words[key];
  if (entry === undefined) return key;
  if (typeof entry === 'string') return fill(entry, params, locale);
  const form = plurals.select(Number(params.n ?? 0));
  return fill(entry[form] ?? entry.other ?? key, params, locale);
}

/** The words for a key that may be missing, such as one made from a value of the API. */
export function told(key: string, otherwise: string): string {
  return words[key] === undefined ? otherwise : t(key);
}

export function num(value: number): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** A date and time of day, in the reader's zone. */
export function when(iso: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** A calendar day that is given as YYYY-MM-DD, in no zone at all. */
export function day(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
