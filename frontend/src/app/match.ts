// Which of a list's items answer to typed words: those that hold every word, beginnings first.

export function match<T>(items: readonly T[], words: string, textOf: (item: T) => string): T[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [...items];
  const ranked: { item: T; rank: number; place: number }[] = [];
  items.forEach((item, place) => {
    const text = fold(textOf(item));
    const at = wanted.map((word) => text.search(new RegExp(`(^|[^\\p{L}\\p{N}])${escape(word)}`, 'u')));
    const inside = wanted.map((word) => text.indexOf(word));
    if (inside.some((found) => found < 0)) return;
    const starts = at.filter((found) => found >= 0).length;
    ranked.push({ item, rank: starts * 2 + (text.startsWith(wanted[0] ?? '') ? 3 : 0), place });
  });
  ranked.sort((a, b) => b.rank - a.rank || a.place - b.place);
  return ranked.map((one) => one.item);
}

/** Lower case, without accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
