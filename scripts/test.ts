/**
 * `npm test`: every stage in order, then one line `N passed, M failed` summed from their reports.
 * `npm test -- unit corpus` runs those stages alone; `npm test -- unit --name=REGEX` those tests alone.
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { stopChildren } from './lib/run-child.ts';
import { STAGES } from './lib/test-stages.ts';
import { makeWorkFolder } from './lib/work-folder.ts';
import { printLine, printProblem } from './report/print.ts';
import { createProgress } from './report/progress.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopChildren();
    process.exit(130);
  });
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { name: { type: 'string' } } });
const unknown = positionals.filter((name) => !STAGES.some((stage) => stage.name === name));
if (unknown.length > 0) {
  printProblem(`Không có nhóm kiểm thử ${unknown.join(', ')}. Các nhóm: ${STAGES.map((stage) => stage.name).join(', ')}.`);
  process.exit(2);
}

const workDir = makeWorkFolder('test');
const progress = createProgress();
let passed = 0;
let failed = 0;
for (const stage of STAGES.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  progress.begin(stage.label);
  const count = await stage.run({ workDir, namePattern: values.name, onProgress: (finished) => progress.note(`${finished} bài`) });
  progress.end(`${count.passed} đạt${count.failed > 0 ? `, ${count.failed} không đạt` : ''}`);
  for (const problem of count.problems) printLine(`\n✖ ${problem}\n`);
  passed += count.passed;
  failed += count.failed;
}
rmSync(workDir, { recursive: true, force: true });
printLine(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
