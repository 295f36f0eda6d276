/**
 * `npm run --silent inspect -- FILE|FOLDER|@LIST ...`: one JSON record a line on stdout, of texts and of office files; with `--report` the outline, the spans and the
 * messages of each file on stderr. Exits 0 however odd a document is, 1 when a file cannot be read as text, 2 on wrong usage.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createDispatchReader } from '../src/dispatch/index.ts';
import { listFiles } from './lib/digest-files.ts';
import { loadRegistry } from './lib/load-registry.ts';
import { loadSyllables } from './lib/load-syllables.ts';
import { readPlainText, UnreadableSource } from './readers/plain-text.ts';
import type { SourceReader } from './readers/read-source.ts';
import { isOfficeFile } from './readers/source-names.ts';
import { printLine, printProblem } from './report/print.ts';
import { reportReading } from './report/reading-report.ts';

const args = process.argv.slice(2);
const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--report');
const inputs = args.filter((arg) => !arg.startsWith('--'));
if (unknown || inputs.length === 0) {
  printProblem(`${unknown ? `Không có tùy chọn ${unknown}.` : 'Cần ít nhất một tệp.'}\nCách dùng: npm run --silent inspect -- [--report] TỆP|THƯ_MỤC|@DANH_SÁCH ...`);
  process.exitCode = 2;
} else {
  const read = createDispatchReader(loadRegistry(), loadSyllables());
  const files = inputs.flatMap(expand);
  // The readers of Word, PDF and scans are large; a list of texts does without.
  const office = files.some(isOfficeFile) ? (await import('./readers/read-source.ts')).createSourceReader() : null;
  for (const file of files) await inspect(file, read, office);
  await office?.close();
}

async function inspect(file: string, read: ReturnType<typeof createDispatchReader>, office: SourceReader | null): Promise<void> {
  try {
    const bytes = readFileSync(file);
    const text = office && isOfficeFile(file) ? (await office.read(bytes, file)).text : readPlainText(bytes);
    const reading = read(text, { file, sha256: createHash('sha256').update(bytes).digest('hex') });
    printLine(JSON.stringify(reading.record));
    if (args.includes('--report')) reportReading(file, reading);
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    printProblem(`${file}: ${error.message}`);
    process.exitCode = 1;
  }
}

/** Files of a folder, or of a list with one path a line. */
function expand(input: string): string[] {
  if (input.startsWith('@')) return readFileSync(input.slice(1), 'utf8').split('\n').filter((line) => line.trim() !== '');
  if (existsSync(input)) return listFiles(input);
  printProblem(`${input}: không tìm thấy tệp hoặc thư mục này.`);
  process.exitCode = 2;
  return [];
}
