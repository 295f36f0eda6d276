/** Orders cut into parts that a program can fetch alone: one for each issuer and year of their papers, as the addresses of the papers are. */
import type { CorpusRows, DutyRow } from './collect-rows.ts';

export interface DutyPart {
  /** Id of the issuer and year, or its substitute, as in the addresses of its papers. */
  readonly issuer: string;
  readonly year: string;
  readonly rows: readonly DutyRow[];
}

const made = new WeakMap<CorpusRows, ReadonlyMap<string, DutyPart>>();

/** @returns by `issuer/year`, in the order of these; every order stands in one part */
export function listDutyParts(rows: CorpusRows): ReadonlyMap<string, DutyPart> {
  const known = made.get(rows);
  if (known) return known;
  const grouped = Map.groupBy(rows.duties, ({ document }) => document.key.split('/').slice(0, 2).join('/'));
  const parts = new Map([...grouped].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, own]) => {
    const [issuer = '', year = ''] = name.split('/');
    return [name, { issuer, year, rows: own }];
  }));
  made.set(rows, parts);
  return parts;
}
