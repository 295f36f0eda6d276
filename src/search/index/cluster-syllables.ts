/**
 * Puts syllables that are asked together into one file: "công" beside "đoàn", "lao" beside "động". A query then needs about half as
 * many files as it has syllables, and files stay small.
 */

export interface SizedSyllable {
  readonly key: string;
  /** Documents that have it. */
  readonly documents: number;
  /** Of its entry. */
  readonly bytes: number;
}

/** Two syllables and in how many documents they stand side by side. */
export type Bond = readonly [a: string, b: string, documents: number];

export interface ClusterLimits {
  /** Bytes that a file of bound syllables may have. */
  readonly bound: number;
  /** Bytes up to which syllables that nothing binds share a file. */
  readonly loose: number;
}

/** Neighbours in fewer documents say nothing about what is asked together. */
const LEAST_DOCUMENTS = 3;

/**
 * Joins from the strongest bond down while the file stays small; what is left over is packed in alphabetical order.
 * @param syllables in alphabetical order
 * @returns the keys of each file
 */
export function clusterSyllables(syllables: readonly SizedSyllable[], bonds: readonly Bond[], limits: ClusterLimits): string[][] {
  const clusters = new Map(syllables.map((syllable) => [syllable.key, { keys: [syllable.key], bytes: syllable.bytes }]));
  const documents = new Map(syllables.map((syllable) => [syllable.key, syllable.documents]));
  const strength = ([a, b, together]: Bond): number => (2 * together) / ((documents.get(a) ?? 0) + (documents.get(b) ?? 0));
  const ordered = bonds
    .filter(([a, b, together]) => a !== b && together >= LEAST_DOCUMENTS)
    .map((bond) => ({ bond, strength: strength(bond) }))
    .sort((x, y) => y.strength - x.strength || (x.bond[0] === y.bond[0] ? (x.bond[1] < y.bond[1] ? -1 : 1) : x.bond[0] < y.bond[0] ? -1 : 1));
  for (const { bond: [a, b] } of ordered) {
    const one = clusters.get(a);
    const other = clusters.get(b);
    if (!one || !other || one === other || one.bytes + other.bytes > limits.bound) continue;
    one.keys.push(...other.keys);
    one.bytes += other.bytes;
    for (const key of other.keys) clusters.set(key, one);
  }
  return packLoose([...new Set(clusters.values())], limits.loose);
}

function packLoose(clusters: readonly { readonly keys: readonly string[]; readonly bytes: number }[], limit: number): string[][] {
  const files: string[][] = [];
  let open: string[] | null = null;
  let bytes = 0;
  for (const cluster of clusters) {
    if (cluster.bytes >= limit / 2) {
      files.push(cluster.keys.toSorted());
      continue;
    }
    if (open === null || bytes + cluster.bytes > limit) {
      files.push((open = []));
      bytes = 0;
    }
    open.push(...cluster.keys);
    bytes += cluster.bytes;
  }
  return files;
}
