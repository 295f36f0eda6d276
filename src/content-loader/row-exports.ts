/** Orders and goals as plain rows for CSV and JSON: Vietnamese column names, absolute addresses. */
import { clauseUrl, type DutyRow, type TargetRow } from '../corpus/duties/collect-rows.ts';
import { nameDocument } from '../corpus/wording/document-name.ts';
import type { Corpus } from '../corpus/graph/graph.ts';

type Cell = string | number | null;

/** One order a row, in the order of `columns` of the duty words. */
export function exportDuties(corpus: Corpus, rows: readonly DutyRow[], absolute: (path: string) => string): Cell[][] {
  return rows.map(({ document, duty, units }) => [nameDocument(document), document.number, document.date, document.issuer.name, duty.addressee, units.join(' '), duty.text, duty.kind, duty.modality,
    duty.deadline, duty.frequency ?? duty.period, absolute(clauseUrl(corpus, document.key, duty.anchor))]);
}

/** One goal a row, goals inside a goal on their own rows after it. */
export function exportTargets(corpus: Corpus, rows: readonly TargetRow[], absolute: (path: string) => string): Cell[][] {
  return rows.flatMap(({ document, target }) => [target, ...target.nested.map((goal) => ({ valueTo: null, ...goal }))].map((goal): Cell[] => [
    goal.subject ?? target.subject, goal.comparator ?? null, goal.value ?? null, goal.valueTo, goal.unit ?? null, target.period, goal.text ?? target.text,
    nameDocument(document), document.number, document.date, document.issuer.name, absolute(clauseUrl(corpus, document.key, target.anchor)),
  ]));
}

/** Rows under their names; JSON ends with a newline. */
export function formatRowsJson(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `${JSON.stringify(rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]))), null, 1)}\n`;
}
