/** The ledger against the corpus and, when it is built, against the site. */
import type { Ledger } from '../../../src/domain/ledger.ts';
import { describeLoss } from '../../report/ledger-report.ts';
import type { Corpus } from '../read-corpus.ts';
import { findCorpusLosses, findSiteLosses, listAddresses, type Loss } from '../released-addresses.ts';
import type { Finding } from './finding.ts';

/**
 * Reports every promise that is broken, and a withdrawn document that is back.
 * @param siteDir folder of the built site, or `null` when there is none to compare
 */
export function checkLedger(corpus: Corpus, ledger: Ledger, siteDir: string | null): Finding[] {
  const lost = findCorpusLosses(listAddresses(corpus), ledger);
  const known = new Set(lost.map(describeLoss));
  const lostOnSite = siteDir === null ? [] : findSiteLosses(siteDir, ledger).filter((loss) => !known.has(describeLoss(loss)));
  const returned = [...ledger.tombstones.keys()].filter((key) => corpus.held.has(key));
  return [
    ...lost.map((loss) => toFinding('released-address-lost', loss)),
    ...lostOnSite.map((loss) => toFinding('released-address-not-built', loss)),
    ...returned.map((key): Finding => ({ check: 'withdrawn-document-back', severity: 'error', place: `documents/${key}.mdx`, message: 'Văn bản này đã bị gỡ nhưng lại có trong kho. Hãy xóa tệp, hoặc xóa mục gỡ trong content/permalinks.' })),
  ];
}

function toFinding(check: string, loss: Loss): Finding {
  return { check, severity: 'error', place: loss.url, message: describeLoss(loss) };
}
