/** What the commands that serve say about the server. */
import { printLine, printProblem } from './print.ts';

/** Port that `npm start` and `npm run preview` try first, unless `PORT` says otherwise. */
export function firstPort(environment: NodeJS.ProcessEnv = process.env): number {
  const port = Number(environment['PORT'] ?? 4321);
  return Number.isInteger(port) && port >= 0 && port <= 65535 ? port : 4321;
}

export function printPortTaken(taken: number, next: number): void {
  printProblem(`Cổng ${taken} đang có chương trình khác dùng, thử cổng ${next}.`);
}

export function printAddress(url: string): void {
  printLine(`\nTrang đang chạy tại: ${url}`);
  printLine('Nhấn Ctrl-C để dừng.');
}
