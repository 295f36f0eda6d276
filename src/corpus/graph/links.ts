/** Relations between documents, with the sentences that state them. */
import type { Citation, DocumentRecord, Relation } from '../../domain/record.ts';
import type { Evidence, Link, Resolution } from './graph.ts';

/** Strength of a relation: what a document rests on comes before what it only mentions. */
const ORDER: readonly Relation[] = ['legal_basis', 'implements', 'guides', 'amends', 'replaces', 'repeals', 'corrects', 'issues', 'issued_with', 'follows_up', 'answers', 'propagates', 'mentions'];

/**
 * Collects the links of all records: what a document cites itself, and what it tells about two documents it cites
 * ("Công văn A về việc triển khai Nghị quyết B": A implements B).
 */
export function collectLinks(held: readonly DocumentRecord[], resolutions: ReadonlyMap<string, readonly Resolution[]>): { outgoing: Map<string, Link[]>; incoming: Map<string, Link[]> } {
  const pairs = new Map<string, { from: string; to: string; evidence: Evidence[] }>();
  const add = (from: string, to: string, evidence: readonly Evidence[]): void => {
    if (from === to || evidence.length === 0) return;
    const pair = pairs.get(`${from} ${to}`) ?? { from, to, evidence: [] };
    pair.evidence.push(...evidence);
    pairs.set(`${from} ${to}`, pair);
  };
  for (const record of held) {
    const targets = resolutions.get(record.key) ?? [];
    record.citations.forEach((citation, index) => {
      const to = keyOf(targets[index]) ?? pageOf(targets[index]);
      if (to !== null) add(record.key, to, citation.mentions.map((mention) => readMention(mention, citation.relation, record.key)));
    });
    for (const edge of record.edges) {
      const fromIndex = findCitation(record, edge.fromKey, edge.fromNumber);
      const toIndex = findCitation(record, edge.toKey, edge.toNumber);
      const from = keyOf(targets[fromIndex]);
      const to = keyOf(targets[toIndex]);
      const teller = record.citations[fromIndex];
      if (from !== null && to !== null && teller) add(from, to, [readEdge(record, edge, teller, record.citations[toIndex])]);
    }
  }
  const uncertain = new Set([...resolutions.values()].flat().map(pageOf).filter((key) => key !== null));
  const links = [...pairs.values()].map((pair) => finishLink(pair, uncertain.has(pair.to))).sort((a, b) => (a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from < b.from ? -1 : 1));
  return { outgoing: groupBy(links, (link) => link.from), incoming: groupBy(links, (link) => link.to) };
}

/** The evidence that says most: a whole citation in the text rather than a short one or the V/v line. */
export function chooseEvidence(link: Link): Evidence | undefined {
  const forms: readonly Evidence['form'][] = ['full', 'restated', 'definition', 'short', 'alias', 'subject', 'self'];
  return [...link.evidence].sort((a, b) => Number(b.direct) - Number(a.direct) || forms.indexOf(a.form) - forms.indexOf(b.form))[0];
}

function keyOf(resolution: Resolution | undefined): string | null {
  return resolution?.state === 'held' || resolution?.state === 'cited' ? resolution.key : null;
}

/** Page of an incomplete identity that an ambiguous citation stands on. */
function pageOf(resolution: Resolution | undefined): string | null {
  return resolution?.state === 'ambiguous' ? resolution.page : null;
}

function findCitation(record: DocumentRecord, key: string | null, number: string | null): number {
  const byKey = key === null ? -1 : record.citations.findIndex((citation) => citation.key === key);
  return byKey !== -1 || number === null ? byKey : record.citations.findIndex((citation) => citation.number === number);
}

function readMention(mention: Citation['mentions'][number], relation: Relation, via: string): Evidence {
  const { raw, anchor, line, form, sentence, provision } = mention;
  return { via, direct: true, relation, sentence, raw, form, anchor, line, provision };
}

/** The words quoted run around the basis: the verb that makes the hop stands right before it ("Công văn A về việc … thực hiện Nghị quyết B"). */
function readEdge(record: DocumentRecord, edge: DocumentRecord['edges'][number], teller: Citation, basis: Citation | undefined): Evidence {
  const mention = teller.mentions.find((candidate) => candidate.line === edge.line) ?? teller.mentions[0];
  const told = basis?.mentions.find((candidate) => candidate.sentence !== null && candidate.sentence === mention?.sentence);
  return {
    via: record.key,
    direct: false,
    relation: edge.relation,
    sentence: mention?.sentence ?? null,
    raw: told?.raw ?? mention?.raw ?? '',
    form: mention?.form ?? 'full',
    anchor: edge.anchor ?? mention?.anchor ?? null,
    line: edge.line,
    provision: null,
  };
}

function finishLink({ from, to, evidence }: { from: string; to: string; evidence: Evidence[] }, uncertain: boolean): Link {
  const sorted = [...evidence].sort((a, b) => Number(b.direct) - Number(a.direct) || (a.via === b.via ? a.line - b.line : a.via < b.via ? -1 : 1));
  const relation = ORDER.find((candidate) => sorted.some((item) => item.relation === candidate)) ?? 'mentions';
  return { from, to, relation, evidence: sorted, uncertain };
}

function groupBy(links: readonly Link[], key: (link: Link) => string): Map<string, Link[]> {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const group = groups.get(key(link));
    if (group) group.push(link);
    else groups.set(key(link), [link]);
  }
  return groups;
}
