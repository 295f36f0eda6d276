/**
 * Text under normalization together with the way back: for every UTF-16 unit, where it stood in the source.
 *
 * A step returns edits; `applyEdits` makes the next text and keeps the map. Time and memory are linear in the text.
 */

/** Replace `[start, end)` of the current text by `text`. Edits of one step are sorted and do not overlap. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface MappedText {
  readonly text: string;
  /** Source offset of each unit, one more entry for the end of the text. */
  readonly toSource: Int32Array;
}

/** The source itself, unedited. */
export function mapIdentity(source: string): MappedText {
  const toSource = new Int32Array(source.length + 1);
  for (let index = 0; index <= source.length; index++) toSource[index] = index;
  return { text: source, toSource };
}

/**
 * Applies the edits of one step.
 * @returns the new text; each unit of a replacement maps to the start of what it replaced, unit by unit as far as both go
 */
export function applyEdits(current: MappedText, edits: readonly Edit[]): MappedText {
  if (edits.length === 0) return current;
  let length = current.text.length;
  for (const edit of edits) length += edit.text.length - (edit.end - edit.start);
  const toSource = new Int32Array(length + 1);
  const parts: string[] = [];
  let read = 0;
  let write = 0;
  for (const edit of edits) {
    parts.push(current.text.slice(read, edit.start), edit.text);
    for (; read < edit.start; read++) toSource[write++] = current.toSource[read] ?? 0;
    for (let unit = 0; unit < edit.text.length; unit++) {
      toSource[write++] = current.toSource[Math.min(edit.start + unit, Math.max(edit.start, edit.end - 1))] ?? 0;
    }
    read = edit.end;
  }
  parts.push(current.text.slice(read));
  for (; read <= current.text.length; read++) toSource[write++] = current.toSource[read] ?? 0;
  return { text: parts.join(''), toSource };
}

/** Line and column (from 1, UTF-16 units) of source offsets, by binary search over line starts. */
export class SourceLines {
  readonly #starts: number[] = [0];

  constructor(source: string) {
    for (let index = source.indexOf('\n'); index >= 0; index = source.indexOf('\n', index + 1)) this.#starts.push(index + 1);
  }

  pointAt(offset: number): { line: number; column: number; offset: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1, offset };
  }
}
