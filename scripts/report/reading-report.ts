/** What the reader made of one file, for whoever mends a rule: outline, citations with their places, messages with their rules. */
import type { DispatchReading } from '../../src/dispatch/index.ts';
import { printProblem } from './print.ts';

export function reportReading(file: string, { record }: DispatchReading): void {
  printProblem(`${file}: ${record.number ?? '(chưa có số)'}, ${record.date ?? '(chưa có ngày)'}, ${record.issuer?.name ?? '(chưa rõ cơ quan)'}`);
  for (const entry of record.outline) printProblem(`  ${'  '.repeat(entry.depth)}${entry.line} ${entry.anchor}${entry.label ? ` ${entry.label}` : ''}${entry.title ? ` ${entry.title}` : ''}`);
  for (const citation of record.citations) {
    printProblem(`  ${citation.number ?? citation.title ?? '?'} (${citation.relation}) ${citation.key ?? ''}`);
    for (const mention of citation.mentions) printProblem(`    ${mention.line}:${mention.column} ${mention.form} ${mention.raw}`);
  }
  for (const message of record.messages) printProblem(`  ${file}:${message.line}:${message.column}: ${message.severity} ${message.ruleId}: ${message.message}`);
}
