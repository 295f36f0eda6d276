/** `npm run build`: pages and search index of the corpus into `OUT_DIR`, replaced in one step. */
import { buildSite } from './lib/build-site.ts';
import { outDir } from './lib/content-dir.ts';
import { printFailure, printLine } from './report/print.ts';
import { createProgress } from './report/progress.ts';

const LABELS = { pages: 'Dựng trang', index: 'Lập chỉ mục tìm kiếm', replace: 'Thay bản cũ' } as const;

const progress = createProgress();
try {
  await buildSite({ step: (name) => progress.begin(LABELS[name]), log: (line) => progress.line(line) });
  progress.end();
  printLine(`Đã dựng xong: ${outDir()}`);
} catch (error) {
  progress.end('dừng lại vì lỗi');
  printFailure('dựng trang', error);
  process.exitCode = 1;
}
