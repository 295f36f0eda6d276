/** Hand-kept tables about the corpus as a whole: kinds of units that must act, topics, known statuses. A content folder may bring its own. */
import { z } from 'zod';
import { partialDateSchema } from './partial-date.ts';

/** A kind of unit that orders are given to: `Công đoàn cơ sở`. */
export const unitKindSchema = z.object({
  /** Address part: `cong-doan-co-so`. */
  id: z.string().regex(/^[a-z0-9-]+$/u),
  name: z.string(),
  /** Words by which papers name it; accents and case do not matter. */
  words: z.array(z.string()).min(1),
});
export type UnitKind = z.infer<typeof unitKindSchema>;

/** A group of organs that papers address together: `các công đoàn cơ sở`. */
export const organGroupSchema = z.object({
  /** Address part below `/co-quan/nhom/`. */
  id: z.string().regex(/^[a-z0-9-]+$/u),
  name: z.string(),
  /** Words by which papers name the whole group; accents and case do not matter. */
  words: z.array(z.string()).min(1),
  /** Who belongs to it: kinds of organ by the first part of their id, at one level or in one system when that is said. */
  organs: z.array(z.object({ type: z.string(), level: z.enum(['central', 'province', 'district', 'commune', 'grassroots']).optional(), system: z.string().optional() })).min(1),
});
export type OrganGroup = z.infer<typeof organGroupSchema>;

/** A topic to browse by: named by hand, found by the documents it goes back to and by phrases of titles. */
export const topicSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/u),
  name: z.string(),
  /** Keys of documents whose carrying out makes the topic: `bo-chinh-tri/2024/57-nq-tw`. */
  roots: z.array(z.string()).default([]),
  /** Phrases of titles; accents and case do not matter. */
  phrases: z.array(z.string()).default([]),
});
export type Topic = z.infer<typeof topicSchema>;

/** What somebody knows of a document's force beyond what the corpus says. */
export const knownStatusSchema = z.object({
  key: z.string(),
  state: z.enum(['replaced', 'repealed', 'amended', 'expired']),
  /** Key of the document that did it, when there is one. */
  by: z.string().nullable().default(null),
  /** Day from which it holds. */
  from: partialDateSchema.nullable().default(null),
  /** Where this can be checked. */
  source: z.string(),
});
export type KnownStatus = z.infer<typeof knownStatusSchema>;
