/**
 * The rows of the writer's kit in parts, so that a large corpus is not fetched whole: a document lies in the part of the serial of its number,
 * `57-NQ/TW` of 16 parts in part 9. A request for a part tells the server no more of a draft than that remainder.
 */
import { documentNumberIdentity } from '../../domain/document-number.ts';
import type { KitEntry } from './kit-index.ts';

/** Rows that one file may hold: some hundred kilobytes. A corpus with fewer has one part. */
const MOST_ROWS = 2000;
/** Part of documents without a number, and of those that are cited by their name. */
const NAMED = 'ten';

/** What `muc-luc.json` says: into how many parts the rows are cut. */
export interface KitParts {
  readonly parts: number;
}

export function countKitParts(rows: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, rows / MOST_ROWS)));
}

/** Names of all parts. */
export function listKitParts({ parts }: KitParts): string[] {
  return parts === 1 ? ['0'] : [...Array.from({ length: parts }, (_, part) => String(part)), NAMED];
}

/** Part where a document of this number lies; `null` for one known by its name. */
export function kitPartOfNumber(number: string | null, { parts }: KitParts): string {
  return kitPartOfIdentity(number === null ? '' : documentNumberIdentity(number), parts);
}

/** Part where the document of a key lies. */
export function kitPartOfKey(key: string, { parts }: KitParts): string {
  return kitPartOfIdentity(key.split('/')[2] ?? '', parts);
}

/** Rows of each part; a number written in two ways lies in both parts, and so does what people cite by its name. */
export function cutKitIndex(entries: readonly KitEntry[], count: KitParts): Map<string, KitEntry[]> {
  const cut = new Map(listKitParts(count).map((part) => [part, [] as KitEntry[]]));
  for (const entry of entries) {
    const identities = [entry.number === null ? '' : documentNumberIdentity(entry.number), ...(entry.numbers ?? []), entry.key.split('/')[2] ?? ''];
    const isNamed = count.parts > 1 && (entry.number === null || /^(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh)$/u.test(entry.type?.name ?? ''));
    for (const part of new Set([...identities.map((identity) => kitPartOfIdentity(identity, count.parts)), ...(isNamed ? [NAMED] : [])])) cut.get(part)?.push(entry);
  }
  return cut;
}

function kitPartOfIdentity(identity: string, parts: number): string {
  const serial = /^\d+/u.exec(identity)?.[0];
  return parts === 1 ? '0' : serial === undefined ? NAMED : String(Number(serial) % parts);
}
