/** Plain lines for a person, in Vietnamese. The only other place that prints is `progress.ts`. */

/** Prints a line of result on standard output. */
export function printLine(text = ''): void {
  process.stdout.write(`${text}\n`);
}

/** Prints a line of trouble on standard error. */
export function printProblem(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** What to do about errors of the machine, by their code. */
const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: 'Đĩa đã đầy: bản đang có vẫn nguyên. Hãy dọn bớt rồi chạy lại.',
  EDQUOT: 'Hết dung lượng được cấp: bản đang có vẫn nguyên. Hãy dọn bớt rồi chạy lại.',
  EACCES: 'Không có quyền đọc hoặc ghi ở nơi nêu dưới đây.',
  EROFS: 'Nơi nêu dưới đây chỉ cho đọc.',
  EIO: 'Không đọc hoặc ghi được: đĩa đầy hoặc hỏng. Bản đang có vẫn nguyên.',
  ENDED_EARLY: 'Một phần việc bị dừng giữa chừng (máy hết bộ nhớ, hoặc bị dừng từ bên ngoài): bản đang có vẫn nguyên. Hãy đóng bớt chương trình khác rồi chạy lại.',
  ERR_WORKER_OUT_OF_MEMORY: 'Hết bộ nhớ: bản đang có vẫn nguyên. Hãy đóng bớt chương trình khác rồi chạy lại; kho rất lớn thì dựng từng phần (npm run build -- --shard 1/4).',
  EMFILE: 'Máy không cho mở thêm tệp: tăng giới hạn (ulimit -n) rồi chạy lại.',
};

/**
 * Prints an error that stopped a command: what happened, where it is told in full, what to do.
 * @param doing Vietnamese words for what the command was doing: `dựng trang`
 */
export function printFailure(doing: string, error: unknown): void {
  const text = error instanceof Error ? (process.env['DEBUG'] ? (error.stack ?? error.message) : error.message) : String(error);
  const advice = ADVICE[(error as NodeJS.ErrnoException | null)?.code ?? ''];
  printProblem(`Không ${doing} được:\n${advice === undefined ? '' : `${advice}\n`}${text}`);
  if (!process.env['DEBUG']) printProblem('Chạy lại với DEBUG=1 để xem chi tiết.');
}
