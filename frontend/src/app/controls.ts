// Characters of a report that could turn the page around or hide something: they are shown by name
// and kept to themselves. The text stays what it is, character for character.

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const EACH = new RegExp(`(${CONTROL.source})`, 'u');

export interface Run {
  text: string;
  /** `U+202E` for a control character, which is a run of its own. */
  control: string | null;
}

export function isControl(sign: string): boolean {
  return CONTROL.test(sign);
}

export function controlName(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text in runs; joined, they are the text again. */
export function runs(text: string): Run[] {
  if (!CONTROL.test(text)) return text === '' ? [] : [{ text, control: null }];
  return text
    .split(EACH)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, control: CONTROL.test(part) ? controlName(part) : null }));
}

/** Code points at which a control character starts or ends. */
export function controlCuts(text: string): number[] {
  if (!CONTROL.test(text)) return [];
  const cuts: number[] = [];
  let point = 0;
  for (const sign of text) {
    if (CONTROL.test(sign)) cuts.push(point, point + 1);
    point += 1;
  }
  return cuts;
}
