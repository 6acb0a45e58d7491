// Offsets of the case file count code points; strings here count UTF-16 units. One table per text
// turns the one into the other. Texts without astral characters need no table.

export class Points {
  readonly length: number;
  private readonly units: Uint32Array | null;

  constructor(readonly text: string) {
    let astral = 0;
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      if (unit >= 0xd800 && unit < 0xdc00 && isLow(text.charCodeAt(i + 1))) astral += 1;
    }
    this.length = text.length - astral;
    if (astral === 0) {
      this.units = null;
      return;
    }
    const units = new Uint32Array(this.length + 1);
    let point = 0;
    for (let i = 0; i < text.length; point += 1) {
      units[point] = i;
      i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
    }
    units[point] = text.length;
    this.units = units;
  }

  /** UTF-16 offset of a code point. */
  unit(point: number): number {
    const held = Math.max(0, Math.min(point, this.length));
    return this.units ? (this.units[held] ?? this.text.length) : held;
  }

  /** Code point that starts at, or contains, a UTF-16 offset. */
  point(unit: number): number {
    if (!this.units) return Math.max(0, Math.min(unit, this.length));
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.units[middle] ?? 0) <= unit) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The text between two code points. */
  slice(start: number, end: number): string {
    return this.text.slice(this.unit(start), this.unit(end));
  }
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
