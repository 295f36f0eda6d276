/** Topics of documents: by the roots they go back to, and by phrases of their titles. */
import type { Topic } from '../../domain/corpus-tables.ts';
import { foldVietnamese } from '../../domain/vietnamese.ts';
import { isBasis } from '../chain/chain.ts';
import type { Corpus, CorpusDocument } from '../graph/graph.ts';
import { compareNewest } from './lists.ts';

export interface TopicDocuments {
  readonly topic: Topic;
  /** Newest first. */
  readonly documents: readonly CorpusDocument[];
  /** Documents of the corpus that the topic is built on. */
  readonly roots: readonly CorpusDocument[];
}

export interface TopicIndex {
  /** Topics that have documents, most documents first. */
  readonly topics: readonly TopicDocuments[];
  readonly topicsOf: ReadonlyMap<string, readonly Topic[]>;
}

/** Hops by which a document still belongs to the topic of its root. */
const FARTHEST = 3;

/** Finds the documents of each topic. */
export function indexTopics(corpus: Corpus, topics: readonly Topic[]): TopicIndex {
  const topicsOf = new Map<string, Topic[]>();
  const found: TopicDocuments[] = [];
  const titles = new Map([...corpus.documents.values()].map(({ key, title }) => [key, title === null ? '' : ` ${fold(title)} `]));
  for (const topic of topics) {
    const keys = new Set(topic.roots.filter((key) => corpus.documents.has(key)).flatMap((key) => listCarryingOut(corpus, key)));
    const phrases = topic.phrases.map(fold);
    for (const [key, title] of titles) if (phrases.some((phrase) => title.includes(` ${phrase} `))) keys.add(key);
    const documents = [...keys].flatMap((key) => corpus.documents.get(key) ?? []).sort(compareNewest);
    if (documents.length === 0) continue;
    found.push({ topic, documents, roots: topic.roots.flatMap((key) => corpus.documents.get(key) ?? []) });
    for (const { key } of documents) topicsOf.set(key, [...(topicsOf.get(key) ?? []), topic]);
  }
  return { topics: found.sort((a, b) => b.documents.length - a.documents.length || (a.topic.id < b.topic.id ? -1 : 1)), topicsOf };
}

/** The root and what rests on it, within a few hops: a long way off, almost everything goes back to everything. */
function listCarryingOut(corpus: Corpus, root: string): string[] {
  const seen = new Set([root]);
  let edge = [root];
  for (let hop = 0; hop < FARTHEST && edge.length > 0; hop++) {
    const next: string[] = [];
    for (const key of edge) {
      for (const link of corpus.incoming.get(key) ?? []) {
        // A law that everything rests on makes no topic; carrying out or spreading a resolution does.
        if (!isBasis(link) || link.relation === 'legal_basis' && hop > 0 || seen.has(link.from)) continue;
        seen.add(link.from);
        next.push(link.from);
      }
    }
    edge = next;
  }
  return [...seen];
}

function fold(text: string): string {
  return foldVietnamese(text).replace(/[^a-z0-9]+/gu, ' ').trim();
}
