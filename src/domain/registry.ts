/**
 * Hand-kept tables of `content/registry/`: document types, issuers, organ types, provinces, abbreviations, regulations.
 * A content folder may bring its own; the parser takes the registry as a parameter and never reads files.
 */
import { z } from 'zod';
import { partialDateSchema } from './partial-date.ts';

/** Which rules of form a document or organ follows. */
export const systemSchema = z.enum(['state', 'party', 'union', 'front', 'mass', 'law', 'other']);
export type System = z.infer<typeof systemSchema>;

export const documentTypeRowSchema = z.object({
  code: z.string(),
  name: z.string(),
  gloss: z.string(),
  systems: z.array(systemSchema),
  /** Other spellings met in running text or symbols: scan errors, older forms ("Chương trình hành động"). */
  variations: z.array(z.string()).default([]),
  /** Order of legal force, 1 highest; used to order a list of bases. */
  rank: z.int(),
  examples: z.array(z.string()).default([]),
});

/** A kind of organ that exists at many places: id + place make an organ ("ldld" + "hung-yen"). */
export const organTypeRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  system: systemSchema,
  /** Marks in the symbol of a number: "LĐLĐ", "UBND", "TU". */
  marks: z.array(z.string()).default([]),
  variations: z.array(z.string()).default([]),
  /** Bodies that act for the organ: "Ban Thường vụ" of a Tỉnh ủy. */
  actingBodies: z.array(z.string()).default([]),
  rank: z.int(),
  examples: z.array(z.string()).default([]),
});

/** One certain organ, mostly central. Organs before and after a reorganisation are two rows. */
export const organRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  system: systemSchema,
  level: z.enum(['central', 'province', 'district', 'commune', 'grassroots']),
  parent: z.string().nullable().default(null),
  marks: z.array(z.string()).default([]),
  variations: z.array(z.string()).default([]),
  validFrom: partialDateSchema.nullable().default(null),
  validTo: partialDateSchema.nullable().default(null),
  successor: z.string().nullable().default(null),
  rank: z.int(),
});

export const provinceRowSchema = z.object({
  /** Old (before 1/7/2025) name, without "tỉnh" / "thành phố". */
  oldName: z.string(),
  oldKind: z.enum(['tỉnh', 'thành phố']),
  newName: z.string(),
  newKind: z.enum(['tỉnh', 'thành phố']),
  newCode: z.string(),
  /** True when the old unit was merged with another one: its organs before and after are two issuers. */
  merged: z.boolean(),
});

export const abbreviationRowSchema = z.object({
  abbreviation: z.string(),
  fullForm: z.string(),
  gloss: z.string(),
  category: z.string(),
  system: z.string(),
  note: z.string().nullable(),
  ambiguous: z.boolean(),
});

/** A regulation that our rules or constructs cite. */
export const regulationRowSchema = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  issuer: z.string(),
  date: partialDateSchema,
  inForceFrom: partialDateSchema.nullable(),
  inForceUntil: partialDateSchema.nullable(),
  replacedBy: z.string().nullable(),
  note: z.string().nullable().default(null),
});

export const registrySchema = z.object({
  documentTypes: z.array(documentTypeRowSchema),
  organTypes: z.array(organTypeRowSchema),
  organs: z.array(organRowSchema),
  provinces: z.array(provinceRowSchema),
  abbreviations: z.array(abbreviationRowSchema),
  regulations: z.array(regulationRowSchema),
});
export type Registry = z.infer<typeof registrySchema>;
export type DocumentTypeRow = z.infer<typeof documentTypeRowSchema>;
export type OrganTypeRow = z.infer<typeof organTypeRowSchema>;
export type OrganRow = z.infer<typeof organRowSchema>;
export type ProvinceRow = z.infer<typeof provinceRowSchema>;
