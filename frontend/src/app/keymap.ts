// The keyboard, as one table: what the help sheet, the hints, the palette and the documentation
// show is what the keys do.

export interface Key {
  keys: string;
  does: string;
  scope: 'everywhere' | 'lists' | 'reader' | 'claims' | 'review' | 'figures';
}

/** `does` is a key of the catalogues. Chords are written with a space: `g b`. */
export const KEYMAP: Key[] = [
  { keys: '?', does: 'key.help', scope: 'everywhere' },
  { keys: '/', does: 'key.search', scope: 'everywhere' },
  { keys: 'Control+k', does: 'key.palette', scope: 'everywhere' },
  { keys: 'g b', does: 'page.brief', scope: 'everywhere' },
  { keys: 'g r', does: 'page.reader', scope: 'everywhere' },
  { keys: 'g c', does: 'page.claims', scope: 'everywhere' },
  { keys: 'g t', does: 'page.timeline', scope: 'everywhere' },
  { keys: 'g m', does: 'page.map', scope: 'everywhere' },
  { keys: 'g l', does: 'page.lineage', scope: 'everywhere' },
  { keys: 'g h', does: 'page.hypotheses', scope: 'everywhere' },
  { keys: 'g v', does: 'page.review', scope: 'everywhere' },
  { keys: 'g a', does: 'page.audit', scope: 'everywhere' },
  { keys: 'g s', does: 'page.sources', scope: 'everywhere' },
  { keys: 'z', does: 'key.undo', scope: 'everywhere' },
  { keys: 'Shift+Z', does: 'key.redo', scope: 'everywhere' },
  { keys: '\\', does: 'key.panel', scope: 'everywhere' },
  { keys: '.', does: 'key.density', scope: 'everywhere' },
  { keys: 'Escape', does: 'key.back', scope: 'everywhere' },
  { keys: 'j', does: 'key.next', scope: 'lists' },
  { keys: 'k', does: 'key.previous', scope: 'lists' },
  { keys: 'Enter', does: 'key.open', scope: 'lists' },
  { keys: 'o', does: 'key.reader', scope: 'lists' },
  { keys: '[', does: 'key.earlier', scope: 'lists' },
  { keys: ']', does: 'key.later', scope: 'lists' },
  { keys: 'a', does: 'key.accept', scope: 'lists' },
  { keys: 'e', does: 'key.correct', scope: 'lists' },
  { keys: 'm', does: 'key.merge', scope: 'lists' },
  { keys: 's', does: 'key.split', scope: 'lists' },
  { keys: 'x', does: 'key.select', scope: 'lists' },
  { keys: 'd', does: 'key.dispute', scope: 'lists' },
  { keys: 'n', does: 'key.note', scope: 'lists' },
  { keys: 'ArrowUp', does: 'key.arrows', scope: 'claims' },
  { keys: 'Home', does: 'key.edges', scope: 'claims' },
  { keys: 'i', does: 'key.state', scope: 'reader' },
  { keys: 'Shift+ArrowRight', does: 'key.end', scope: 'reader' },
  { keys: 'Shift+Alt+ArrowRight', does: 'key.start', scope: 'reader' },
  { keys: 'r', does: 'key.reject', scope: 'review' },
  { keys: '1', does: 'key.rate', scope: 'figures' },
];

/** Keys that are no single letter, digit or sign, and so stay on when those are switched off. */
export function isLetterKey(name: string): boolean {
  return !/^(Control|Alt|Meta)\+/.test(name) && name.replace(/^Shift\+/, '').length === 1;
}

/** Name of the key of an event, as the table writes it: `Control+k`, `Shift+Z`, `?`. */
export function nameOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push('Control');
  const sign = event.key.length === 1 && event.key.toLowerCase() === event.key.toUpperCase();
  if (event.shiftKey && !sign) parts.push('Shift');
  if (event.altKey) parts.push('Alt');
  const letter = event.key.length === 1 && !event.shiftKey;
  parts.push(letter ? event.key.toLowerCase() : event.key);
  return parts.join('+');
}

/** How a key is written for people. */
export function shown(keys: string): string[] {
  const names: Record<string, string> = {
    Control: 'Ctrl', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc',
  };
  return keys.split(' ').map((chord) =>
    chord
      .split('+')
      .map((one) => names[one] ?? one)
      .join(' ')
      .replace('Shift Z', 'Shift z'),
  );
}
