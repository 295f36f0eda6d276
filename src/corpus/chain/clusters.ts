/** The citation graph drawn together into clusters: readable with five documents and with five thousand. */
import { isBasis } from './chain.ts';
import type { Corpus, CorpusDocument } from '../graph/graph.ts';

export interface Cluster {
  readonly id: string;
  readonly name: string;
  readonly heldCount: number;
  readonly citedCount: number;
  /** Links inside the cluster. */
  readonly inner: number;
}

export interface ClusterTie {
  /** Documents of this cluster rest on documents of that one. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

export interface ClusterMap {
  /** In the order asked for, or most documents first. */
  readonly clusters: readonly Cluster[];
  /** Strongest first. */
  readonly ties: readonly ClusterTie[];
}

/**
 * Clusters documents by a property and counts the bases between clusters.
 * @param clusterOf id and name of the clusters of a document; none leaves it out
 * @param order     ids in their order; otherwise by size
 */
export function clusterCorpus(corpus: Corpus, clusterOf: (document: CorpusDocument) => readonly { readonly id: string; readonly name: string }[], order: readonly string[] = []): ClusterMap {
  const clusters = new Map<string, { id: string; name: string; heldCount: number; citedCount: number; inner: number }>();
  const idsOf = new Map<string, readonly string[]>();
  for (const document of corpus.documents.values()) {
    const own = clusterOf(document);
    idsOf.set(document.key, own.map(({ id }) => id));
    for (const { id, name } of own) {
      const cluster = clusters.get(id) ?? { id, name, heldCount: 0, citedCount: 0, inner: 0 };
      if (document.held) cluster.heldCount++;
      else cluster.citedCount++;
      clusters.set(id, cluster);
    }
  }
  const ties = new Map<string, { from: string; to: string; count: number }>();
  for (const link of [...corpus.outgoing.values()].flat()) {
    if (!isBasis(link)) continue;
    for (const from of idsOf.get(link.from) ?? []) {
      for (const to of idsOf.get(link.to) ?? []) {
        const cluster = clusters.get(from);
        if (from === to && cluster) cluster.inner++;
        if (from === to) continue;
        const tie = ties.get(`${from} ${to}`) ?? { from, to, count: 0 };
        tie.count++;
        ties.set(`${from} ${to}`, tie);
      }
    }
  }
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return {
    clusters: [...clusters.values()].sort((a, b) => place(a.id) - place(b.id) || b.heldCount + b.citedCount - a.heldCount - a.citedCount || (a.id < b.id ? -1 : 1)),
    ties: [...ties.values()].sort((a, b) => b.count - a.count || (a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from < b.from ? -1 : 1)),
  };
}
