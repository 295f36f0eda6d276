/**
 * `npm run review [-- --port=4330] [KEY]`: a page on this machine alone, with the scan or the original at the left and the text at the
 * right, doubtful places marked; a correction typed there is written to `content/corrections/` at once, one whole file a save.
 */
import { contentDir } from './lib/content-dir.ts';
import { printFailure, printLine, printProblem } from './report/print.ts';
import { startReviewServer } from './review/server.ts';

const args = process.argv.slice(2);
const port = Number(args.find((arg) => arg.startsWith('--port='))?.slice('--port='.length) ?? 4330);
const key = args.find((arg) => !arg.startsWith('--'))?.replace(/^\/?van-ban\/|\/$/gu, '');

if (!Number.isInteger(port) || port < 0 || port > 65535 || args.some((arg) => arg.startsWith('--') && !arg.startsWith('--port='))) {
  printProblem('Cách dùng: npm run review [-- --port=4330] [KHÓA]');
  process.exitCode = 2;
} else {
  try {
    const server = await startReviewServer({ content: contentDir(), port });
    printLine(`Soát văn bản tại ${server.url}${key ? `van-ban/${key}/` : ''}`);
    printLine('Chỉ máy này mở được. Mỗi lần lưu ghi một tệp trong content/corrections; xong thì nhấn Ctrl+C, rồi chạy npm run import.');
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close().then(() => process.exit(0)));
  } catch (error) {
    printFailure('mở trang soát', error);
    process.exitCode = 1;
  }
}
