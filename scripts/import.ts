/**
 * `npm run import [-- FILE|FOLDER ...]` sources to documents with a report; `-- --replace KEY FILE` takes a better copy of a held one.
 * Exit 0 fine, 1 something in the documents must be mended, 2 wrong usage.
 */
import { contentDir } from './lib/content-dir.ts';
import { addSources, replaceSource } from './intake/add-sources.ts';
import { importSources } from './intake/import-sources.ts';
import { reportImport, reportRefusals } from './report/import-report.ts';
import { printFailure, printProblem } from './report/print.ts';
import { createProgress } from './report/progress.ts';

const args = process.argv.slice(2);
const content = contentDir();
process.exitCode = run();

function run(): number {
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--replace');
  if (unknown) return usage(`Không có tùy chọn ${unknown}.`);
  let refused = 0;
  if (args[0] === '--replace') {
    const [, key, file, ...more] = args;
    if (!key || !file || more.length > 0) return usage('--replace cần đúng một khóa và một tệp.');
    const reason = replaceSource(content, key.replace(/^\/?van-ban\/|\/$/gu, ''), file);
    if (reason !== null) {
      printProblem(`${file}: ${reason}`);
      return 1;
    }
  } else {
    const refusals = addSources(content, args);
    reportRefusals(refusals);
    refused = refusals.length;
  }
  const progress = createProgress();
  progress.begin('Nhập văn bản');
  try {
    const summary = importSources(content, (done, total) => progress.note(`${done}/${total} tệp`));
    progress.end();
    return reportImport(summary) || refused > 0 ? 1 : 0;
  } catch (error) {
    progress.end();
    printFailure('nhập', error);
    return 1;
  }
}

function usage(problem: string): number {
  printProblem(`${problem}\nCách dùng: npm run import [-- TỆP|THƯ_MỤC ...]   hoặc   npm run import -- --replace KHÓA TỆP`);
  return 2;
}
