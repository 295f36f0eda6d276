/** Front matter of a document's MDX file: the whole record, checked against the domain's schema. */
import { parse } from 'yaml';
import { z } from 'zod';
import { documentRecordSchema, type DocumentRecord } from '../domain/record.ts';

/**
 * Splits an MDX file into its record and its body.
 * @param text whole file
 * @param name file name for messages
 * @throws Error naming file and field when the front matter is missing or does not fit the schema
 */
export function readFrontMatter(text: string, name: string): { record: DocumentRecord; body: string } {
  const match = /^---\r?\n(?<yaml>[\s\S]*?)\r?\n---(?:\r?\n|$)/u.exec(text);
  if (!match?.groups) throw new Error(`readFrontMatter: unexpected start of ${name}, expected front matter between two lines of ---`);
  const result = documentRecordSchema.safeParse(parse(match.groups['yaml'] ?? '', { schema: 'core', merge: false, maxAliasCount: 0 }));
  if (!result.success) throw new Error(`readFrontMatter: unexpected front matter in ${name}\n${z.prettifyError(result.error)}`);
  return { record: result.data, body: text.slice(match[0].length) };
}
