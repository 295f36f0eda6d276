/** Downloads over the corpus: tables, index, changes. Plain values from the graph; dates are the documents' own, so the same corpus gives the same bytes. */
import type { IndexEntry } from '../../domain/exports.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { DocumentRecord } from '../../domain/record.ts';
import type { Corpus, CorpusDocument } from '../graph/graph.ts';
import { nameDocument } from '../wording/short-name.ts';

/** Columns of a document's duties and targets. */
export const DUTY_COLUMNS = ['loai', 'vi_tri', 'dia_chi', 'noi_dung', 'don_vi_thuc_hien', 'don_vi_duoc_giao', 'muc_do', 'han', 'ky', 'tan_suat', 'so_sanh', 'gia_tri', 'gia_tri_den', 'don_vi_tinh', 'doi_tuong', 'thuoc_do'] as const;

/** Rows of duties, then targets, below the columns. @param address absolute address of the document's page */
export function listDutyRows(record: DocumentRecord, address: string): (string | number | null)[][] {
  const at = (anchor: string | null): string => (anchor === null ? address : `${address}#${anchor}`);
  return [
    [...DUTY_COLUMNS],
    ...record.directives.map((item) => ['nhiem_vu', item.anchor, at(item.anchor), item.text, item.actor, item.addressee, item.modality, item.deadline, item.period, item.frequency, null, null, null, null, null, item.kind]),
    ...record.targets.map((item) => ['chi_tieu', item.anchor, at(item.anchor), item.text, null, null, null, null, item.period, null, item.comparator, item.value, item.valueTo, item.unit, item.subject, item.measure]),
  ];
}

/** One row a document, in order of the keys. */
export function listIndex(corpus: Corpus, absolute: (path: string) => string): IndexEntry[] {
  return [...corpus.documents.values()].map((document) => ({
    key: document.key, name: nameDocument(document), number: document.number, type: document.type, date: document.date, issuer: document.issuer, title: document.title,
    state: document.held ? ('held' as const) : ('cited' as const), url: absolute(document.url), shortUrl: absolute(`/v/${document.code}/`),
    sha256: document.held?.sha256 ?? null, proofreading: document.held?.proofreading ?? null,
    files: document.held ? Object.fromEntries(['json', 'xml', 'csv'].map((kind) => [kind, absolute(`${document.url.slice(0, -1)}.${kind}`)])) : {},
  }));
}

export const INDEX_COLUMNS = ['khoa', 'so_ky_hieu', 'loai', 'ngay', 'co_quan', 'ma_co_quan', 'trich_yeu', 'tinh_trang', 'dia_chi', 'dia_chi_ngan', 'sha256', 'muc_soat'] as const;

/** The index as a table. */
export function listIndexRows(entries: readonly IndexEntry[]): (string | null)[][] {
  return [[...INDEX_COLUMNS], ...entries.map((entry) => [entry.key, entry.number, entry.type?.name ?? null, entry.date, entry.issuer.name, entry.issuer.id, entry.title, entry.state, entry.url, entry.shortUrl, entry.sha256, entry.proofreading])];
}

export interface Change {
  readonly kind: 'added' | 'corrected' | 'moved' | 'withdrawn';
  readonly key: string;
  /** Whole day. */
  readonly date: string;
  /** Name and what happened, Vietnamese. */
  readonly title: string;
  readonly summary: string;
  readonly path: string;
}

/**
 * What happened to the corpus, newest first: documents added (day of their release, before the first release the paper's own day), corrected,
 * moved to another address, withdrawn.
 * @param corrections dated corrections of held documents
 */
export function listChanges(corpus: Corpus, ledger: Ledger, corrections: ReadonlyMap<string, readonly { readonly date: string; readonly original: string; readonly correction: string }[]>): Change[] {
  const changes: Change[] = [];
  for (const document of corpus.documents.values()) {
    if (!document.held) continue;
    const name = nameDocument(document);
    changes.push({ kind: 'added', key: document.key, date: wholeDay(ledger.documents.get(document.key)?.released ?? document.date), title: `Mới: ${name}`, summary: describe(document), path: document.url });
    for (const [date, items] of Map.groupBy(corrections.get(document.key) ?? [], (item) => wholeDay(item.date))) {
      changes.push({ kind: 'corrected', key: document.key, date, title: `Hiệu đính: ${name}`, summary: items.map(({ original, correction }) => `“${original}” đọc là “${correction}”`).join('; '), path: document.url });
    }
  }
  for (const [from, to] of ledger.redirects) changes.push({ kind: 'moved', key: from, date: wholeDay(ledger.documents.get(to)?.released ?? null), title: `Đổi địa chỉ: ${from}`, summary: `Nay ở ${to}`, path: `/van-ban/${to}/` });
  for (const { key, date, reason } of ledger.tombstones.values()) changes.push({ kind: 'withdrawn', key, date: wholeDay(date), title: `Đã gỡ: ${key}`, summary: reason, path: `/van-ban/${key}/` });
  return changes.sort((a, b) => (a.date === b.date ? (a.key + a.kind < b.key + b.kind ? -1 : 1) : a.date < b.date ? 1 : -1));
}

function describe(document: CorpusDocument): string {
  return [document.title, document.issuer.name].filter((part) => part !== null).join(' — ');
}

function wholeDay(date: string | null): string {
  return date === null ? '1970-01-01' : date.length === 10 ? date : date.length === 7 ? `${date}-01` : `${date}-01-01`;
}
