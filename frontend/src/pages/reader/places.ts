// Between code points of a report and places in the page. Every segment is an element with the
// code point at which it starts.

/** The code point of a place in the page, or null outside the text. */
export function pointAt(root: HTMLElement, node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  if (!element || !root.contains(element)) return null;
  if (node instanceof Element) {
    const child = node.childNodes[offset];
    if (child) return startOf(child) ?? startOf(node);
    // Behind the last child: the end of the last segment in it.
    const inside = node.querySelectorAll<HTMLElement>('[data-s]');
    const last = inside[inside.length - 1] ?? node.closest<HTMLElement>('[data-s]');
    return last ? Number(last.dataset.s) + [...(last.textContent ?? '')].length : null;
  }
  const segment = element.closest<HTMLElement>('[data-s]');
  if (!segment) return null;
  return Number(segment.dataset.s) + [...(node.textContent ?? '').slice(0, offset)].length;
}

function startOf(node: Node): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const segment = element?.closest<HTMLElement>('[data-s]') ?? element?.querySelector<HTMLElement>('[data-s]');
  return segment ? Number(segment.dataset.s) : null;
}

/** The range in the page of some code points. */
export function rangeOf(root: HTMLElement, start: number, end: number): Range | null {
  const all = [...root.querySelectorAll<HTMLElement>('[data-s]')];
  const range = document.createRange();
  let begun = false;
  for (const [place, one] of all.entries()) {
    const from = Number(one.dataset.s);
    const next = all[place + 1];
    const to = next ? Number(next.dataset.s) : Infinity;
    const text = textIn(one);
    if (!text) continue;
    if (!begun && start < to) {
      range.setStart(text, unitsOf(text, start - from));
      begun = true;
    }
    if (begun && end <= to) {
      range.setEnd(text, unitsOf(text, end - from));
      return range;
    }
  }
  return begun ? range : null;
}

function textIn(element: HTMLElement): Text | null {
  for (const node of element.childNodes) if (node instanceof Text && node.data !== '') return node;
  return null;
}

function unitsOf(text: Text, points: number): number {
  return [...text.data].slice(0, Math.max(0, points)).join('').length;
}

/** The code point under the pointer, or null. */
export function pointUnder(root: HTMLElement, x: number, y: number): number | null {
  if ('caretPositionFromPoint' in document) {
    const found = document.caretPositionFromPoint(x, y);
    return found ? pointAt(root, found.offsetNode, found.offset) : null;
  }
  const older = (document as unknown as { caretRangeFromPoint(x: number, y: number): Range | null });
  const found = older.caretRangeFromPoint(x, y);
  return found ? pointAt(root, found.startContainer, found.startOffset) : null;
}

const painted = new Map<string, Map<string, Range[]>>();

/** Paint ranges by the browser's own highlighting, which leaves the page as it is. `who` keeps the
 * ranges of several texts under one name apart. */
export function paint(name: string, who: string, ranges: (Range | null)[]): void {
  if (!('highlights' in CSS)) return;
  const all = painted.get(name) ?? new Map<string, Range[]>();
  all.set(who, ranges.filter((one) => one !== null));
  painted.set(name, all);
  const held = [...all.values()].flat();
  if (held.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...held));
}
