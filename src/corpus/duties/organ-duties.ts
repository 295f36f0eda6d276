/**
 * What each organ is asked to do, the roles kept apart: by name, or as one of a group (`các công đoàn cơ sở`); and each such group with the
 * papers sent to it.
 */
import { createIssuerIdentifier } from '../../domain/issuer-identity.ts';
import type { OrganGroup } from '../../domain/corpus-tables.ts';
import type { Registry } from '../../domain/registry.ts';
import type { Corpus, CorpusDocument } from '../graph/graph.ts';
import type { OrganPlace } from '../graph/organ-level.ts';
import { compareNewest } from '../lists/lists.ts';
import type { DutyRow } from './collect-rows.ts';
import { createGroupMembers, type MemberReason } from './group-members.ts';
import { createGroupReader } from './read-groups.ts';

/** Orders to an organ as one of a group, of one sender. */
export interface MemberDuties {
  readonly group: OrganGroup;
  readonly sender: CorpusDocument['issuer'];
  readonly reason: MemberReason;
  /** The first of them, newest paper first; all stand on the page of the group. */
  readonly rows: readonly DutyRow[];
  readonly count: number;
}

/** A group with what is sent to it. */
export interface AddressedGroup {
  readonly group: OrganGroup;
  /** Held documents that name the group under Kính gửi, and under Nơi nhận; newest first. */
  readonly addressed: readonly CorpusDocument[];
  readonly copied: readonly CorpusDocument[];
  readonly duties: readonly DutyRow[];
  /** Organs of the corpus that count as members for at least one of the papers. */
  readonly members: readonly string[];
}

export interface OrganDuties {
  /** Orders that name the organ, or stand without a name in a paper sent to it; by id. */
  readonly named: ReadonlyMap<string, readonly DutyRow[]>;
  readonly member: ReadonlyMap<string, readonly MemberDuties[]>;
  /** Groups that have anything, in the order of the table. */
  readonly groups: readonly AddressedGroup[];
}

/** Orders that stand on the organ's own page; more have pages of their own. */
export const ORGAN_DUTIES_SHOWN = 30;
/** Orders kept for an organ as one of a group of one sender: a country has thousands of communes, and each gets all that goes to all. */
const KEPT = 12;

/** Finds what each organ and each group is asked to do. */
export function collectOrganDuties(corpus: Corpus, rows: readonly DutyRow[], groups: readonly OrganGroup[], placeOf: (issuer: { readonly id: string; readonly name: string }) => OrganPlace | null, registry: Registry): OrganDuties {
  const groupsOf = createGroupReader(groups);
  const membersOf = createGroupMembers(corpus, groups, placeOf, registry);
  const organOf = createOrganReader(registry);
  const named = new Map<string, DutyRow[]>();
  const found = new Map(groups.map((group) => [group.id, { group, addressed: [] as CorpusDocument[], copied: [] as CorpusDocument[], duties: [] as DutyRow[], members: new Set<string>() }]));
  const member = new Map<string, Map<string, { group: OrganGroup; sender: CorpusDocument['issuer']; reason: MemberReason; rows: DutyRow[]; count: number }>>();

  const addressedTo = new Map<string, string[]>();
  for (const { id, addressed } of corpus.issuers.values()) for (const key of addressed) addressedTo.set(key, [...(addressedTo.get(key) ?? []), id]);
  for (const document of [...corpus.documents.values()].sort(compareNewest)) {
    if (!document.held) continue;
    for (const group of groupsOf(document.held.addressees.join('; '))) found.get(group)?.addressed.push(document);
    for (const group of groupsOf(document.held.recipients.map(({ name }) => name).join('; '))) found.get(group)?.copied.push(document);
  }
  for (const row of rows) {
    const { document, duty } = row;
    const organ = duty.addressee === null ? null : organOf(duty.addressee, document);
    const organs = duty.addressee === null ? addressedTo.get(document.key) ?? [] : organ !== null && corpus.issuers.has(organ) ? [organ] : [];
    for (const id of organs) {
      const list = named.get(id) ?? [];
      list.push(row);
      named.set(id, list);
    }
    for (const id of groupsOf(duty.addressee ?? document.held?.addressees.join('; ') ?? '')) {
      const entry = found.get(id);
      if (!entry) continue;
      entry.duties.push(row);
      for (const { id: organId, reason } of membersOf(id, document.issuer, document.date)) {
        entry.members.add(organId);
        const lists = member.get(organId) ?? new Map();
        member.set(organId, lists);
        const list = lists.get(`${id} ${document.issuer.id}`) ?? { group: entry.group, sender: document.issuer, reason, rows: [], count: 0 };
        lists.set(`${id} ${document.issuer.id}`, list);
        list.count++;
        if (list.rows.length < KEPT) list.rows.push(row);
      }
    }
  }
  return {
    named,
    member: new Map([...member].map(([id, lists]) => [id, [...lists.values()]])),
    groups: [...found.values()].filter(({ addressed, copied, duties }) => addressed.length + copied.length + duties.length > 0).map((entry) => ({ ...entry, members: [...entry.members].sort() })),
  };
}

/** Makes the reader of a name that leads to one organ with certainty; `null` for any other. */
function createOrganReader(registry: Registry): (name: string, document: CorpusDocument) => string | null {
  const identify = createIssuerIdentifier(registry);
  const known = new Map<string, string | null>();
  return (name, { issuer, date }) => {
    const id = `${name} ${issuer.id} ${date}`;
    const found = known.get(id);
    if (found !== undefined) return found;
    const identity = identify({ name, date, own: { id: issuer.id, name: issuer.name } });
    const organ = identity?.confidence === 'high' && identity.id !== issuer.id ? identity.id : null;
    known.set(id, organ);
    return organ;
  };
}
