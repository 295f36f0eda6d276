/** Which sentences of a citing document to show. */
import type { Evidence, Link } from '../graph/graph.ts';

export interface PickedEvidence {
  /** Sentences to quote, in the order of the text. */
  readonly shown: readonly Evidence[];
  /** Other places, one for each anchor. */
  readonly others: readonly Evidence[];
}

/**
 * Picks sentences that say something of their own: one for each paragraph, the V/v line only when there is nothing else.
 * @param most sentences to quote
 */
export function pickEvidence(link: Link, most: number): PickedEvidence {
  const seen = new Set<string>();
  const distinct = link.evidence.filter((evidence) => {
    const place = `${evidence.via}#${evidence.anchor ?? evidence.line}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
  const telling = distinct.filter(({ form }) => form !== 'subject');
  const shown = (telling.length > 0 ? telling : distinct).slice(0, most);
  return { shown, others: distinct.filter((evidence) => !shown.includes(evidence)) };
}
