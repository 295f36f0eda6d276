/**
 * Whether words of two papers speak of one document. Runs of neighbouring words are compared, accents folded, so that a shortened title
 * still meets the whole one; figures and years must not contradict each other (`năm 2025`, `năm 2026`).
 */
import { foldVietnamese } from '../../domain/vietnamese.ts';

/**
 * True when two titles name one document: one is most of the other, and no figure contradicts.
 * Titles of fewer than four words say too little and never agree.
 */
export function titlesAgree(a: string | null, b: string | null, share = 0.6): boolean {
  if (a === null || b === null || haveOtherFigures(a, b)) return false;
  const left = runsOf(a, 2);
  const right = runsOf(b, 2);
  const smaller = Math.min(left.size, right.size);
  return smaller >= 3 && countShared(left, right) >= share * smaller;
}

/** Like `titlesAgree`, but neither may leave anything out: plans of two years often differ in their last words alone. */
export function areSameTitles(a: string | null, b: string | null, share: number): boolean {
  if (!titlesAgree(a, b, share)) return false;
  const left = runsOf(a ?? '', 2);
  const right = runsOf(b ?? '', 2);
  return countShared(left, right) >= share * Math.max(left.size, right.size);
}

/** True when two titles are known and cannot be of one document. */
export function titlesDiffer(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && runsOf(a, 2).size >= 3 && runsOf(b, 2).size >= 3 && !titlesAgree(a, b, 0.35);
}

/**
 * How much running text speaks of the document with this title, without naming it.
 * @returns shared runs of three words as a part of the title's, 0 when fewer than three are shared or a year of the title is missing
 */
export function measureSupport(text: string, title: string): number {
  const years = title.match(/(?:19|20)\d{2}/gu) ?? [];
  if (years.some((year) => !text.includes(year))) return 0;
  const runs = runsOf(title, 3);
  const shared = countShared(runs, runsOf(text, 3));
  return shared < 3 ? 0 : shared / runs.size;
}

function runsOf(text: string, size: number): Set<string> {
  const words = foldVietnamese(text).match(/[a-z0-9]+/gu) ?? [];
  const runs = new Set<string>();
  for (let at = 0; at + size <= words.length; at++) runs.add(words.slice(at, at + size).join(' '));
  return runs;
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const run of a) if (b.has(run)) count++;
  return count;
}

/** Both name figures (years, stages), and each has one that the other lacks. */
function haveOtherFigures(a: string, b: string): boolean {
  const left = new Set(a.match(/\d+/gu) ?? []);
  const right = new Set(b.match(/\d+/gu) ?? []);
  return [...left].some((figure) => !right.has(figure)) && [...right].some((figure) => !left.has(figure));
}
