/** From the bytes of one source to everything import writes or says about it. No files are touched here. */
import { createHash } from 'node:crypto';
import type { CorrectionRequest } from '../../src/dispatch/corrections.ts';
import { emitMdx } from '../../src/dispatch/emit/mdx.ts';
import { findPublicationBars, type PublicationBar } from '../../src/dispatch/gate.ts';
import type { DispatchReader } from '../../src/dispatch/index.ts';
import { documentRecordSchema, type DocumentRecord } from '../../src/domain/record.ts';
import { judgeRecord } from '../../src/intake/proofreading.ts';
import type { TextOrigin } from '../../src/intake/reading.ts';
import { readPlainText, UnreadableSource } from '../readers/plain-text.ts';
import type { CorrectionsFile } from './corrections-file.ts';

export type DocumentOutcome =
  | { readonly kind: 'read'; readonly record: DocumentRecord; readonly mdx: string; readonly lost: readonly CorrectionRequest[] }
  | { readonly kind: 'unreadable'; readonly message: string }
  | { readonly kind: 'barred'; readonly bars: readonly PublicationBar[] };

/**
 * @param file path relative to `content/sources`, kept in the record
 * @param corrections what people have corrected in this source
 * @param origin how the text was won
 * @returns a whole document, or why there is none
 */
export function readDocument(read: DispatchReader, bytes: Uint8Array, file: string, corrections: CorrectionsFile | undefined, origin: TextOrigin = 'text'): DocumentOutcome {
  let source: string;
  try {
    source = readPlainText(bytes);
  } catch (error) {
    if (error instanceof UnreadableSource) return { kind: 'unreadable', message: error.message };
    throw error;
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const reading = read(source, {
    file, sha256, corrections: corrections?.corrections ?? [], fields: corrections?.fields ?? [], ...(corrections?.key === undefined ? {} : { key: corrections.key }),
  });
  const cleared = new Set(corrections?.cleared.map((entry) => entry.actual));
  const bars = findPublicationBars(reading.normalized).filter((bar) => !cleared.has(bar.actual));
  if (bars.length > 0) return { kind: 'barred', bars };
  const record = documentRecordSchema.parse(judgeRecord(reading.record, origin, corrections?.proofread !== undefined));
  return { kind: 'read', record, mdx: emitMdx(record, reading.tree), lost: reading.lostCorrections };
}
