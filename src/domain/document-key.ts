/**
 * Identity and addresses: key = issuing organ / year / number with symbol; page address, short permalink.
 * Never the number alone: 310-CV/BTGDVTU and 310-CV/ĐU are two documents (domain guide 3.3).
 */
import { documentNumberIdentity } from './document-number.ts';
import { slugify } from './vietnamese.ts';

export interface DocumentKeyParts {
  /** Organ id, for instance `ldld-hung-yen`. */
  readonly issuer: string;
  /** Four digits, or `null` when unknown. */
  readonly year: number | null;
  /** Number with symbol as printed, or `null` when blank. */
  readonly number: string | null;
  /** Words that stand in for a blank number: symbol, month and subject. */
  readonly substitute?: string;
}

/** Stands for an unknown year in a key. */
export const UNKNOWN_YEAR = 'khong-nam';

/** Prints a key: `ldld-hung-yen/2026/10-ldld-ctcd`; a blank number reads `khong-so-<substitute>`. */
export function formatDocumentKey(parts: DocumentKeyParts): string {
  const number = parts.number ? documentNumberIdentity(parts.number) : `khong-so-${shorten(slugify(parts.substitute ?? ''))}`;
  return `${parts.issuer}/${parts.year ?? UNKNOWN_YEAR}/${number.replace(/-$/u, '')}`;
}

/** Splits a key. @returns `null` when the text has not three parts of lower-case letters, digits and hyphens. */
export function parseDocumentKey(key: string): { issuer: string; year: number | null; number: string } | null {
  const match = /^([a-z0-9-]+)\/(\d{4}|khong-nam)\/([a-z0-9-]+)$/u.exec(key);
  if (!match) return null;
  return { issuer: match[1] ?? '', year: match[2] === UNKNOWN_YEAR ? null : Number(match[2]), number: match[3] ?? '' };
}

/** Site-relative address of a document's page, with leading and trailing slash, without the base path. */
export function documentUrl(key: string): string {
  return `/van-ban/${key}/`;
}

function shorten(slug: string): string {
  const parts = slug.split('-');
  return parts.slice(0, 10).join('-');
}

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Short permalink codes for paper and QR: 6 characters of Crockford base 32 from a hash of the key (30 bits).
 * @param keys every key of the corpus; order does not matter
 * @param fixed codes already published in the ledger, which win
 * @returns key -> code; collisions are settled in key order by hashing again with a counter
 */
export function assignShortCodes(keys: Iterable<string>, fixed: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const codes = new Map(fixed);
  const taken = new Set(fixed.values());
  for (const key of [...new Set(keys)].sort()) {
    if (codes.has(key)) continue;
    for (let attempt = 0; ; attempt++) {
      const code = encodeCrockford(hash32(attempt === 0 ? key : `${key}#${attempt}`) >>> 2);
      if (taken.has(code)) continue;
      taken.add(code);
      codes.set(key, code);
      break;
    }
  }
  return codes;
}

/** FNV-1a over UTF-8 bytes with a final avalanche (murmur3), 32 bits: same in Node and browsers, no crypto needed. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function encodeCrockford(value: number): string {
  let text = '';
  for (let index = 0; index < 6; index++) {
    text = CROCKFORD.charAt(value & 31) + text;
    value >>>= 5;
  }
  return text;
}
