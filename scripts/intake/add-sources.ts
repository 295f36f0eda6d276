/** Files given on the command line: what of them must be read into `content/sources`, or put in place of the source of a held document. */
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { createDispatchReader } from '../../src/dispatch/index.ts';
import { readFrontMatter } from '../../src/content-loader/front-matter.ts';
import { listFiles } from '../lib/digest-files.ts';
import { readLedger } from '../lib/ledger.ts';
import { loadRegistry } from '../lib/load-registry.ts';
import { loadSyllables } from '../lib/load-syllables.ts';
import { today } from '../lib/today.ts';
import { writeWhole } from '../lib/write-whole.ts';
import { UnreadableSource, type Reading, type ReadingNote } from '../../src/intake/reading.ts';
import { readPlainText } from '../readers/plain-text.ts';
import { createReadPool } from '../readers/read-pool.ts';
import { SOURCE_NAME, TEXT_NAME } from '../readers/source-names.ts';
import { listUnread, type DeriveTask } from './derive-texts.ts';
import { listReadings, loadReading, makeReadingFile, printReadingFile, readingPath, sha256 } from './reading-file.ts';
import { correctionsFileSchema, loadCorrections, printCorrections } from './corrections-file.ts';
import type { ImportSummary } from './import-sources.ts';
import { readDocument } from './read-document.ts';

export interface IntakeRefusal {
  readonly file: string;
  readonly message: string;
}

/** What the files on the command line come to. */
export interface IntakePlan {
  readonly tasks: readonly DeriveTask[];
  readonly refused: readonly IntakeRefusal[];
  /** Files of the command line whose copies lie there already, perhaps from a run that was killed. */
  readonly standing: readonly string[];
}

/**
 * Lists what must be read into `content/sources`: files of the command line (folders whole), and originals that lie there without a
 * text. A file already there by name with other bytes is refused, never overwritten.
 * @param inputs files and folders that exist
 */
export function planSources(content: string, inputs: readonly string[]): IntakePlan {
  const refused: IntakeRefusal[] = [];
  const standing: string[] = [];
  const sources = join(content, 'sources');
  const readings = listReadings(sources);
  const tasks = new Map(listUnread(sources).map((task) => [task.target, task]));
  for (const input of inputs) {
    for (const path of listFiles(resolve(input))) {
      if (!relative(sources, path).startsWith('..')) continue;
      if (!SOURCE_NAME.test(path)) {
        refused.push({ file: path, message: 'Không nhập loại tệp này. Nhập được: .docx, .doc, .pdf, .html, .txt, .md và ảnh .jpg, .png, .tif, .webp, .bmp.' });
        continue;
      }
      const target = (statSync(resolve(input)).isDirectory() ? relative(resolve(input), path) : basename(path)).replaceAll('\\', '/');
      const held = join(sources, target);
      if (existsSync(held) && !readFileSync(held).equals(readFileSync(path))) {
        refused.push({ file: path, message: `Trong content/sources đã có tệp tên ${basename(target)} với nội dung khác. Hãy đổi tên tệp mới; nếu đây là bản quét tốt hơn, dùng: npm run import -- --replace KHÓA TỆP` });
        continue;
      }
      // Read before and unchanged: nothing to do.
      const known = readings.get(target);
      if (existsSync(held) && (TEXT_NAME.test(target) || (known && known.reading.original.sha256 === sha256(readFileSync(path)) && existsSync(join(sources, known.textFile))))) {
        standing.push(target);
        continue;
      }
      tasks.set(target, { path, target });
    }
  }
  return { tasks: [...tasks.values()], refused, standing };
}

/**
 * Takes copies of this run out of `content/sources` again that gave no document: what must not be published shall not lie in the
 * repository, and a second copy would be reported at every import. The files they were copied from stay.
 * @param copied names below `sources/` that this run put there, or a run before it that was killed
 */
export function takeBack(content: string, copied: readonly string[], summary: ImportSummary): void {
  const sources = join(content, 'sources');
  const useless = new Set(summary.results.filter(({ state }) => state === 'barred' || state === 'duplicate' || state === 'unreadable').map(({ file }) => file));
  const readings = listReadings(sources);
  for (const target of copied) {
    const textFile = readings.get(target)?.textFile ?? target;
    if (!useless.has(textFile)) continue;
    for (const file of new Set([target, textFile, ...(readings.has(target) ? [readingPath(textFile)] : [])])) rmSync(join(sources, file), { force: true });
  }
}

/** What became of a better copy. */
export type Replacement =
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'replaced'; readonly before: string; readonly after: string; readonly notes: readonly ReadingNote[] };

/**
 * Puts a better copy, of any format, in place of the source of a held document. Key, corrections and history stay; a copy that would
 * lose a published anchor is refused.
 * @returns both texts, to be looked at as a diff, or a Vietnamese reason
 */
export async function replaceSource(content: string, key: string, path: string): Promise<Replacement> {
  const sources = join(content, 'sources');
  const refuse = (reason: string): Replacement => ({ kind: 'refused', reason });
  const document = join(content, 'documents', `${key}.mdx`);
  if (!existsSync(document)) return refuse(`Không có văn bản nào mang khóa ${key}. Khóa là phần sau /van-ban/ trong địa chỉ trang.`);
  if (!existsSync(path)) return refuse(`Không tìm thấy tệp ${path}.`);
  const { record } = readFrontMatter(readFileSync(document, 'utf8'), document);
  const bytes = new Uint8Array(readFileSync(path));
  let reading: Reading;
  try {
    reading = await readInPool(bytes, path);
  } catch (error) {
    if (error instanceof UnreadableSource) return refuse(error.message);
    throw error;
  }
  const textBytes = TEXT_NAME.test(path) ? bytes : new TextEncoder().encode(reading.text);
  const old = loadCorrections(content).bySource.get(record.file);
  const file = correctionsFileSchema.parse({
    ...old, source: record.file, key, history: [...(old?.history ?? []), { sha256: record.sha256, replaced: today() }],
  });
  const other = listFiles(sources).find((path) => TEXT_NAME.test(path) && relative(sources, path).replaceAll('\\', '/') !== record.file && readFileSync(path).equals(textBytes));
  if (other) return refuse(`Bản mới giống hệt ${relative(sources, other)}, là nguồn của một văn bản khác.`);
  const read = createDispatchReader(loadRegistry(content), loadSyllables(content));
  const outcome = readDocument(read, textBytes, record.file, file);
  if (outcome.kind === 'unreadable') return refuse(outcome.message);
  if (outcome.kind === 'barred') return refuse(`Bản mới có nội dung không được công bố: ${outcome.bars.map((bar) => `dòng ${bar.line}: ${bar.actual}`).join('; ')}`);
  const before = readPlainText(readFileSync(join(sources, record.file)));
  const { key: _, ...unforced } = file;
  const own = readDocument(read, textBytes, record.file, unforced);
  if (own.kind === 'read' && own.record.key !== key && shareOfPhrases(before, reading.text) < MIN_COMMON) {
    return refuse(`Bản mới là văn bản khác: số ${own.record.number ?? 'không đọc được'} (khóa ${own.record.key}), còn văn bản đang giữ là số ${record.number ?? 'không rõ'} (khóa ${key}), và lời văn không giống nhau.`);
  }
  if (sha256(textBytes) === record.sha256) return refuse('Bản mới giống hệt bản đang lưu; không có gì để thay.');
  const anchors = new Set(outcome.record.outline.map((entry) => entry.anchor));
  const promised = readLedger(content).documents.get(key)?.anchors ?? [];
  const missing = promised.filter((anchor) => !anchors.has(anchor));
  if (missing.length > 0) return refuse(`Bản mới thiếu các mục đã công bố (${missing.slice(0, 8).join(', ')}${missing.length > 8 ? ', …' : ''}); đường dẫn tới các mục ấy sẽ hỏng. Hãy kiểm tra bản quét rồi thử lại.`);
  writeWhole(join(content, 'corrections', `${key}.yaml`), printCorrections(file));
  writeOriginal(sources, record.file, path, bytes, reading);
  writeWhole(join(sources, record.file), textBytes);
  return { kind: 'replaced', before, after: readPlainText(textBytes), notes: reading.notes };
}

/** A worse scan of one text still shares most runs of three words with a better one; two papers of one office share the formulas only. */
const MIN_COMMON = 0.6;

/** Share of the runs of three words of the shorter text that the other has too. */
function shareOfPhrases(a: string, b: string): number {
  const [fewer, more] = [phrases(a), phrases(b)].sort((left, right) => left.size - right.size) as [Set<string>, Set<string>];
  return fewer.size === 0 ? 0 : [...fewer].filter((phrase) => more.has(phrase)).length / fewer.size;
}

function phrases(text: string): Set<string> {
  const words = text.normalize('NFC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
}

async function readInPool(bytes: Uint8Array, path: string): Promise<Reading> {
  const pool = createReadPool({ files: 1 });
  try {
    return await pool.read(bytes, basename(path));
  } finally {
    await pool.close();
  }
}

/** Puts the new original beside the text and takes the old one away; its hash stays in the corrections' history. */
function writeOriginal(sources: string, textFile: string, path: string, bytes: Uint8Array, reading: Reading): void {
  const old = loadReading(sources, textFile);
  const base = (old?.original.file ?? textFile).replace(/\.[a-z]+(?:\.gz)?$/iu, '');
  const original = `${base}${/\.[a-z]+(?:\.gz)?$/iu.exec(path)?.[0].toLowerCase() ?? ''}`;
  if (TEXT_NAME.test(path)) rmSync(join(sources, readingPath(textFile)), { force: true });
  else {
    writeWhole(join(sources, original), bytes);
    writeWhole(join(sources, readingPath(textFile)), printReadingFile(makeReadingFile(reading, original, bytes)));
  }
  if (old && old.original.file !== original) rmSync(join(sources, old.original.file), { force: true });
}
