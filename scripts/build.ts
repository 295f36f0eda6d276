/**
 * `npm run build`: pages and search index of the corpus into `OUT_DIR`, replaced in one step.
 * With `--if-changed` nothing is done when the built site was made from the same content, code and settings.
 */
import { buildSite, isBuildCurrent } from './lib/build-site.ts';
import { outDir } from './lib/content-dir.ts';
import { printFailure, printLine } from './report/print.ts';
import { createProgress } from './report/progress.ts';

const LABELS = { pages: 'Dựng trang', index: 'Lập chỉ mục tìm kiếm', finish: 'Vẽ ảnh, đóng gói dữ liệu', replace: 'Thay bản cũ' } as const;

const progress = createProgress();
try {
  if (process.argv.includes('--if-changed') && isBuildCurrent()) {
    printLine('Không có gì thay đổi, dùng bản đã dựng.');
    process.exit(0);
  }
  await buildSite({ step: (name) => progress.begin(LABELS[name]), log: (line) => progress.line(line) });
  progress.end();
  printLine(`Đã dựng xong: ${outDir()}`);
} catch (error) {
  progress.end('dừng lại vì lỗi');
  printFailure('dựng trang', error);
  process.exitCode = 1;
}
