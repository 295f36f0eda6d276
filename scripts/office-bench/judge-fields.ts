/**
 * Whether number, date, issuer, type and signer of a paper were read rightly: beside what a person read off the paper where the file is
 * one of `known-fields.json` (by its SHA-256), else beside what the same parser makes of the file's twin.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DocumentRecord } from '../../src/domain/record.ts';

const FIELDS = { number: 'số', date: 'ngày', issuer: 'cơ quan', type: 'loại', signer: 'người ký' } as const;

type Fields = Readonly<Record<keyof typeof FIELDS, string | null>>;

const known = JSON.parse(readFileSync(new URL('known-fields.json', import.meta.url), 'utf8')) as Readonly<Record<string, Fields>>;

/**
 * @param twin what the parser made of another text of the same paper; `null` when there is none
 * @returns `5/5 đúng`, or with what is wrong and what would be right; `-` when nobody knows
 */
export function judgeFields(bytes: Uint8Array, record: DocumentRecord, twin: DocumentRecord | null): string {
  const person = known[createHash('sha256').update(bytes).digest('hex')];
  const right = person ?? (twin && fieldsOf(twin));
  if (!right) return '-';
  const read = fieldsOf(record);
  const names = Object.keys(FIELDS) as (keyof typeof FIELDS)[];
  const wrong = names.filter((name) => read[name] !== right[name]).map((name) => `${FIELDS[name]} ${read[name] ?? '∅'} (đúng: ${right[name] ?? '∅'})`);
  return [`${names.length - wrong.length}/${names.length} đúng${person ? '' : ' theo bản đối chiếu'}`, ...wrong].join('; ');
}

function fieldsOf({ number, date, issuer, type, signature }: DocumentRecord): Fields {
  return { number, date, issuer: issuer?.id ?? null, type: type?.code ?? null, signer: signature?.name ?? null };
}
