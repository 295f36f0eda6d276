/** Adds one correction to the corrections file of a document; the file is written whole, so a crash loses nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readPlainText } from '../readers/plain-text.ts';
import { correctionsFileSchema, loadCorrections, printCorrections } from '../intake/corrections-file.ts';
import { today } from '../lib/today.ts';
import { writeWhole } from '../lib/write-whole.ts';
import { listReviewable } from './list-reviewable.ts';

export const correctionFormSchema = z.object({
  key: z.string().min(1),
  /** Exact words of the source. */
  original: z.string().min(1).max(2000),
  correction: z.string().min(1).max(2000),
  reason: z.string().min(1).max(500),
  by: z.string().min(1).max(100),
  line: z.coerce.number().int().min(1).optional(),
});

/** @returns `null` when saved, else a Vietnamese reason */
export function saveCorrection(content: string, form: z.infer<typeof correctionFormSchema>): string | null {
  const document = listReviewable(content).find((entry) => entry.key === form.key);
  if (!document) return 'Không có văn bản này.';
  const source = join(content, 'sources', document.file);
  const text = existsSync(source) ? readPlainText(readFileSync(source)) : '';
  if (!text.includes(form.original)) return 'Không tìm thấy đúng những chữ này trong bản nguồn. Hãy chép nguyên chữ từ khung bên phải.';
  if (form.original === form.correction) return 'Chữ sửa giống chữ cũ.';
  const { bySource, problems } = loadCorrections(content);
  // A broken file is mended by hand; writing over it would lose what stands in it.
  const path = join(content, 'corrections', `${form.key}.yaml`);
  if (problems.some((problem) => problem.path === path)) return 'Tệp sửa đổi của văn bản này đang hỏng; hãy sửa tệp ấy trước (xem báo cáo của npm run import).';
  const old = bySource.get(document.file);
  const request = { original: form.original, correction: form.correction, ...(form.line === undefined ? {} : { line: form.line }), reason: form.reason, by: form.by, date: today() };
  const parsed = correctionsFileSchema.safeParse({ ...old, source: document.file, key: old?.key ?? form.key, corrections: [...(old?.corrections ?? []).filter((entry) => entry.original !== form.original || ('line' in entry && entry.line !== form.line)), request] });
  if (!parsed.success) return `Sửa đổi không hợp lệ: ${parsed.error.issues[0]?.message ?? ''}`;
  writeWhole(path, printCorrections(parsed.data));
  return null;
}
