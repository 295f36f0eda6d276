/** What the page `/nhap-thu/` and its worker say to each other. */
import type { BarKind } from '../dispatch/gate.ts';
import type { DocumentRecord } from '../domain/record.ts';
import type { Reading } from '../intake/reading.ts';

export interface IntakeResult {
  readonly name: string;
  readonly reading: Reading;
  readonly record: DocumentRecord;
  readonly bars: readonly { readonly kind: BarKind; readonly actual: string; readonly line: number }[];
  /** Citations with the address of the page that the site has for them. */
  readonly links: readonly { readonly label: string; readonly url: string | null; readonly held: boolean }[];
  /** Hash of the dropped file. */
  readonly sha256: string;
  /** The document's file as import would write it, but for the check of spelling; `null` for what must not be published. */
  readonly mdx: string | null;
}

export type ToIntakeWorker =
  | { readonly kind: 'start'; readonly base: string }
  | { readonly kind: 'read'; readonly id: number; readonly name: string; readonly bytes: ArrayBuffer };

export type FromIntakeWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'page'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly id: number; readonly result: IntakeResult }
  | { readonly kind: 'unreadable'; readonly id: number; readonly message: string }
  | { readonly kind: 'failed'; readonly id: number | null; readonly message: string };
