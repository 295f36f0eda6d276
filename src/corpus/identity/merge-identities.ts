/**
 * Which identities of a corpus are one document under two spellings: a misread symbol, a board of the Party named for another, a joint
 * circular under either ministry. The weaker identity becomes a redirect to the stronger; two held documents never become one.
 */
import { titlesAgree, titlesDiffer } from './compare-words.ts';
import type { Candidate } from './identities.ts';
import { isNearNumber, isOfPartyCentre, isUniqueNumber, splitIdentity } from './number-series.ts';

/**
 * Finds identities that are spellings of another.
 * @returns key -> key of the document meant; keys that mean themselves are left out
 */
export function mergeIdentities(candidates: readonly Candidate[]): Map<string, string> {
  const aliases = new Map<string, string>();
  const frequency = countGroups(candidates);
  const issuers = countIssuers(candidates);
  const merge = (group: readonly Candidate[], isOne: (weak: Candidate, strong: Candidate) => boolean): void => {
    const sorted = [...group].sort((a, b) => compareStrength(a, b, frequency, issuers));
    for (const [index, weak] of sorted.entries()) {
      if (weak.held || aliases.has(weak.key)) continue;
      const strong = sorted.slice(0, index).find((other) => !aliases.has(other.key) && isOne(weak, other));
      if (strong) aliases.set(weak.key, strong.key);
    }
  };
  const groups = (keyOf: (candidate: Candidate) => string | null): Candidate[][] => {
    const found = new Map<string, Candidate[]>();
    for (const candidate of candidates) {
      const key = keyOf(candidate);
      if (key === null) continue;
      const group = found.get(key);
      if (group) group.push(candidate);
      else found.set(key, [candidate]);
    }
    return [...found.values()].filter((group) => group.length > 1);
  };
  for (const group of groups(({ number }) => (isUniqueNumber(number) ? number : null))) merge(group, () => true);
  for (const group of groups(({ number, year }) => (isOfPartyCentre(number) ? `${number} ${year}` : null))) merge(group, (a, b) => haveOneDate(a, b) || haveOneTitle(a, b));
  // 10/LĐLĐ-CTCD, 10/LĐLĐ: the same organ, day and serial.
  for (const group of groups(({ issuer, number, dates }) => (dates[0]?.length === 10 ? `${issuer} ${dates[0]} ${splitIdentity(number).serial}` : null))) merge(group, isMisspelling);
  // A held paper without year or organ of its own, cited with both.
  for (const group of groups(({ number }) => number)) merge(group, (weak, strong) => strong.held && isWeaklyKnown(strong) && haveOneTitle(weak, strong) && (strong.issuer === weak.issuer || strong.year === weak.year));
  return new Map([...aliases.keys()].sort().map((key) => [key, follow(aliases, key)]));
}

/** A spelling of a spelling means the same document. The stronger identity always comes first, so the way ends. */
function follow(aliases: ReadonlyMap<string, string>, key: string): string {
  let at = key;
  for (let next = aliases.get(at); next !== undefined; next = aliases.get(at)) at = next;
  return at;
}

/** How many identities use each group of a symbol (`ctcd`): a misread one stands nearly alone. */
function countGroups(candidates: readonly Candidate[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { number } of candidates) for (const group of splitIdentity(number).groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}

/** How often an organ goes with a mark of the symbol (`-cp`, `chinh-phu`): one named in error goes with it once. */
function countIssuers(candidates: readonly Candidate[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { number, issuer } of candidates) {
    const pair = `${number.slice(number.lastIndexOf('-'))} ${issuer}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** Held first, then an organ named exactly, the fuller symbol, the one of common groups, of the organ that such numbers usually have, the one more documents use; last by key. */
function compareStrength(a: Candidate, b: Candidate, frequency: ReadonlyMap<string, number>, issuers: ReadonlyMap<string, number>): number {
  const usual = ({ number, issuer }: Candidate): number => issuers.get(`${number.slice(number.lastIndexOf('-'))} ${issuer}`) ?? 0;
  const rarest = ({ number }: Candidate): number => Math.min(...splitIdentity(number).groups.map((group) => frequency.get(group) ?? 0));
  return Number(b.held) - Number(a.held) || Number(isVague(a)) - Number(isVague(b)) || splitIdentity(b.number).groups.length - splitIdentity(a.number).groups.length
    || rarest(b) - rarest(a) || usual(b) - usual(a) || b.citedBy - a.citedBy || (a.key < b.key ? -1 : 1);
}

function isMisspelling(weak: Candidate, strong: Candidate): boolean {
  if (weak.typeCode !== null && strong.typeCode !== null && weak.typeCode !== strong.typeCode) return false;
  if (!isNearNumber(weak.number, strong.number)) return false;
  const agreed = haveOneTitle(weak, strong);
  const differ = weak.titles.length > 0 && strong.titles.length > 0 && !agreed && weak.titles.every((title) => strong.titles.every((other) => titlesDiffer(title, other)));
  const known = strong.held || strong.citedBy > weak.citedBy || (weak.citedBy === 1 && strong.citedBy === 1);
  return agreed || (known && !differ && splitIdentity(weak.number).groups.length === splitIdentity(strong.number).groups.length);
}

function haveOneDate(a: Candidate, b: Candidate): boolean {
  return a.dates.length === 0 || b.dates.length === 0 || a.dates.some((date) => b.dates.includes(date));
}

function haveOneTitle(a: Candidate, b: Candidate): boolean {
  return a.titles.some((title) => b.titles.some((other) => titlesAgree(title, other)));
}

function isVague({ issuer }: Candidate): boolean {
  return issuer === 'tw' || issuer === '';
}

function isWeaklyKnown({ year, issuer }: Candidate): boolean {
  return year === null || /^khong-(?:ro|co)(?:-|$)/u.test(issuer);
}
