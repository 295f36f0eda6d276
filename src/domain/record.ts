/**
 * The record: everything the program read from one dispatch. Printed by `npm run inspect`, stored as front matter of the
 * document's MDX file, offered as the JSON download. Field names and closed lists are a contract with other tools: extend, never rename.
 */
import { z } from 'zod';
import { partialDateSchema } from './partial-date.ts';

/** How one document relates to another it cites (domain guide 4.2). */
export const RELATIONS = ['legal_basis', 'implements', 'propagates', 'mentions', 'follows_up', 'answers', 'replaces', 'repeals',
  'amends', 'corrects', 'issues', 'issued_with', 'guides'] as const;
export const relationSchema = z.enum(RELATIONS);
export type Relation = z.infer<typeof relationSchema>;

/** How a mention is written: whole, whole again, number only, in the V/v line, defining a short name, by that name, of itself. */
export const MENTION_FORMS = ['full', 'restated', 'short', 'subject', 'definition', 'alias', 'self'] as const;
export const DIRECTIVE_KINDS = ['umbrella', 'operative', 'requirement', 'criterion', 'topic', 'schedule', 'assignment', 'closing', 'contact'] as const;
export const COMPARATORS = ['eq', 'gte', 'gt', 'lte', 'lt', 'range'] as const;
export const SEVERITIES = ['error', 'warning', 'info'] as const;

/** Document type: official code (`NQ`, `KH`, `CV`) and Vietnamese name (`Nghị quyết`). */
export const documentTypeSchema = z.object({ code: z.string(), name: z.string() });
export type DocumentType = z.infer<typeof documentTypeSchema>;

/** Issuing organ: stable id (`ldld-hung-yen`) and full name. */
export const issuerSchema = z.object({ id: z.string(), name: z.string() });
export type Issuer = z.infer<typeof issuerSchema>;

/** Provision inside a cited document, from small to large as printed: `điểm a khoản 2 Điều 5`. */
export const provisionSchema = z.object({ raw: z.string(), anchor: z.string().nullable() });

export const mentionSchema = z.object({
  /** Exact source words, from the type word (or the number when it has none) to the end of the number or name. */
  raw: z.string(),
  /** Counted from 1 in the source file; columns in UTF-16 units. */
  line: z.int().min(1),
  column: z.int().min(1),
  form: z.enum(MENTION_FORMS),
  /** Anchor of the paragraph that holds the mention, in the citing document. */
  anchor: z.string().nullable(),
  /** The sentence around the mention, in the source's words (page breaks joined by one blank). */
  sentence: z.string().nullable().default(null),
  provision: provisionSchema.nullable().default(null),
});
export type Mention = z.infer<typeof mentionSchema>;

export const citationSchema = z.object({
  key: z.string().nullable(),
  number: z.string().nullable(),
  type: documentTypeSchema.nullable(),
  date: partialDateSchema.nullable(),
  /** Full name; a relative name carries its resolved place in brackets: `Ban Thường vụ Tỉnh ủy (Tây Ninh)`. */
  issuer: z.string().nullable(),
  /** Organ id that the key was built with. */
  issuerId: z.string().nullable().default(null),
  title: z.string().nullable(),
  relation: relationSchema,
  mentions: z.array(mentionSchema),
});
export type Citation = z.infer<typeof citationSchema>;

export const edgeSchema = z.object({
  fromNumber: z.string().nullable(),
  toNumber: z.string().nullable(),
  relation: relationSchema,
  line: z.int().min(1),
  fromKey: z.string().nullable().default(null),
  toKey: z.string().nullable().default(null),
  anchor: z.string().nullable().default(null),
});
export type CitationEdge = z.infer<typeof edgeSchema>;

export const outlineEntrySchema = z.object({
  anchor: z.string(),
  kind: z.string(),
  /** As printed ("IV.", "3.1.", "a)", "Điều 5.", "-"); `null` for paragraphs. */
  label: z.string().nullable(),
  line: z.int().min(1),
  /** Number of labelled nodes around it plus one; 0 for regions. */
  depth: z.int().min(0),
  title: z.string().nullable(),
});
export type OutlineEntry = z.infer<typeof outlineEntrySchema>;

export const directiveSchema = z.object({
  anchor: z.string().nullable(),
  line: z.int().min(1).nullable().default(null),
  text: z.string(),
  actor: z.string().nullable(),
  addressee: z.string().nullable(),
  modality: z.string().nullable(),
  kind: z.enum(DIRECTIVE_KINDS),
  deadline: z.string().nullable(),
  period: z.string().nullable(),
  frequency: z.string().nullable(),
});
export type Directive = z.infer<typeof directiveSchema>;

const targetBase = z.object({
  text: z.string(),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  comparator: z.enum(COMPARATORS),
  subject: z.string().nullable(),
  measure: z.string().nullable(),
});
export const targetSchema = targetBase.extend({
  anchor: z.string().nullable(),
  line: z.int().min(1),
  /** Upper end when `comparator` is `range`. */
  valueTo: z.number().nullable().default(null),
  period: z.string().nullable(),
  nested: z.array(targetBase.partial({ text: true, subject: true, measure: true })).default([]),
});
export type Target = z.infer<typeof targetSchema>;

export const milestoneSchema = z.object({
  anchor: z.string().nullable(),
  line: z.int().min(1),
  text: z.string(),
  event: z.string().nullable(),
  date: z.string().nullable(),
});
export type Milestone = z.infer<typeof milestoneSchema>;

export const messageSchema = z.object({
  ruleId: z.string(),
  severity: z.enum(SEVERITIES),
  line: z.int().min(1),
  column: z.int().min(1),
  /** Vietnamese: what was seen, what is needed, the remedy. */
  message: z.string(),
  actual: z.string().nullable(),
  expected: z.string().nullable(),
  /** Anchor of the paragraph the message is about. */
  anchor: z.string().nullable().default(null),
  /** The other place of a contradiction. */
  cause: z.object({ line: z.int().min(1), column: z.int().min(1), anchor: z.string().nullable() }).nullable().default(null),
});
export type Message = z.infer<typeof messageSchema>;

export const inferenceSchema = z.object({
  field: z.string(),
  evidence: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
});
export type Inference = z.infer<typeof inferenceSchema>;

/** Editorial correction applied to this document (from `content/corrections/`). */
export const correctionSchema = z.object({
  /** Exact source words. */
  original: z.string(),
  correction: z.string(),
  reason: z.string(),
  by: z.string(),
  date: partialDateSchema,
  line: z.int().min(1).nullable(),
  anchor: z.string().nullable(),
});
export type AppliedCorrection = z.infer<typeof correctionSchema>;

/** Who signed: on whose behalf (`TM. BAN THƯỜNG VỤ`), post (`PHÓ CHỦ TỊCH`), name. */
export const signatureSchema = z.object({ capacity: z.string().nullable(), position: z.string().nullable(), name: z.string().nullable() });

export const documentRecordSchema = z.object({
  /** Path of the source, relative to `content/sources` for the corpus, as given on the command line for `inspect`. */
  file: z.string(),
  sha256: z.string(),
  key: z.string(),
  url: z.string(),
  number: z.string().nullable(),
  numberRaw: z.string().nullable(),
  symbol: z.string().nullable(),
  type: documentTypeSchema.nullable(),
  date: partialDateSchema.nullable(),
  place: z.string().nullable(),
  issuer: issuerSchema.nullable(),
  subject: z.string().nullable(),
  addressees: z.array(z.string()),
  recipients: z.array(z.object({ name: z.string(), purpose: z.string().nullable() })),
  signature: signatureSchema.nullable(),
  inferred: z.array(inferenceSchema),
  citations: z.array(citationSchema),
  edges: z.array(edgeSchema),
  outline: z.array(outlineEntrySchema),
  directives: z.array(directiveSchema),
  targets: z.array(targetSchema),
  milestones: z.array(milestoneSchema),
  messages: z.array(messageSchema),
  /** Every signer of a joint paper, left to right; `signature` is the first. Empty when there is one or none. */
  signatures: z.array(signatureSchema).default([]),
  /** Urgency and secrecy words on the paper ("KHẨN"), in order. */
  marks: z.array(z.string()).default([]),
  /** No number or no day: the paper may be a draft. */
  maybeDraft: z.boolean().default(false),
  /** `raw`: as received; `machine`: checked by the program without warnings; `person`: checked by a person. */
  proofreading: z.enum(['raw', 'machine', 'person']).default('raw'),
  corrections: z.array(correctionSchema).default([]),
  /** Version of the parser that wrote the record. */
  parserVersion: z.string().default('1'),
});
export type DocumentRecord = z.infer<typeof documentRecordSchema>;
