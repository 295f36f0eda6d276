/**
 * `<text>.reading.json`, beside a text that was read from an office file: which file, by what, what was doubtful. The text is the
 * source that the parser reads and that corrections point into; the original stands beside it for download.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { listFiles } from '../lib/digest-files.ts';
import { stringifySorted } from '../lib/stringify-sorted.ts';
import type { Reading } from '../../src/intake/reading.ts';

export const readingFileSchema = z.object({
  /** The file as received, beside the text. */
  original: z.object({ file: z.string(), sha256: z.string(), bytes: z.int() }),
  /** Hash of the text as read; a text that a person changed afterwards differs. */
  textSha256: z.string(),
  format: z.enum(['text', 'docx', 'doc', 'html', 'pdf', 'image']),
  origin: z.enum(['text', 'word', 'web-page', 'pdf-text', 'pdf-hidden-text', 'ocr']),
  reader: z.string(),
  pages: z.int().nullable(),
  confidence: z.number().nullable(),
  notes: z.array(z.object({ severity: z.enum(['warning', 'info']), code: z.string(), message: z.string(), page: z.int().nullable() })),
  doubtful: z.array(z.object({ word: z.string(), line: z.int(), column: z.int(), page: z.int(), confidence: z.int() })),
});
export type ReadingFile = z.infer<typeof readingFileSchema>;

/** `cong-van.docx.txt` → `cong-van.docx.reading.json`. */
export function readingPath(textFile: string): string {
  return textFile.replace(/\.(?:txt|md)$/iu, '.reading.json');
}

/** Puts together what is kept of a reading. @param original name relative to the sources folder */
export function makeReadingFile(reading: Reading, original: string, bytes: Uint8Array): ReadingFile {
  const { text, format, origin, reader, pages, confidence, notes, doubtful } = reading;
  return { original: { file: original, sha256: sha256(bytes), bytes: bytes.length }, textSha256: sha256(text), format, origin, reader, pages, confidence, notes: [...notes], doubtful: [...doubtful] };
}

export function printReadingFile(file: ReadingFile): string {
  return stringifySorted(file);
}

/** The reading of a text, `null` for a text that was received as text. @throws Error for a broken file */
export function loadReading(sources: string, textFile: string): ReadingFile | null {
  const path = join(sources, readingPath(textFile));
  return existsSync(path) ? readingFileSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
}

/** All readings of a sources folder by the name of their original, with the text each one gave. */
export function listReadings(sources: string): Map<string, { textFile: string; reading: ReadingFile }> {
  const readings = new Map<string, { textFile: string; reading: ReadingFile }>();
  if (!existsSync(sources)) return readings;
  for (const path of listFiles(sources).filter((file) => file.endsWith('.reading.json'))) {
    const reading = readingFileSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    const textFile = relative(sources, path).replaceAll('\\', '/').replace(/\.reading\.json$/u, '.txt');
    if (reading.success) readings.set(reading.data.original.file, { textFile, reading: reading.data });
  }
  return readings;
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
