/**
 * `npm run bench:office -- FOLDER`: reads every office file of a folder and prints reader, characters, header fields right and wrong, and time;
 * where `NAME.twin.txt` stands beside a file, the errors in letters and digits against it, the letters of words that one of the two lacks
 * (a converter that prints the lines of two cells side by side tears both apart), and how much of the word order is kept.
 */
import { existsSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createDispatchReader } from '../src/dispatch/index.ts';
import { UnreadableSource } from '../src/intake/reading.ts';
import { compareTexts } from './intake/compare-texts.ts';
import { listFiles } from './lib/digest-files.ts';
import { loadRegistry } from './lib/load-registry.ts';
import { loadSyllables } from './lib/load-syllables.ts';
import { judgeFields } from './office-bench/judge-fields.ts';
import { createSourceReader } from './readers/read-source.ts';
import { SOURCE_NAME } from './readers/source-names.ts';
import { printLine, printProblem } from './report/print.ts';

const [folder, out] = process.argv.slice(2);
if (folder === undefined || !existsSync(folder)) {
  printProblem('Cách dùng: npm run bench:office -- THƯ_MỤC [THƯ_MỤC_GHI_CHỮ]');
  process.exitCode = 2;
} else {
  await measure(folder, out);
}

async function measure(from: string, writeTo: string | undefined): Promise<void> {
  const reader = createSourceReader();
  const read = createDispatchReader(loadRegistry(), loadSyllables());
  if (writeTo !== undefined) mkdirSync(writeTo, { recursive: true });
  const rows: string[][] = [['tệp', 'đọc bằng', 'trang', 'ký tự', 'giây', 'tin cậy', 'sai %', 'sai % bỏ lề trang', 'chữ sai %', 'giữ thứ tự %', 'số · ngày · cơ quan · loại · người ký', 'trường đúng']];
  for (const path of listFiles(from).filter((file) => SOURCE_NAME.test(file) && !/\.twin\.txt$|README/u.test(file))) {
    const started = performance.now();
    try {
      const bytes = new Uint8Array(readFileSync(path));
      const reading = await reader.read(bytes, basename(path));
      const seconds = (performance.now() - started) / 1000;
      if (writeTo !== undefined) writeFileSync(join(writeTo, `${basename(path)}.txt`), reading.text);
      const { record } = read(reading.text);
      const twinPath = path.replace(/\.[a-z]+(?:\.gz)?$/iu, '.twin.txt');
      const twinText = existsSync(twinPath) ? readFileSync(twinPath, 'utf8') : null;
      const twin = twinText === null ? null : compareTexts(twinText, reading.text);
      rows.push([
        basename(path), reading.reader, String(reading.pages ?? '-'), String(reading.text.length), seconds.toFixed(1), reading.confidence === null ? '-' : String(reading.confidence),
        twin ? twin.errorRate.toFixed(2) : '-', twin ? twin.errorRateWithoutFurniture.toFixed(2) : '-', twin ? twin.wrongLetters.toFixed(2) : '-', twin ? twin.orderKept.toFixed(1) : '-',
        [record.number, record.date, record.issuer?.name, record.type?.name, record.signature?.name].map((value) => value ?? '∅').join(' · '),
        judgeFields(bytes, record, twinText === null ? null : read(twinText).record),
      ]);
      for (const { code, message } of reading.notes) printProblem(`${basename(path)}: ${code}: ${message}`);
    } catch (error) {
      if (!(error instanceof UnreadableSource)) throw error;
      rows.push([basename(path), `từ chối: ${error.reason}`, '-', '-', ((performance.now() - started) / 1000).toFixed(1), '-', '-', '-', '-', '-', error.message, '-']);
    }
  }
  await reader.close();
  for (const row of rows) printLine(row.join(' | '));
}
