/**
 * `npm run withdraw -- KEY --reason "..."`: takes a document off pages, exports and search. Its address goes on answering with the reason.
 * The short address stays too. Importing its source again is refused (`findTombstone`).
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { documentUrl, parseDocumentKey } from '../src/domain/document-key.ts';
import type { Tombstone } from '../src/domain/ledger.ts';
import { contentDir } from './lib/content-dir.ts';
import { readLedger, writeLedger } from './lib/ledger.ts';
import { readCorpus } from './lib/read-corpus.ts';
import { readOptions } from './lib/read-options.ts';
import { today } from './lib/today.ts';
import { printFailure, printLine, printProblem } from './report/print.ts';

const USAGE = 'Cách dùng: npm run withdraw -- KHÓA --reason "lý do gỡ, sẽ hiện trên trang"';

try {
  const { values, positionals } = readOptions({ allowPositionals: true, options: { reason: { type: 'string' } } }, USAGE);
  const [key = '', ...rest] = positionals;
  const reason = values.reason?.trim() ?? '';
  if (rest.length > 0 || !parseDocumentKey(key) || reason === '') {
    printProblem(USAGE);
    process.exitCode = 2;
  } else process.exitCode = withdraw(key, reason);
} catch (error) {
  printFailure('gỡ văn bản', error);
  process.exitCode = 2;
}

function withdraw(key: string, reason: string): number {
  const ledger = readLedger();
  const corpus = readCorpus();
  const document = corpus.held.get(key);
  const path = join(contentDir(), 'documents', `${key}.mdx`);
  if (!existsSync(path) && !ledger.documents.has(key)) {
    printProblem(ledger.tombstones.has(key) ? `Văn bản ${key} đã được gỡ từ trước.` : `Không có văn bản nào mang khóa ${key}.`);
    return 1;
  }
  const file = document?.record.file ?? ledger.documents.get(key)?.file ?? null;
  const tombstone: Tombstone = { key, reason, date: today(), file, sha256: document?.record.sha256 ?? null };
  const tombstones = new Map([...ledger.tombstones, [key, tombstone]]);
  // The promise first: if removing the file fails, the document is withdrawn all the same at the next build.
  writeLedger({ ...ledger, tombstones });
  rmSync(path, { force: true });
  printLine(`Đã gỡ ${documentUrl(key)}. Địa chỉ vẫn trả lời, kèm lý do: ${reason}`);
  if (file !== null) printLine(`Bản gốc content/sources/${file} vẫn còn trong kho mã và sẽ không được nhập lại. Nếu nội dung không được phép lưu, hãy xóa tệp này và lịch sử của nó.`);
  printLine('Chạy npm run build để dựng lại trang.');
  return 0;
}
