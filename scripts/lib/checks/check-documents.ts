/** Invariants of each document's file: readable, anchors unique, outline and body of one mind. */
import { readHtmlFragment } from '../html-page.ts';
import type { Corpus, HeldDocument } from '../read-corpus.ts';
import type { Finding } from './finding.ts';

/** Checks every document of the corpus. */
export function checkDocuments(corpus: Corpus): Finding[] {
  const unreadable = corpus.unreadable.map(({ file, reason }) => finding('document-unreadable', file, `Không đọc được: ${reason}. Hãy nhập lại văn bản này (npm run import).`));
  return [...unreadable, ...findSharedSources(corpus), ...[...corpus.held.values()].flatMap(checkAnchors)];
}

/** One source makes one document, so two documents of one source are a key changed by hand or an import half undone. */
function findSharedSources(corpus: Corpus): Finding[] {
  const bySource = new Map<string, string>();
  return [...corpus.held.values()].flatMap(({ key, record }) => {
    const other = bySource.get(record.sha256);
    bySource.set(record.sha256, key);
    return other === undefined ? [] : [finding('source-shared', `documents/${key}.mdx`, `Cùng một bản gốc với ${other}. Hãy xóa một trong hai tệp.`)];
  });
}

function checkAnchors({ key, record, html }: HeldDocument): Finding[] {
  const place = `documents/${key}.mdx`;
  const ids = readHtmlFragment(html).ids;
  const known = new Set(ids);
  const repeated = [...known].filter((id) => ids.indexOf(id) !== ids.lastIndexOf(id));
  const missing = record.outline.map(({ anchor }) => anchor).filter((anchor) => !known.has(anchor));
  return [
    ...repeated.map((id) => finding('anchor-repeated', place, `Vị trí "${id}" có hai lần trong văn bản. Hãy nhập lại văn bản này.`)),
    ...missing.map((id) => finding('anchor-missing', place, `Mục lục có vị trí "${id}" mà phần chữ không có. Hãy nhập lại văn bản này.`)),
  ];
}

function finding(check: string, place: string, message: string): Finding {
  return { check, severity: 'error', place, message };
}
