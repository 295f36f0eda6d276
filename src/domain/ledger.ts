/**
 * The ledger of published addresses: what `npm run release` has promised and no later build may lose.
 * Stored as `content/permalinks/<issuer>/<year>.json`, one file per issuing organ and year, key-sorted.
 */
import { z } from 'zod';
import { partialDateSchema } from './partial-date.ts';

const keySchema = z.string().regex(/^[a-z0-9-]+\/(?:\d{4}|khong-nam)\/[a-z0-9-]+$/u);
const daySchema = partialDateSchema.refine((date) => date.length === 10, 'expected a whole date such as 2026-11-21');

/** What has been promised for one document. */
export const ledgerEntrySchema = z.strictObject({
  /** Short permalink: `/v/<code>/`. */
  code: z.string().regex(/^[0-9a-hjkmnp-tv-z]{6}$/u),
  /** Page address without base path: `/van-ban/<key>/`. */
  url: z.string(),
  /** Every anchor published on that page, in document order; empty while the document is only cited. */
  anchors: z.array(z.string()),
  /** Source file of a held document, relative to `content/sources`; `null` while it is only cited. Tells a changed key from a lost document. */
  file: z.string().nullable(),
  /** Number of a document that is only cited, so that its page can name it when nobody cites it any more. */
  number: z.string().optional(),
  /** Day of the first release. */
  released: daySchema,
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** A document taken off the site: its address answers with the reason, its text is gone from pages, exports and search. */
export const tombstoneSchema = z.strictObject({
  key: keySchema,
  /** Vietnamese, shown on the page. */
  reason: z.string().min(1),
  date: daySchema,
  /** Source that must not be imported again. */
  file: z.string().nullable().default(null),
  sha256: z.string().nullable().default(null),
});
export type Tombstone = z.infer<typeof tombstoneSchema>;

export const ledgerFileSchema = z.strictObject({
  documents: z.record(keySchema, ledgerEntrySchema).default({}),
  /** Old key -> new key, after a correction of number, year or organ. The old entry stays in `documents`. */
  redirects: z.record(keySchema, keySchema).default({}),
  tombstones: z.array(tombstoneSchema).default([]),
});
export type LedgerFile = z.infer<typeof ledgerFileSchema>;

/** All files of the ledger as one value. */
export interface Ledger {
  readonly documents: ReadonlyMap<string, LedgerEntry>;
  readonly redirects: ReadonlyMap<string, string>;
  readonly tombstones: ReadonlyMap<string, Tombstone>;
}

/** Joins ledger files into one value. @throws Error when two files promise the same key or short code */
export function mergeLedgerFiles(files: Iterable<LedgerFile>): Ledger {
  const documents = new Map<string, LedgerEntry>();
  const redirects = new Map<string, string>();
  const tombstones = new Map<string, Tombstone>();
  const codes = new Map<string, string>();
  for (const file of files) {
    for (const [key, entry] of Object.entries(file.documents)) {
      const other = codes.get(entry.code);
      if (documents.has(key) || other !== undefined) throw new Error(`mergeLedgerFiles: unexpected second entry of ${key} or of code ${entry.code} (${other ?? key})`);
      documents.set(key, entry);
      codes.set(entry.code, key);
    }
    for (const [from, to] of Object.entries(file.redirects)) redirects.set(from, to);
    for (const tombstone of file.tombstones) tombstones.set(tombstone.key, tombstone);
  }
  return { documents, redirects, tombstones };
}

/** Published short codes, which win over newly computed ones. @returns key -> code, as `assignShortCodes` takes it */
export function releasedCodes(ledger: Ledger): Map<string, string> {
  return new Map([...ledger.documents].map(([key, entry]) => [key, entry.code]));
}

/** Released documents that were only cited: their pages stay when the text that cited them is withdrawn or read anew. @returns key -> number */
export function releasedCitations(ledger: Ledger): Map<string, string | null> {
  return new Map([...ledger.documents].filter(([key, entry]) => entry.file === null && !ledger.redirects.has(key) && !ledger.tombstones.has(key)).map(([key, entry]) => [key, entry.number ?? null]));
}

/** Follows redirects to the last key. @returns the key itself when nothing redirects it; stops at a loop */
export function followRedirects(key: string, redirects: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let current = key;
  for (let next = redirects.get(current); next !== undefined && !seen.has(next); next = redirects.get(current)) {
    seen.add(current);
    current = next;
  }
  return current;
}
