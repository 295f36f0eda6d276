/** Prints what the checks found, errors last so that they stand above the prompt. */
import type { Finding } from '../lib/checks/finding.ts';
import { printLine, printProblem } from './print.ts';

/** Findings of one check shown in full before the rest is only counted. */
const SHOWN_PER_CHECK = 20;

/** Prints all findings and a closing line. @returns number of errors */
export function printFindings(findings: readonly Finding[], documents: number): number {
  const byCheck = Map.groupBy(findings, ({ check }) => check);
  const ordered = [...byCheck].sort(([, a], [, b]) => Number(a[0]?.severity === 'error') - Number(b[0]?.severity === 'error'));
  for (const [check, group] of ordered) {
    for (const { severity, place, message } of group.slice(0, SHOWN_PER_CHECK)) printProblem(`${severity === 'error' ? 'LỖI' : 'Lưu ý'} ${place}: ${message} [${check}]`);
    if (group.length > SHOWN_PER_CHECK) printProblem(`… và ${group.length - SHOWN_PER_CHECK} mục nữa [${check}]`);
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  printLine(`Đã kiểm tra ${documents} văn bản: ${errors} lỗi, ${findings.length - errors} lưu ý.`);
  return errors;
}
