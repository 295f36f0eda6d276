/** What every reader of an office file gives, and the error for a file that cannot be read. */

/** Formats told by their bytes. */
export type SourceFormat = 'text' | 'docx' | 'doc' | 'html' | 'pdf' | 'image';

/** What was doubtful about a reading, for the clerk. */
export interface ReadingNote {
  /** `warning`: a person should look; `info`: to know. */
  readonly severity: 'warning' | 'info';
  /** Closed list, for tests and tools: `legacy-encoding`, `tracked-changes`. */
  readonly code: string;
  /** Vietnamese: what was seen, what to do. */
  readonly message: string;
  /** Page of the original, from 1; `null` when it is about the whole file. */
  readonly page: number | null;
}

/** A word that the reader is not sure of. */
export interface DoubtfulWord {
  readonly word: string;
  /** Line of the text, from 1. */
  readonly line: number;
  /** Column of the text, from 1, in UTF-16 units. */
  readonly column: number;
  readonly page: number;
  /** 0 to 100, as the engine gives it. */
  readonly confidence: number;
}

/** Where the text came from. */
export type TextOrigin = 'text' | 'word' | 'web-page' | 'pdf-text' | 'pdf-hidden-text' | 'ocr';

export interface Reading {
  /** Text with Markdown marks for bold and italic, GFM tables, form feeds between pages. Ends with a line feed. */
  readonly text: string;
  readonly format: SourceFormat;
  readonly origin: TextOrigin;
  /** Name and version of the reader: `docx/1`. */
  readonly reader: string;
  /** Pages, `null` where the format has none. */
  readonly pages: number | null;
  readonly notes: readonly ReadingNote[];
  readonly doubtful: readonly DoubtfulWord[];
  /** Mean confidence of the words, 0 to 100; `null` when nothing was guessed. */
  readonly confidence: number | null;
}

export type UnreadableReason = 'empty' | 'binary' | 'encoding' | 'legacy-encoding' | 'too-large' | 'encrypted' | 'broken' | 'too-many-pages' | 'unsupported' | 'no-text-layer' | 'too-slow';

/** A source that cannot be read as text. `message` is Vietnamese, for the clerk, without the file's name. */
export class UnreadableSource extends Error {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason, message: string) {
    super(message);
    this.name = 'UnreadableSource';
    this.reason = reason;
  }
}

/** Largest source accepted, in bytes. */
export const MAX_SOURCE_BYTES = 64 * 1024 * 1024;
/** Largest text of one document, in bytes of its parts; a zip bomb unpacks to more. */
export const MAX_UNPACKED_BYTES = 48 * 1024 * 1024;
/** Most pages of one document; a longer file is a volume of documents, not a dispatch. */
export const MAX_PAGES = 500;

/** @throws UnreadableSource for empty and oversized files */
export function checkSize(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new UnreadableSource('empty', 'Tệp trống (0 byte). Hãy kiểm tra lại tệp nguồn rồi nhập lại.');
  if (bytes.length > MAX_SOURCE_BYTES) throw new UnreadableSource('too-large', `Tệp dài ${Math.round(bytes.length / 1024 / 1024)} MB, quá lớn đối với một văn bản (tối đa ${MAX_SOURCE_BYTES / 1024 / 1024} MB). Hãy tách riêng từng văn bản.`);
}

/** Makes a note. */
export function note(severity: ReadingNote['severity'], code: string, message: string, page: number | null = null): ReadingNote {
  return { severity, code, message, page };
}
