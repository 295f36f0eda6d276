/** `npm run preview`: serves the site that was built last. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { outDir } from './lib/content-dir.ts';
import { runServer } from './lib/run-server.ts';
import { printFailure, printProblem } from './report/print.ts';

if (!existsSync(join(outDir(), 'index.html'))) {
  printProblem(`Chưa có trang nào trong ${outDir()}. Hãy chạy: npm run build`);
  process.exitCode = 1;
} else {
  try {
    await runServer();
  } catch (error) {
    printFailure('mở máy chủ', error);
    process.exitCode = 1;
  }
}
