/** Plain lines for a person, in Vietnamese. The only other place that prints is `progress.ts`. */

/** Prints a line of result on standard output. */
export function printLine(text = ''): void {
  process.stdout.write(`${text}\n`);
}

/** Prints a line of trouble on standard error. */
export function printProblem(text: string): void {
  process.stderr.write(`${text}\n`);
}

/**
 * Prints an error that stopped a command: what happened, where it is told in full, what to do.
 * @param doing Vietnamese words for what the command was doing: `dựng trang`
 */
export function printFailure(doing: string, error: unknown): void {
  const text = error instanceof Error ? (process.env['DEBUG'] ? (error.stack ?? error.message) : error.message) : String(error);
  printProblem(`Không ${doing} được:\n${text}`);
  if (!process.env['DEBUG']) printProblem('Chạy lại với DEBUG=1 để xem chi tiết.');
}
