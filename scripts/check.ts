/** `npm run check`: invariants of the corpus, the ledger, and the links of the site when one is built from it. */
import { readFileSync } from 'node:fs';
import { isBuildCurrent } from './lib/build-site.ts';
import { checkBasisLoops } from './lib/checks/check-basis-loops.ts';
import { checkDocuments } from './lib/checks/check-documents.ts';
import { checkLedger } from './lib/checks/check-ledger.ts';
import { checkLinks } from './lib/checks/check-links.ts';
import { checkSources } from './lib/checks/check-sources.ts';
import { basePath, contentDir, outDir, siteUrl } from './lib/content-dir.ts';
import { readLedger } from './lib/ledger.ts';
import { readCorpus } from './lib/read-corpus.ts';
import { readOptions } from './lib/read-options.ts';
import { readPlainText } from './readers/plain-text.ts';
import { printFindings } from './report/findings-report.ts';
import { printFailure, printLine } from './report/print.ts';
import { createProgress } from './report/progress.ts';

readOptions({ options: {} }, 'Cách dùng: npm run check');
const progress = createProgress();
try {
  progress.begin('Kiểm tra kho văn bản');
  const corpus = readCorpus();
  const findings = [...checkDocuments(corpus), ...(await checkSources(corpus, contentDir(), (path) => readPlainText(readFileSync(path)))), ...checkBasisLoops(corpus)];
  // A site of older content would be blamed for what only a new build can mend.
  const siteDir = isBuildCurrent() ? outDir() : null;
  findings.push(...checkLedger(corpus, readLedger(), siteDir));
  if (siteDir !== null) {
    progress.begin('Kiểm tra liên kết của trang');
    findings.push(...checkLinks(siteDir, basePath(), siteUrl()));
  }
  progress.end();
  if (siteDir === null) printLine('Chưa có bản dựng khớp với kho hiện tại, nên chưa kiểm tra liên kết của trang. Chạy npm run build rồi kiểm tra lại.');
  process.exitCode = printFindings(findings, corpus.held.size) > 0 ? 1 : 0;
} catch (error) {
  progress.end('dừng lại vì lỗi');
  printFailure('kiểm tra', error);
  process.exitCode = 2;
}
