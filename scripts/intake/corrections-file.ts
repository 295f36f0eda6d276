/**
 * The corrections file of one document, `content/corrections/<issuer>/<year>/<number>.yaml`: what people corrected, cleared or fixed.
 * It is found by the source file it names, so that a better scan or a better parser never loses it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { partialDateSchema } from '../../src/domain/partial-date.ts';
import { correctionRequestSchema, fieldCorrectionSchema } from '../../src/dispatch/corrections.ts';
import { listFiles } from '../lib/digest-files.ts';

const attribution = { reason: z.string().min(1), by: z.string().min(1), date: partialDateSchema };

export const correctionsFileSchema = z.strictObject({
  /** Path of the source, relative to `content/sources`. */
  source: z.string().min(1),
  /** Key fixed at first publication. */
  key: z.string().optional(),
  /** A person read the whole text against the paper. */
  proofread: z.strictObject({ by: z.string().min(1), date: partialDateSchema }).optional(),
  corrections: z.array(correctionRequestSchema).default([]),
  fields: z.array(fieldCorrectionSchema).default([]),
  /** Words that the publication gate stopped on and a person cleared. */
  cleared: z.array(z.strictObject({ actual: z.string().min(1), ...attribution })).default([]),
  /** Earlier scans that a better one replaced. */
  history: z.array(z.strictObject({ sha256: z.string(), replaced: partialDateSchema })).default([]),
});
export type CorrectionsFile = z.infer<typeof correctionsFileSchema>;

export interface CorrectionsProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** All corrections files by the source they name. A broken file is reported and left out; nothing is lost, because nothing is written. */
export function loadCorrections(content: string): { bySource: Map<string, CorrectionsFile>; problems: CorrectionsProblem[] } {
  const folder = join(content, 'corrections');
  const bySource = new Map<string, CorrectionsFile>();
  const problems: CorrectionsProblem[] = [];
  if (!existsSync(folder)) return { bySource, problems };
  for (const name of listFiles(folder).filter((file) => /\.ya?ml$/u.test(file))) {
    const path = name.startsWith(folder) ? name : join(folder, name);
    const text = readFileSync(path, 'utf8');
    const document = parseDocument(text);
    const error = document.errors[0];
    if (error) {
      const place = error.linePos?.[0];
      problems.push({ path, line: place?.line ?? 1, column: place?.col ?? 1, message: `tệp YAML sai cú pháp: ${error.code}` });
      continue;
    }
    const result = correctionsFileSchema.safeParse(document.toJS());
    if (!result.success) {
      const issue = result.error.issues[0];
      const node = document.getIn(issue?.path ?? [], true) as { range?: [number, number, number] } | undefined;
      const offset = node?.range?.[0] ?? 0;
      const before = text.slice(0, offset).split('\n');
      problems.push({ path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message: `mục "${issue?.path.join('.') || '(đầu tệp)'}" không đúng: ${issue?.message ?? ''}` });
      continue;
    }
    bySource.set(result.data.source, result.data);
  }
  return { bySource, problems };
}

/** Prints a corrections file. */
export function printCorrections(file: CorrectionsFile): string {
  return stringify(file, { lineWidth: 0 });
}
