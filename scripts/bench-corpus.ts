/**
 * `npm run bench:corpus -- N [FOLDER] [OUT]`: writes N dispatches made of the real sentences of FOLDER (default: the sources of the
 * content folder) into `OUT/sources` (default: a folder of the cache). The same N and FOLDER give the same bytes.
 */
import { join, resolve } from 'node:path';
import { generateDispatches } from './bench/generate-dispatches.ts';
import { readSentences } from './bench/real-sentences.ts';
import { createRandom } from './link-bench/random.ts';
import { cacheDir, contentDir } from './lib/content-dir.ts';
import { writeWhole } from './lib/write-whole.ts';
import { printLine, printProblem } from './report/print.ts';

const [amount, folder, target] = process.argv.slice(2);
const count = Number(amount);
if (!Number.isInteger(count) || count < 1) {
  printProblem('Cách dùng: npm run bench:corpus -- SỐ-VĂN-BẢN [THƯ_MỤC_VĂN_BẢN_THẬT] [THƯ_MỤC_ĐÍCH]');
  process.exit(2);
}
const out = resolve(target ?? join(cacheDir(), `bench-corpus-${count}`));
let bytes = 0;
for (const { file, text } of generateDispatches(count, readSentences(resolve(folder ?? join(contentDir(), 'sources'))), createRandom(20_261_122))) {
  writeWhole(join(out, 'sources', file), text);
  bytes += Buffer.byteLength(text);
}
printLine(`Đã viết ${count} văn bản, ${(bytes / 1e6).toFixed(1)} MB, vào ${out}`);
