/** What is asked of the engine, and what it answers. */
import type { Reading, ReadingKind } from './query/plan.ts';
import type { Facet, Filters } from './rank/filters.ts';
import type { Excerpt } from './show/excerpt.ts';

export type SortOrder = 'phu-hop' | 'moi' | 'cu';

export interface SearchRequest {
  readonly query: string;
  readonly undone?: readonly ReadingKind[];
  readonly filters?: Filters;
  readonly sort?: SortOrder;
}

/** What stands above the hits about a number. */
export interface NumberAnswer {
  readonly text: string;
  /** Documents that bear the number. */
  readonly documents: readonly number[];
  /** Offered when there are none. */
  readonly nearest: readonly (readonly [document: number, number: string])[];
}

export interface Hit {
  readonly document: number;
  readonly score: number;
  /** Why it stands where it does. */
  readonly reason: 'number' | 'cites' | 'date' | 'text';
  /** Near-duplicates of this document that are folded under it. */
  readonly alike: readonly number[];
}

export interface Suggestion {
  readonly query: string;
}

export interface Answer {
  readonly query: string;
  readonly readings: readonly Reading[];
  readonly numbers: readonly NumberAnswer[];
  readonly hits: readonly Hit[];
  /** Documents found, near-duplicates counted. */
  readonly total: number;
  readonly facets: readonly Facet[];
  readonly suggestions: readonly Suggestion[];
  /** A file of the index could not be had, so something may be missing. */
  readonly incomplete: boolean;
}

export interface Described {
  readonly document: number;
  readonly url: string;
  readonly title: string;
  readonly number: string | null;
  readonly type: string | null;
  readonly issuer: string | null;
  readonly date: string | null;
  readonly held: boolean;
  readonly excerpt: Excerpt | null;
}
