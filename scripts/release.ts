/**
 * `npm run release`: promises every address and anchor of the corpus in the ledger. From then on a build that loses one fails.
 * `--redirect OLD=NEW` (repeatable) leads a released key to its new one. Nothing is written while a promise would break.
 */
import { parseDocumentKey } from '../src/domain/document-key.ts';
import { readLedger, writeLedger } from './lib/ledger.ts';
import { readCorpus } from './lib/read-corpus.ts';
import { readOptions } from './lib/read-options.ts';
import { listAddresses, planRelease } from './lib/released-addresses.ts';
import { today } from './lib/today.ts';
import { describeLoss, describeRelease } from './report/ledger-report.ts';
import { printFailure, printLine, printProblem } from './report/print.ts';

const USAGE = 'Cách dùng: npm run release [-- --redirect KHÓA-CŨ=KHÓA-MỚI ...]';

try {
  process.exitCode = release(readRedirects());
} catch (error) {
  printFailure('ghi sổ địa chỉ', error);
  process.exitCode = 2;
}

function release(redirects: ReadonlyMap<string, string>): number {
  const corpus = readCorpus();
  for (const { file, reason } of corpus.unreadable) printProblem(`${file}: không đọc được. ${reason}`);
  if (corpus.unreadable.length > 0) return 1;
  const plan = planRelease(listAddresses(corpus), readLedger(), today(), redirects);
  if (plan.losses.length > 0) {
    for (const loss of plan.losses) printProblem(describeLoss(loss));
    printProblem(`Chưa ghi gì: ${plan.losses.length} địa chỉ đã công bố sẽ bị mất.`);
    return 1;
  }
  for (const line of describeRelease(plan, writeLedger(plan.ledger))) printLine(line);
  return 0;
}

function readRedirects(): Map<string, string> {
  const { values } = readOptions({ options: { redirect: { type: 'string', multiple: true } } }, USAGE);
  return new Map(
    (values.redirect ?? []).map((pair) => {
      const [from = '', to = '', ...rest] = pair.split('=');
      if (rest.length > 0 || !parseDocumentKey(from) || !parseDocumentKey(to) || from === to) throw new Error(`Không hiểu --redirect ${pair}.\n${USAGE}`);
      return [from, to];
    }),
  );
}
