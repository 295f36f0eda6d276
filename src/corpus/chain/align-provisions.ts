/** Two documents side by side: which provision of one says what a provision of the other says. */
import { foldVietnamese } from '../../domain/vietnamese.ts';

export interface Provision {
  readonly anchor: string;
  readonly text: string;
}

export interface AlignedPair {
  readonly left: Provision | null;
  readonly right: Provision | null;
  /** 0 to 1; 0 where one side has nothing like it. */
  readonly likeness: number;
}

/** Provisions less alike than this are not held to say the same. */
const ALIKE = 0.3;

/**
 * Aligns provisions by the words they share, rarer words counting more, each used once, the most alike first.
 * @returns rows in the order of the left document, what only the right one has after them in its own order
 */
export function alignProvisions(left: readonly Provision[], right: readonly Provision[]): AlignedPair[] {
  const wordsOf = [...left, ...right].map(({ text }) => listPairs(text));
  const frequency = new Map<string, number>();
  for (const words of wordsOf) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const weigh = (word: string): number => 1 / (frequency.get(word) ?? 1) ** 0.5;
  const sums = wordsOf.map((words) => [...words].reduce((sum, word) => sum + weigh(word), 0));
  const candidates: { a: number; b: number; likeness: number }[] = [];
  left.forEach((_, a) => {
    right.forEach((__, b) => {
      const mine = wordsOf[a] ?? new Set<string>();
      const other = wordsOf[left.length + b] ?? new Set<string>();
      let shared = 0;
      for (const word of mine) if (other.has(word)) shared += weigh(word);
      const whole = Math.min(sums[a] ?? 0, sums[left.length + b] ?? 0);
      const likeness = whole === 0 ? 0 : shared / (0.7 * whole + 0.3 * Math.max(sums[a] ?? 0, sums[left.length + b] ?? 0));
      if (likeness >= ALIKE) candidates.push({ a, b, likeness: Math.min(likeness, 1) });
    });
  });
  candidates.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b);
  const rightOf = new Map<number, { b: number; likeness: number }>();
  const taken = new Set<number>();
  for (const { a, b, likeness } of candidates) {
    if (rightOf.has(a) || taken.has(b)) continue;
    rightOf.set(a, { b, likeness });
    taken.add(b);
  }
  return [
    ...left.map((provision, a): AlignedPair => {
      const match = rightOf.get(a);
      return { left: provision, right: match === undefined ? null : (right[match.b] ?? null), likeness: match?.likeness ?? 0 };
    }),
    ...right.flatMap((provision, b): AlignedPair[] => (taken.has(b) ? [] : [{ left: null, right: provision, likeness: 0 }])),
  ];
}

/** Neighbouring words, folded: single words of officialese are in every paragraph. */
function listPairs(text: string): Set<string> {
  const words = foldVietnamese(text).match(/[a-z0-9]+/gu) ?? [];
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < words.length; at++) pairs.add(`${words[at]} ${words[at + 1]}`);
  return pairs;
}
