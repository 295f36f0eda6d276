/** Documents that carry out one and the same document, and the cascade from a resolution down, with its lag in days. */
import { isBasis } from './chain.ts';
import { documentOf, type Corpus, type CorpusDocument, type Link } from '../graph/graph.ts';

export interface Sibling {
  readonly document: CorpusDocument;
  /** Bases that both rest on. */
  readonly shared: readonly CorpusDocument[];
}

/** A basis that more documents rest on than this makes no siblings: a law of procedure stands in every decision. */
const TOO_COMMON = 40;

/** Held documents that rest on a basis of this one; those that share more, and rarer, bases first. */
export function listSiblings(corpus: Corpus, key: string, most = 12): Sibling[] {
  const shared = new Map<string, { documents: CorpusDocument[]; weight: number }>();
  for (const { to } of (corpus.outgoing.get(key) ?? []).filter(isBasis)) {
    const relying = (corpus.incoming.get(to) ?? []).filter(isBasis);
    if (relying.length > TOO_COMMON) continue;
    for (const { from } of relying) {
      if (from === key || !documentOf(corpus, from).held) continue;
      const entry = shared.get(from) ?? { documents: [], weight: 0 };
      entry.documents.push(documentOf(corpus, to));
      entry.weight += 1 / relying.length;
      shared.set(from, entry);
    }
  }
  return [...shared].sort(([a, x], [b, y]) => y.weight - x.weight || (a < b ? -1 : 1)).slice(0, most).map(([from, { documents }]) => ({ document: documentOf(corpus, from), shared: documents }));
}

/** Keys of the bases by which two documents are siblings, in the order of the first one's. */
export function listShared(corpus: Corpus, left: string, right: string): string[] {
  const other = new Set((corpus.outgoing.get(right) ?? []).filter(isBasis).map(({ to }) => to));
  return (corpus.outgoing.get(left) ?? []).filter((link) => isBasis(link) && other.has(link.to) && (corpus.incoming.get(link.to) ?? []).filter(isBasis).length <= TOO_COMMON).map(({ to }) => to);
}

export interface CascadeStep {
  readonly document: CorpusDocument;
  /** Hops below the root. */
  readonly depth: number;
  readonly link: Link;
  /** Days from the root's day to this document's; `null` when one of them has no whole day. */
  readonly lagDays: number | null;
  /** Days after the document it carries out directly. */
  readonly stepDays: number | null;
}

/**
 * Who carries out a document, by the way with the fewest hops, level by level; within a level in the order of days.
 * @param most steps listed
 */
export function listCascade(corpus: Corpus, root: string, most = 400): CascadeStep[] {
  const start = documentOf(corpus, root);
  const seen = new Set([root]);
  const steps: CascadeStep[] = [];
  let edge = [root];
  for (let depth = 1; edge.length > 0 && steps.length < most; depth++) {
    const level: CascadeStep[] = [];
    for (const key of edge) {
      for (const link of corpus.incoming.get(key) ?? []) {
        if (!isBasis(link) || seen.has(link.from)) continue;
        seen.add(link.from);
        const document = documentOf(corpus, link.from);
        level.push({ document, depth, link, lagDays: countDays(start.date, document.date), stepDays: countDays(documentOf(corpus, key).date, document.date) });
      }
    }
    level.sort((a, b) => ((a.document.date ?? '9999') === (b.document.date ?? '9999') ? (a.document.key < b.document.key ? -1 : 1) : (a.document.date ?? '9999') < (b.document.date ?? '9999') ? -1 : 1));
    steps.push(...level);
    edge = level.map(({ document }) => document.key);
  }
  return steps.slice(0, most);
}

/** Whole days between two whole dates; `null` when one is partial. */
export function countDays(from: string | null, to: string | null): number | null {
  if (from?.length !== 10 || to?.length !== 10) return null;
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Siblings of one document that get a page of their own, fewer where the corpus is large: pairs grow with its square. */
export function countCompared(corpus: Corpus): number {
  const held = [...corpus.documents.values()].filter((document) => document.held).length;
  return held <= 300 ? 6 : held <= 1500 ? 3 : 1;
}

/** Address of the page that sets two siblings side by side; the same from both sides. */
export function compareUrl(a: CorpusDocument, b: CorpusDocument): string {
  const [first, second] = a.key < b.key ? [a, b] : [b, a];
  return `${first.url}so-sanh/${second.key}/`;
}
