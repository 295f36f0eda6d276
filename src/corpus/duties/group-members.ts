/**
 * Which organs of the corpus belong to a group that a paper addresses. Never by kind alone: the organ must have stood on the day of the
 * paper, and be under its sender by the country, by the province in both names, or because it issued a paper resting on the sender's.
 */
import type { OrganGroup } from '../../domain/corpus-tables.ts';
import { MERGER_DATE } from '../../domain/issuer-place.ts';
import { comparePartialDates } from '../../domain/partial-date.ts';
import type { Registry } from '../../domain/registry.ts';
import { slugify } from '../../domain/vietnamese.ts';
import { isBasis } from '../chain/chain.ts';
import { documentOf, type Corpus, type CorpusIssuer } from '../graph/graph.ts';
import type { OrganPlace } from '../graph/organ-level.ts';

/** Why an organ counts as a member. */
export type MemberReason = 'country' | 'province' | 'basis';

export interface GroupMember {
  readonly id: string;
  readonly reason: MemberReason;
}

/**
 * Makes the lookup of members.
 * @returns members in order of their ids; none when the paper has no date or its sender no known level
 */
export function createGroupMembers(corpus: Corpus, groups: readonly OrganGroup[], placeOf: (issuer: { readonly id: string; readonly name: string }) => OrganPlace | null, registry: Registry): (group: string, sender: { readonly id: string; readonly name: string }, date: string | null) => readonly GroupMember[] {
  const organs = [...corpus.issuers.values()].map((issuer) => ({ issuer, place: placeOf(issuer) }));
  const ofGroup = new Map(groups.map((group) => [group.id, organs.filter(({ issuer, place }) => place !== null && isOfGroup(issuer, place, group))]));
  const provinces = registry.provinces.map((row) => ({ ...row, slug: slugify(row.oldName) })).sort((a, b) => b.slug.length - a.slug.length);
  const provinceOf = (id: string, place: OrganPlace | null): (typeof provinces)[number] | undefined => (place?.level === 'province' ? provinces.find(({ slug }) => id.replace(/-cu$/u, '').endsWith(`-${slug}`)) : undefined);
  const rows = new Map(registry.organs.map((row) => [row.id, row]));
  const stoodAt = (id: string, place: OrganPlace | null, date: string): boolean => {
    const row = rows.get(id);
    if (row) return (row.validFrom === null || comparePartialDates(date, row.validFrom) >= 0) && (row.validTo === null || comparePartialDates(date, row.validTo) <= 0);
    const before = comparePartialDates(date, MERGER_DATE) < 0;
    const province = provinceOf(id, place);
    if (place?.level === 'district' || id.endsWith('-cu')) return before;
    return !province?.merged || (province.oldName === province.newName ? !before : before);
  };
  const senders = collectSenders(corpus);
  const known = new Map<string, readonly GroupMember[]>();
  return (group, sender, date) => {
    if (date === null || date.length < 7) return [];
    const id = `${group} ${sender.id} ${date}`;
    const found = known.get(id);
    if (found) return found;
    const senderPlace = placeOf(sender);
    const senderProvince = provinceOf(sender.id, senderPlace)?.slug;
    const members = (ofGroup.get(group) ?? []).flatMap(({ issuer, place }): GroupMember[] => {
      if (issuer.id === sender.id || senderPlace === null || !stoodAt(issuer.id, place, date)) return [];
      if (senderPlace.level === 'central') return [{ id: issuer.id, reason: 'country' }];
      if (senderProvince !== undefined && provinceOf(issuer.id, place)?.slug === senderProvince) return [{ id: issuer.id, reason: 'province' }];
      return senders.get(issuer.id)?.has(sender.id) ? [{ id: issuer.id, reason: 'basis' }] : [];
    });
    known.set(id, members);
    return members;
  };
}

function isOfGroup(issuer: CorpusIssuer, place: OrganPlace, { organs }: OrganGroup): boolean {
  return organs.some(({ type, level, system }) => (issuer.id === type || issuer.id.startsWith(`${type}-`)) && (level === undefined || place.level === level) && (system === undefined || place.system === system));
}

/** Organs on whose papers the held papers of an organ rest. */
function collectSenders(corpus: Corpus): Map<string, Set<string>> {
  const senders = new Map<string, Set<string>>();
  for (const { id, issuedHeld } of corpus.issuers.values()) {
    senders.set(id, new Set(issuedHeld.flatMap((key) => (corpus.outgoing.get(key) ?? []).filter(isBasis).map(({ to }) => documentOf(corpus, to).issuer.id))));
  }
  return senders;
}
