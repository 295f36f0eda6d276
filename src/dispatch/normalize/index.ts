/**
 * From the source to text for matching. Afterwards: NFC; line feeds only, as many as in the source; plain blanks; no
 * invisible characters; Markdown marks gone (kept as spans); every dash a hyphen. The way back to the source is kept for each unit.
 *
 * `printed` has the same length as `text` and shows the source's own dashes: pages print it, patterns read `text`.
 */
import { applyEdits, mapIdentity, SourceLines, type MappedText } from './offset-map.ts';
import { composeLetters } from './steps/compose-letters.ts';
import { dropInvisible } from './steps/drop-invisible.ts';
import { stripMarkdown, type EmphasisSpan } from './steps/strip-markdown.ts';
import { unifyBlanks } from './steps/unify-blanks.ts';
import { unifyDashes } from './steps/unify-dashes.ts';

export interface NormalizedText {
  readonly source: string;
  readonly lines: SourceLines;
  /** For matching. */
  readonly text: string;
  /** Same length, the source's dashes. */
  readonly printed: string;
  /** Source offset of each unit of `text`, one more for the end. */
  readonly toSource: Int32Array;
  /** One byte a unit: 1 bold, 2 italic, 3 both. */
  readonly emphasis: Uint8Array;
}

/** Normalizes a whole source. Never throws; linear in its length. */
export function normalize(source: string): NormalizedText {
  let current: MappedText = mapIdentity(source);
  for (const step of [dropInvisible, unifyBlanks, composeLetters]) current = applyEdits(current, step(current.text));
  const markdown = stripMarkdown(current.text);
  const emphasisBefore = paintEmphasis(current.text.length, markdown.spans);
  const marks = dropMarked(emphasisBefore, markdown.edits);
  current = applyEdits(current, markdown.edits);
  const printed = current.text;
  current = applyEdits(current, unifyDashes(current.text));
  return { source, lines: new SourceLines(source), text: current.text, printed, toSource: current.toSource, emphasis: marks };
}

function paintEmphasis(length: number, spans: readonly EmphasisSpan[]): Uint8Array {
  const paint = new Uint8Array(length);
  for (const span of spans) {
    const value = (span.strong ? 1 : 0) | (span.emphasis ? 2 : 0);
    for (let index = span.start; index < span.end; index++) paint[index] = (paint[index] ?? 0) | value;
  }
  return paint;
}

function dropMarked(paint: Uint8Array, edits: readonly { start: number; end: number }[]): Uint8Array {
  let removed = 0;
  for (const edit of edits) removed += edit.end - edit.start;
  const result = new Uint8Array(paint.length - removed);
  let write = 0;
  let read = 0;
  for (const edit of edits) {
    result.set(paint.subarray(read, edit.start), write);
    write += edit.start - read;
    read = edit.end;
  }
  result.set(paint.subarray(read), write);
  return result;
}
