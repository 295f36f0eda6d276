/** Front matter of a document's MDX file: the whole record, checked against the domain's schema. */
import { FAILSAFE_SCHEMA, Type, load } from 'js-yaml';
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
  const { yaml, body } = splitFrontMatter(text, name);
  const result = documentRecordSchema.safeParse(readYaml(yaml));
  if (!result.success) throw new Error(`readFrontMatter: unexpected front matter in ${name}\n${z.prettifyError(result.error)}`);
  return { record: result.data, body };
}

/**
 * The two parts of an MDX file, unread.
 * @throws Error naming the file when it does not begin with front matter
 */
export function splitFrontMatter(text: string, name: string): { yaml: string; body: string } {
  const match = /^---\r?\n(?<yaml>[\s\S]*?)\r?\n---(?:\r?\n|$)/u.exec(text);
  if (!match?.groups) throw new Error(`readFrontMatter: unexpected start of ${name}, expected front matter between two lines of ---`);
  return { yaml: match.groups['yaml'] ?? '', body: text.slice(match[0].length) };
}

/**
 * Reads YAML 1.2, core schema, without aliases and merge keys. `js-yaml` reads a record ten times as fast as `yaml`, which wrote it; what
 * it refuses (control characters of a hostile source) the slow reader decides, and says what is wrong.
 */
export function readYaml(text: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA, listener: refuseAnchor });
  } catch {
    return parse(text, { schema: 'core', merge: false, maxAliasCount: 0 });
  }
}

/** Plain scalars as `yaml` tells them apart: js-yaml's own core schema also takes `0b1` and `1_000` for numbers. */
const CORE_SCHEMA = FAILSAFE_SCHEMA.extend({
  implicit: [
    plain('null', /^(?:~|[Nn]ull|NULL)?$/u, () => null),
    plain('bool', /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/u, (text) => /^t/iu.test(text)),
    plain('int', /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/u, (text) => Number(text)),
    plain('float', /^(?:[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*|(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+)|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/u, readFloat),
  ],
});

function plain(name: string, pattern: RegExp, construct: (text: string) => unknown): Type {
  return new Type(`tag:yaml.org,2002:${name}`, { kind: 'scalar', resolve: (text: unknown) => pattern.test(typeof text === 'string' ? text : ''), construct: (text: unknown) => construct(String(text ?? '')) });
}

function readFloat(text: string): number {
  if (/nan$/iu.test(text)) return NaN;
  return /inf$/iu.test(text) ? (text.startsWith('-') ? -Infinity : Infinity) : Number(text);
}

/** An alias repeats what it names; a few lines of them would fill the memory. The importer writes none. */
function refuseAnchor(_event: unknown, state: unknown): void {
  if ((state as { readonly anchor?: string | null }).anchor != null) throw new Error('readYaml: unexpected anchor');
}
