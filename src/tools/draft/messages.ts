/** What page and worker of the draft checker say to each other. */
import type { DraftReport } from './check-draft.ts';

export type ToDraftWorker =
  | { readonly kind: 'start'; readonly base: string }
  | { readonly kind: 'check'; readonly id: number; readonly text: string }
  | { readonly kind: 'read-file'; readonly id: number; readonly bytes: ArrayBuffer };

export type FromDraftWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'report'; readonly id: number; readonly report: DraftReport }
  | { readonly kind: 'text'; readonly id: number; readonly text: string | null }
  | { readonly kind: 'failed'; readonly id: number | null; readonly message: string };
