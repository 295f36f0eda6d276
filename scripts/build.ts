/**
 * `npm run build`: pages and search index of the corpus into `OUT_DIR`, replaced in one step.
 * `--if-changed`: nothing is done when the built site was made from the same content, code and settings.
 * `--shard 2/4`: one part of the addresses, for several machines; `npm run merge` joins the parts and indexes them.
 * `--parts documents,html,exports,images`: only these kinds of files. `--no-index`: pages without search index. `--fresh`: every page anew.
 * `--times FILE`: when each step began and all ended, milliseconds since 1970, and the processor seconds until then, as JSON.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PARTS, parseShard, type Part, type Shard } from '../src/content-loader/page-plan.ts';
import { buildSite, isBuildCurrent, type BuildOptions, type BuildStep } from './lib/build-site.ts';
import { outDir } from './lib/content-dir.ts';
import { processorSeconds } from './lib/processor-seconds.ts';
import { BUILD_STEPS } from './report/build-steps.ts';
import { printFailure, printLine, printProblem } from './report/print.ts';
import { createProgress } from './report/progress.ts';

const asked = readOptions();
const progress = createProgress();
try {
  if (asked.ifChanged && isBuildCurrent()) {
    printLine('Không có gì thay đổi, dùng bản đã dựng.');
    process.exit(0);
  }
  const begun: { step: string; at: number; processorSeconds: number | null }[] = [];
  const step = (name: BuildStep): void => {
    begun.push({ step: name, at: Date.now(), processorSeconds: processorSeconds() });
    progress.begin(BUILD_STEPS[name]);
  };
  const { rendered, kept } = await buildSite({ step, log: (line) => progress.line(line), wait: (pid) => progress.begin(`Chờ lần dựng khác xong (tiến trình ${pid})`) }, asked.options);
  progress.end();
  if (asked.times !== null) writeFileSync(asked.times, `${JSON.stringify({ steps: begun, end: Date.now(), processorSeconds: processorSeconds() })}\n`);
  printLine(`Đã dựng xong: ${outDir()} (${rendered} tệp dựng mới, ${kept} tệp giữ nguyên)`);
} catch (error) {
  progress.end('dừng lại vì lỗi');
  printFailure('dựng trang', error);
  process.exitCode = 1;
}

function readOptions(): { ifChanged: boolean; times: string | null; options: BuildOptions } {
  try {
    const { values } = parseArgs({ options: { 'if-changed': { type: 'boolean' }, shard: { type: 'string' }, parts: { type: 'string' }, 'no-index': { type: 'boolean' }, fresh: { type: 'boolean' }, times: { type: 'string' } } });
    const shard: Shard | null = values.shard === undefined ? null : parseShard(values.shard);
    if (values.shard !== undefined && shard === null) throw new Error(`--shard ${values.shard}`);
    const parts: readonly Part[] = values.parts === undefined ? PARTS : values.parts.split(',').map(readPart);
    return { ifChanged: values['if-changed'] ?? false, times: values.times ?? null, options: { shard, parts, index: !values['no-index'], fresh: values.fresh ?? false } };
  } catch (error) {
    printProblem(`Không hiểu tùy chọn: ${(error as Error).message}\nCách dùng: npm run build [-- --if-changed] [--shard 2/4] [--parts documents,html,exports,images] [--no-index] [--fresh] [--times TỆP]`);
    process.exit(2);
  }
}

function readPart(word: string): Part {
  const part = PARTS.find((candidate) => candidate === word);
  if (part === undefined) throw new Error(`--parts ${word}`);
  return part;
}
