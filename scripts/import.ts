/**
 * `npm run import [-- FILE|FOLDER ...]` office files and texts to documents with a report; `-- --replace KEY FILE` takes a better copy of a
 * held one; `--json` prints the report as JSON. Exit 0 fine, 1 something in the documents must be mended, 2 wrong usage.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentDir } from './lib/content-dir.ts';
import { planSources, replaceSource, takeBack } from './intake/add-sources.ts';
import { deriveTexts, removeLeftovers } from './intake/derive-texts.ts';
import { importSources } from './intake/import-sources.ts';
import { printImportJson, reportImport, reportReadings, reportRefusals } from './report/import-report.ts';
import { printFailure, printProblem } from './report/print.ts';
import { createProgress } from './report/progress.ts';
import { reportTextDiff } from './report/text-diff.ts';

const json = process.argv.includes('--json');
const args = process.argv.slice(2).filter((arg) => arg !== '--json');
const content = contentDir();
process.exitCode = await run();

async function run(): Promise<number> {
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--replace');
  if (unknown) return usage(`Không có tùy chọn ${unknown}.`);
  const progress = createProgress();
  try {
    let refused = 0;
    let copied: readonly string[] = [];
    if (args[0] === '--replace') {
      const [, key, file, ...more] = args;
      if (!key || !file || more.length > 0) return usage('--replace cần đúng một khóa và một tệp.');
      progress.begin('Đọc bản mới');
      const outcome = await replaceSource(content, key.replace(/^\/?van-ban\/|\/$/gu, ''), file);
      progress.end();
      if (outcome.kind === 'refused') {
        printProblem(`${file}: ${outcome.reason}`);
        return 1;
      }
      reportTextDiff(outcome.before, outcome.after);
    } else {
      const missing = args.filter((path) => !existsSync(path));
      if (missing.length > 0) return usage(`Không tìm thấy ${missing.join(', ')}. Hãy kiểm tra lại đường dẫn; chưa nhập tệp nào.`);
      removeLeftovers(join(content, 'sources'));
      const plan = planSources(content, args);
      // Also what a killed run copied before: it must come to the same as a run that nobody disturbed.
      copied = [...plan.tasks.filter(({ path, target }) => path !== join(content, 'sources', target)).map(({ target }) => target), ...plan.standing];
      progress.begin('Đọc tệp');
      const read = await deriveTexts(join(content, 'sources'), plan.tasks, ({ done, total, pages, secondsLeft }) => progress.note([`${done}/${total} tệp`, ...(pages > 0 ? [`${pages} trang`] : []), ...(secondsLeft === null ? [] : [`còn khoảng ${secondsLeft} giây`])].join(', ')));
      progress.end();
      reportRefusals([...plan.refused, ...read.refused]);
      if (!json) reportReadings(read.derived);
      refused = plan.refused.length + read.refused.length;
    }
    progress.begin('Nhập văn bản');
    const started = performance.now();
    const summary = await importSources(content, (done, total) => progress.note(describeRate(done, total, (performance.now() - started) / 1000)));
    takeBack(content, copied, summary);
    progress.end();
    return (json ? printImportJson(summary) : reportImport(summary)) || refused > 0 ? 1 : 0;
  } catch (error) {
    progress.end();
    printFailure('nhập', error);
    return 1;
  }
}

/** `120/3000 tệp, 40 tệp/giây, còn khoảng 72 giây` */
function describeRate(done: number, total: number, seconds: number): string {
  const rate = done / Math.max(seconds, 0.001);
  return `${done}/${total} tệp${done < 20 || seconds < 1 ? '' : `, ${rate.toFixed(0)} tệp/giây, còn khoảng ${Math.ceil((total - done) / rate)} giây`}`;
}

function usage(problem: string): number {
  printProblem(`${problem}\nCách dùng: npm run import [-- TỆP|THƯ_MỤC ...]   hoặc   npm run import -- --replace KHÓA TỆP`);
  return 2;
}
