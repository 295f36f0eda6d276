/** Files offered for download besides the record: what their fields are. JSON Schemas are made from these. */
import { z } from 'zod';
import { partialDateSchema } from './partial-date.ts';
import { documentTypeSchema, issuerSchema } from './record.ts';

/** One row of `/du-lieu/index.json`. */
export const indexEntrySchema = z.object({
  key: z.string(),
  /** `Kế hoạch số 146/KH-LĐLĐ`. */
  name: z.string(),
  number: z.string().nullable(),
  type: documentTypeSchema.nullable(),
  date: partialDateSchema.nullable(),
  issuer: issuerSchema,
  title: z.string().nullable(),
  /** `held`: with full text; `cited`: known from citations alone. */
  state: z.enum(['held', 'cited']),
  url: z.string(),
  shortUrl: z.string(),
  /** Hash of the source as received; `null` while it is only cited. */
  sha256: z.string().nullable(),
  proofreading: z.enum(['raw', 'machine', 'person']).nullable(),
  /** Addresses of the downloads, by ending. */
  files: z.record(z.string(), z.string()),
});
export type IndexEntry = z.infer<typeof indexEntrySchema>;
export const indexSchema = z.array(indexEntrySchema);

/** `/du-lieu/manifest.json`: every file of the site by path, with size and hash. */
export const manifestSchema = z.object({
  /** Hash over all paths and hashes: two sites with the same id are the same, byte for byte. */
  id: z.string(),
  files: z.record(z.string(), z.tuple([z.int(), z.string()])),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** `/nhung/<key>.oembed.json`, as oEmbed 1.0 asks. */
export const oembedSchema = z.object({
  version: z.literal('1.0'), type: z.literal('rich'), title: z.string(), author_name: z.string(), provider_name: z.string(), provider_url: z.string(),
  cache_age: z.int(), width: z.int(), height: z.int(), html: z.string(),
});
