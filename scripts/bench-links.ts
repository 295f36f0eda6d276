/**
 * `npm run bench:links [-- DOCUMENTS SEED]`: precision and recall of links over a made corpus with known truth, read by the real
 * reader; whether the order of import shows; whether addresses published early are kept.
 */
import { runLinkBench } from './link-bench/run-link-bench.ts';
import { loadRegistry } from './lib/load-registry.ts';
import { printLine } from './report/print.ts';

const [amount = 2000, seed = 20261122] = process.argv.slice(2).filter((text) => /^\d+$/u.test(text)).map(Number);
const started = performance.now();
const { measure, corpus, misread, lostAddresses, otherOrders, worldSize } = runLinkBench(loadRegistry(), seed, amount, 3);
printLine(`${amount} văn bản có toàn văn trong ${worldSize} văn bản của thế giới thử; kho có ${corpus.documents.size} trang văn bản, ${corpus.aliases.size} địa chỉ dẫn tiếp.`);
printLine(`Viện dẫn: ${measure.citations}. Đúng ${measure.right}, sai ${measure.wrong}, trang riêng của cách viết sai ${measure.ownPage}, chưa rõ ${measure.ambiguous + measure.unknown}, không đọc thấy ${measure.unread}.`);
printLine(`Độ chính xác ${measure.precision.toFixed(4)}; độ phủ ${measure.recall.toFixed(4)} trên ${measure.decidable} viện dẫn đủ dữ kiện.`);
printLine('');
for (const [form, count] of [...measure.byForm].sort(([a], [b]) => (a < b ? -1 : 1))) printLine(`${form.padEnd(26)} ${String(count.citations).padStart(5)}: đúng ${count.right}, sai ${count.wrong}, trang riêng ${count.ownPage}, mơ hồ ${count.ambiguous}, không rõ ${count.unknown}, không đọc ${count.unread}`);
printLine('');
printLine(`Khóa của chính văn bản đọc khác: ${misread.length}. Địa chỉ mất khi kho lớn lên: ${lostAddresses.length}. Thứ tự nhập cho kết quả khác: ${otherOrders}. ${((performance.now() - started) / 1000).toFixed(1)} giây.`);
for (const text of [...measure.wrongs.slice(0, 40), ...measure.misses.slice(0, 40), ...misread.slice(0, 10), ...lostAddresses.slice(0, 10)]) printLine(`  ${text}`);
if (measure.wrong > 0 || measure.recall < 0.98 || otherOrders > 0 || lostAddresses.length > 0) process.exitCode = 1;
