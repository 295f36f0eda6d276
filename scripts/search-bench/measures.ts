/** Measures over ranked answers. */

export interface Quality {
  readonly recallAt10: number;
  readonly reciprocalRank: number;
  /** Share of queries without any result. */
  readonly empty: number;
}

/** @param answers for each query the ids of the first ten results, and the ids that are right */
export function measureQuality(answers: readonly { readonly results: readonly string[]; readonly relevant: readonly string[] }[]): Quality {
  let recall = 0;
  let rank = 0;
  let empty = 0;
  for (const { results, relevant } of answers) {
    recall += relevant.filter((id) => results.includes(id)).length / Math.max(1, relevant.length);
    const first = results.findIndex((id) => relevant.includes(id));
    if (first >= 0) rank += 1 / (first + 1);
    if (results.length === 0) empty++;
  }
  const count = Math.max(1, answers.length);
  return { recallAt10: recall / count, reciprocalRank: rank / count, empty: empty / count };
}

/** The value below which a share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
