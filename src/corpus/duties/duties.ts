/** What a document asks for, by who must act. */
import type { Directive } from '../../domain/record.ts';

export interface DutyGroup {
  /** Addressee as the record names it; `null` when the text names none. */
  readonly addressee: string | null;
  readonly duties: readonly Directive[];
}

/** Kinds that ask somebody to do something; the umbrella sentence and the closing formula only introduce and end the list. */
const ASKING: ReadonlySet<Directive['kind']> = new Set(['operative', 'requirement', 'criterion', 'topic', 'schedule', 'assignment']);

/** True when the sentence asks somebody to do something. */
export function isAsking(directive: Directive): boolean {
  return ASKING.has(directive.kind);
}

/** Groups the duties by addressee, in the order of the text. */
export function groupDuties(directives: readonly Directive[]): DutyGroup[] {
  const groups = new Map<string | null, Directive[]>();
  for (const directive of directives) {
    if (!isAsking(directive)) continue;
    const group = groups.get(directive.addressee);
    if (group) group.push(directive);
    else groups.set(directive.addressee, [directive]);
  }
  return [...groups].map(([addressee, duties]) => ({ addressee, duties }));
}

export interface DutyExcerpt {
  /** Duties to quote, by addressee. */
  readonly shown: readonly DutyGroup[];
  /** Where the others stand, in order, with how many stand there. */
  readonly elsewhere: readonly { readonly anchor: string; readonly count: number }[];
  /** Number of duties that are not quoted. */
  readonly restCount: number;
}

/**
 * Quotes the first duties and lists the places of the others: in a plan nearly the whole text is duties.
 * @param most duties to quote; a rest of three or fewer is quoted too
 */
export function excerptDuties(groups: readonly DutyGroup[], most: number): DutyExcerpt {
  const total = groups.reduce((sum, group) => sum + group.duties.length, 0);
  const shown: DutyGroup[] = [];
  const places = new Map<string, number>();
  let room = total <= most + 3 ? total : most;
  for (const { addressee, duties } of groups) {
    if (room > 0) shown.push({ addressee, duties: duties.slice(0, room) });
    for (const { anchor } of duties.slice(room)) if (anchor !== null) places.set(anchor, (places.get(anchor) ?? 0) + 1);
    room = Math.max(0, room - duties.length);
  }
  const shownCount = shown.reduce((sum, group) => sum + group.duties.length, 0);
  return { shown, elsewhere: [...places].map(([anchor, count]) => ({ anchor, count })), restCount: total - shownCount };
}
