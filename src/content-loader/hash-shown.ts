/** Hash of what a list shows, as the `cacheKey` of its page: the page is rendered again when it shows something else. */
import { hash } from 'node:crypto';
import type { CorpusDocument } from '../corpus/graph/graph.ts';

/**
 * @param shown    plain values and documents; all that the page prints besides what it looks at in the graph
 * @param digestOf stands for a document
 */
export function hashShown(shown: unknown, digestOf: (document: CorpusDocument) => string): string {
  return hash('sha1', JSON.stringify(shown, (_name, value: unknown) => (isDocument(value) ? digestOf(value) : value)));
}

function isDocument(value: unknown): value is CorpusDocument {
  return typeof value === 'object' && value !== null && 'key' in value && 'code' in value && 'spellings' in value;
}
