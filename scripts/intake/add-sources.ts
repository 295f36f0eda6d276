/** Takes files given on the command line into `content/sources`, or in place of the source of a held document. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { createDispatchReader } from '../../src/dispatch/index.ts';
import { readFrontMatter } from '../../src/content-loader/front-matter.ts';
import { listFiles } from '../lib/digest-files.ts';
import { readLedger } from '../lib/ledger.ts';
import { loadRegistry } from '../lib/load-registry.ts';
import { loadSyllables } from '../lib/load-syllables.ts';
import { today } from '../lib/today.ts';
import { writeWhole } from '../lib/write-whole.ts';
import { correctionsFileSchema, loadCorrections, printCorrections } from './corrections-file.ts';
import { readDocument } from './read-document.ts';

export interface IntakeRefusal {
  readonly file: string;
  readonly message: string;
}

/**
 * Copies files (folders whole) into `content/sources`. A file already there by name with other bytes is refused, never overwritten.
 * @returns what was refused, with Vietnamese reasons
 */
export function addSources(content: string, inputs: readonly string[]): IntakeRefusal[] {
  const refused: IntakeRefusal[] = [];
  const sources = join(content, 'sources');
  for (const input of inputs) {
    if (!existsSync(input)) {
      refused.push({ file: input, message: 'Không tìm thấy tệp hoặc thư mục này. Hãy kiểm tra lại đường dẫn.' });
      continue;
    }
    for (const path of listFiles(resolve(input))) {
      if (!relative(sources, path).startsWith('..')) continue;
      if (!/\.(?:txt|md)$/iu.test(path)) {
        refused.push({ file: path, message: 'Chỉ nhập được tệp .txt hoặc .md. Hãy lưu văn bản dạng văn bản thuần (UTF-8) rồi nhập lại.' });
        continue;
      }
      const target = join(sources, statSync(resolve(input)).isDirectory() ? relative(resolve(input), path) : basename(path));
      const bytes = readFileSync(path);
      if (existsSync(target) && !readFileSync(target).equals(bytes)) {
        refused.push({ file: path, message: `Trong content/sources đã có tệp tên ${basename(target)} với nội dung khác. Hãy đổi tên tệp mới; nếu đây là bản quét tốt hơn, dùng: npm run import -- --replace KHÓA TỆP` });
        continue;
      }
      writeWhole(target, bytes);
    }
  }
  return refused;
}

/**
 * Puts a better copy in place of the source of a held document. Key, corrections and history stay; a copy that would lose a
 * published anchor is refused.
 * @returns `null` when done, else a Vietnamese reason
 */
export function replaceSource(content: string, key: string, path: string): string | null {
  const document = join(content, 'documents', `${key}.mdx`);
  if (!existsSync(document)) return `Không có văn bản nào mang khóa ${key}. Khóa là phần sau /van-ban/ trong địa chỉ trang.`;
  if (!existsSync(path)) return `Không tìm thấy tệp ${path}.`;
  const { record } = readFrontMatter(readFileSync(document, 'utf8'), document);
  const bytes = readFileSync(path);
  const old = loadCorrections(content).bySource.get(record.file);
  const file = correctionsFileSchema.parse({
    ...old, source: record.file, key, history: [...(old?.history ?? []), { sha256: record.sha256, replaced: today() }],
  });
  const outcome = readDocument(createDispatchReader(loadRegistry(content), loadSyllables(content)), bytes, record.file, file);
  if (outcome.kind === 'unreadable') return outcome.message;
  if (outcome.kind === 'barred') return `Bản mới có nội dung không được công bố: ${outcome.bars.map((bar) => `dòng ${bar.line}: ${bar.actual}`).join('; ')}`;
  if (createHash('sha256').update(bytes).digest('hex') === record.sha256) return 'Bản mới giống hệt bản đang lưu; không có gì để thay.';
  const anchors = new Set(outcome.record.outline.map((entry) => entry.anchor));
  const promised = readLedger(content).documents.get(key)?.anchors ?? [];
  const missing = promised.filter((anchor) => !anchors.has(anchor));
  if (missing.length > 0) return `Bản mới thiếu các mục đã công bố (${missing.slice(0, 8).join(', ')}${missing.length > 8 ? ', …' : ''}); đường dẫn tới các mục ấy sẽ hỏng. Hãy kiểm tra bản quét rồi thử lại.`;
  writeWhole(join(content, 'corrections', `${key}.yaml`), printCorrections(file));
  writeWhole(join(content, 'sources', record.file), bytes);
  return null;
}
