/** What the page and the search worker say to each other. */
import type { Answer, Described, Hit, SearchRequest } from './answer.ts';

export type ToWorker =
  | { readonly kind: 'start'; readonly base: string }
  | { readonly kind: 'search'; readonly id: number; readonly request: SearchRequest; readonly rows: number; readonly excerpts: number }
  | { readonly kind: 'describe'; readonly id: number; readonly documents: readonly number[]; readonly query: string }
  /** Further hits of the last answer. */
  | { readonly kind: 'more'; readonly id: number; readonly from: number; readonly rows: number }
  | { readonly kind: 'warm' };

export type FromWorker =
  | { readonly kind: 'started' }
  | { readonly kind: 'failed'; readonly id: number | null; readonly message: string }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer; readonly hitCount: number; readonly described: readonly Described[]; readonly nearest: readonly Described[]; readonly milliseconds: number }
  | { readonly kind: 'described'; readonly id: number; readonly described: readonly Described[] }
  | { readonly kind: 'more'; readonly id: number; readonly hits: readonly Hit[]; readonly described: readonly Described[] };
