/** What a document asks for, by who must act. */
import type { Directive } from '../domain/record.ts';

export interface DutyGroup {
  /** Addressee as the record names it; `null` when the text names none. */
  readonly addressee: string | null;
  readonly duties: readonly Directive[];
}

/** Kinds that ask somebody to do something; the umbrella sentence and the closing formula only introduce and end the list. */
const ASKING: ReadonlySet<Directive['kind']> = new Set(['operative', 'requirement', 'criterion', 'topic', 'schedule', 'assignment']);

/** Groups the duties by addressee, in the order of the text. */
export function groupDuties(directives: readonly Directive[]): DutyGroup[] {
  const groups = new Map<string | null, Directive[]>();
  for (const directive of directives) {
    if (!ASKING.has(directive.kind)) continue;
    const group = groups.get(directive.addressee);
    if (group) group.push(directive);
    else groups.set(directive.addressee, [directive]);
  }
  return [...groups].map(([addressee, duties]) => ({ addressee, duties }));
}

/**
 * Splits groups after a number of duties; a group may stand on both sides. A rest of three or fewer is not worth folding.
 * @param open duties that stay in sight
 */
export function splitDuties(groups: readonly DutyGroup[], open: number): { shown: DutyGroup[]; folded: DutyGroup[] } {
  const total = groups.reduce((sum, group) => sum + group.duties.length, 0);
  if (total <= open + 3) return { shown: [...groups], folded: [] };
  const shown: DutyGroup[] = [];
  const folded: DutyGroup[] = [];
  let room = open;
  for (const { addressee, duties } of groups) {
    if (room > 0) shown.push({ addressee, duties: duties.slice(0, room) });
    if (duties.length > room) folded.push({ addressee, duties: duties.slice(Math.max(room, 0)) });
    room = Math.max(0, room - duties.length);
  }
  return { shown, folded };
}
