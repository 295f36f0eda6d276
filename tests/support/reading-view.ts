/** A reading in short lines, as the expectations of `tests/fixtures/parse` write it. Each field is compared on its own. */
import type { DispatchReading } from '../../src/dispatch/index.ts';
import type { Block, Inline, Paragraph } from '../../src/dispatch/tree/nodes.ts';

/** A page seam in the words of a paragraph. */
const PAGE_BREAK = '⏎';

/** Every field that an expectation may hold. */
export const VIEWS = {
  number: ({ record }) => record.number,
  symbol: ({ record }) => record.symbol,
  type: ({ record }) => record.type && `${record.type.code} ${record.type.name}`,
  date: ({ record }) => record.date,
  place: ({ record }) => record.place,
  issuer: ({ record }) => record.issuer && record.issuer.name,
  subject: ({ record }) => record.subject,
  marks: ({ record }) => record.marks,
  maybeDraft: ({ record }) => record.maybeDraft,
  inferred: ({ record }) => record.inferred.map(({ field }) => field),
  addressees: ({ record }) => record.addressees,
  recipients: ({ record }) => record.recipients.map(({ name, purpose }) => (purpose === null ? name : `${name} (${purpose})`)),
  signature: ({ record }) => record.signature && [record.signature.capacity, record.signature.position, record.signature.name],
  /** `kind: line | line` of each region, in order. */
  regions: ({ tree }) => tree.children.flatMap((block) => (block.type === 'region' ? [`${block.kind}: ${block.children.map((child) => (child.type === 'paragraph' ? wordsOf(child.children) : '')).join(' | ')}`] : [])),
  /** `anchor label «title»` of each entry. */
  outline: ({ record }) => record.outline.map(({ anchor, label, title }) => [anchor, label, title === null ? null : `«${title}»`].filter((part) => part !== null).join(' ')),
  /** Words of each paragraph outside regions, under its anchor; headings and label lines under that of their clause. */
  texts: ({ tree }) => tree.children.flatMap((block) => listTexts(block, '')),
  furniture: ({ tree }) => listParagraphs(tree.children).filter(({ role }) => role === 'furniture').map(({ children }) => wordsOf(children)),
  /** `number | date | issuer | title | relation`, then each mention as `form raw (provision)`. */
  citations: ({ record }) => record.citations.map(({ type, number, date, issuer, title, relation, mentions }) => ({
    cites: [type?.code ?? '-', number ?? '-', date ?? '-', issuer ?? '-', title ?? '-', relation].join(' | '),
    mentions: mentions.map(({ form, raw, provision }) => `${form}: ${raw}${provision === null ? '' : ` (${provision.raw} -> ${provision.anchor})`}`),
  })),
  edges: ({ record }) => record.edges.map(({ fromNumber, relation, toNumber }) => `${fromNumber} ${relation} ${toNumber}`),
  /** `words -> anchor`; the whole document is `-`. */
  references: ({ tree }) => listParagraphs(tree.children).flatMap(({ children }) => children.flatMap((node) => (node.type === 'reference' ? [`${wordsOf(node.children)} -> ${node.target ?? '-'}`] : []))),
  targets: ({ record }) => record.targets.map(({ comparator, value, valueTo, unit, subject, period, text }) => [comparator, valueTo === null ? value : `${value}-${valueTo}`, unit, subject ?? '-', period, text].join(' | ')),
  /** `kind -> addressee: words`. */
  directives: ({ record }) => record.directives.map(({ kind, addressee, text }) => `${kind} -> ${addressee ?? '-'}: ${text}`),
} as const satisfies Record<string, (reading: DispatchReading) => unknown>;

export type ViewName = keyof typeof VIEWS;

function listTexts(block: Block, anchor: string): string[] {
  if (block.type === 'paragraph') return block.role === 'furniture' ? [] : [`${block.anchor ?? anchor}: ${wordsOf(block.children)}`];
  if (block.type === 'region') return [];
  if (block.type === 'table') return block.children.map((row) => `${row.anchor}: ${row.children.map((cell) => wordsOf(cell.children)).join(' | ')}`);
  return block.children.flatMap((child) => listTexts(child, block.anchor));
}

function listParagraphs(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block) => (block.type === 'paragraph' ? [block] : block.type === 'table' ? [] : listParagraphs(block.children)));
}

function wordsOf(nodes: readonly Inline[]): string {
  return nodes.map((node) => (node.type === 'text' ? node.value : node.type === 'seam' ? (node.kind === 'page' ? ` ${PAGE_BREAK} ` : ' ') : wordsOf(node.children))).join('');
}
