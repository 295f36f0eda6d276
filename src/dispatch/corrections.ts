/**
 * Editorial corrections on a reading: the source's words stay, the correction is laid over them with reason, person and date.
 */
import { z } from 'zod';
import { partialDateSchema } from '../domain/partial-date.ts';
import type { AppliedCorrection } from '../domain/record.ts';
import type { Passage } from './extract/passages.ts';
import type { Metadata } from './extract/metadata.ts';
import type { NormalizedText } from './normalize/index.ts';
import type { CorrectionSpan } from './parse/to-tree.ts';

const attribution = { reason: z.string().min(1), by: z.string().min(1), date: partialDateSchema };

/** One correction of words: every occurrence of `original`, or the one on `line`. */
export const correctionRequestSchema = z.strictObject({ original: z.string().min(1), correction: z.string(), line: z.int().min(1).optional(), ...attribution });
export type CorrectionRequest = z.infer<typeof correctionRequestSchema>;

/** One correction of a field of the record. */
export const fieldCorrectionSchema = z.strictObject({ field: z.enum(['number', 'date', 'place', 'subject']), correction: z.string(), ...attribution });
export type FieldCorrection = z.infer<typeof fieldCorrectionSchema>;

/** Puts corrected field values in; each is told in `inferred` with its reason. */
export function correctFields(metadata: Metadata, fields: readonly FieldCorrection[]): Metadata {
  let corrected = metadata;
  for (const { field, correction, reason, by, date } of fields) {
    corrected = { ...corrected, [field]: correction, inferred: [...corrected.inferred, { field, evidence: `${reason} (${by}, ${date})`, confidence: 'high' }] };
  }
  return corrected;
}

/** Finds the words of each correction. A correction whose words stand nowhere comes back in `lost`. */
export function placeCorrections(normalized: NormalizedText, passages: readonly Passage[], requests: readonly CorrectionRequest[]): { applied: AppliedCorrection[]; spans: CorrectionSpan[]; lost: CorrectionRequest[] } {
  const applied: AppliedCorrection[] = [];
  const spans: CorrectionSpan[] = [];
  const lost: CorrectionRequest[] = [];
  for (const request of requests) {
    const before = applied.length;
    for (const passage of passages) {
      const { block } = passage.paragraph;
      for (let at = block.printed.indexOf(request.original); at >= 0; at = block.printed.indexOf(request.original, at + request.original.length)) {
        const { line } = normalized.lines.pointAt(normalized.toSource[block.offsets[at] ?? 0] ?? 0);
        if (request.line !== undefined && request.line !== line) continue;
        spans.push({ block, start: at, end: at + request.original.length, correction: applied.length });
        applied.push({ original: request.original, correction: request.correction, reason: request.reason, by: request.by, date: request.date, line, anchor: passage.anchor });
      }
    }
    if (applied.length === before) lost.push(request);
  }
  return { applied, spans, lost };
}
