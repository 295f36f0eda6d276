/** The stages of `npm test`, in order; each runs as a child and is counted from its own report. */
import { closeSync, existsSync, fstatSync, globSync, mkdirSync, openSync, readFileSync, readSync, unwatchFile, watchFile } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectDir } from './content-dir.ts';
import { runNode } from './run-child.ts';
import type { ReportLine } from '../../tests/support/count-reporter.ts';

export interface StageCount {
  readonly passed: number;
  readonly failed: number;
  /** What a person needs to see: failed tests with their errors, or the end of a crashed child's output. */
  readonly problems: readonly string[];
}

export interface Stage {
  /** `unit`, as in `npm test -- unit`. */
  readonly name: string;
  /** Vietnamese, for the progress line. */
  readonly label: string;
  readonly run: (options: StageOptions) => Promise<StageCount>;
}

export interface StageOptions {
  /** Folder for reports and built sites of this run. */
  readonly workDir: string;
  /** Called as tests finish, with the number so far. */
  readonly onProgress: (finished: number) => void;
  /** Runs only tests whose name matches. */
  readonly namePattern?: string | undefined;
}

/** Milliseconds a stage may take before it is stopped and counted as failed. */
const STAGE_LIMIT = 30 * 60_000;

export const STAGES: readonly Stage[] = [
  { name: 'types', label: 'Kiểm tra kiểu', run: runTypeChecks },
  nodeStage('unit', 'Kiểm thử từng phần', 2),
  nodeStage('conventions', 'Kiểm tra quy ước', 2),
  nodeStage('corpus', 'Kiểm tra kho văn bản', 1),
  nodeStage('build', 'Kiểm thử bản dựng', 1),
  nodeStage('browser', 'Kiểm thử trong trình duyệt', 1),
];

/** `astro check` and `tsc` count as one test each. */
async function runTypeChecks({ onProgress }: StageOptions): Promise<StageCount> {
  const checks = [
    { name: 'astro check', args: ['node_modules/astro/bin/astro.mjs', 'check'] },
    { name: 'tsc --noEmit', args: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  ];
  const problems: string[] = [];
  for (const [index, check] of checks.entries()) {
    const result = await runNode(check.args, { timeLimit: STAGE_LIMIT, env: { ASTRO_TELEMETRY_DISABLED: '1' } });
    if (result.code !== 0) problems.push(`${check.name} (mã ${result.code})\n${lastLines(result.output, 60)}`);
    onProgress(index + 1);
  }
  return { passed: checks.length - problems.length, failed: problems.length, problems };
}

function nodeStage(name: string, label: string, concurrency: number): Stage {
  return { name, label, run: (options) => runNodeTests(name, concurrency, options) };
}

/** Runs `tests/<name>/**` with Node's test runner. A folder without tests, a crash or a missing report is one failure. */
async function runNodeTests(name: string, concurrency: number, { workDir, onProgress, namePattern }: StageOptions): Promise<StageCount> {
  const files = globSync(`tests/${name}/**/*.test.ts`, { cwd: projectDir }).sort();
  if (files.length === 0) return { passed: 0, failed: 1, problems: [`tests/${name}: không có bài kiểm thử nào`] };
  mkdirSync(workDir, { recursive: true });
  const report = join(workDir, `${name}.jsonl`);
  const stopFollowing = followLines(report, onProgress);
  const result = await runNode(
    [
      // Without --test-force-exit: a busy machine then loses the end of a file's report, and with it tests that failed.
      '--test', `--test-concurrency=${concurrency}`,
      '--test-reporter=./tests/support/count-reporter.ts', `--test-reporter-destination=${report}`,
      ...(namePattern === undefined ? [] : [`--test-name-pattern=${namePattern}`]),
      ...files,
    ],
    { timeLimit: STAGE_LIMIT, env: { TEST_WORK_DIR: workDir, NODE_OPTIONS: '' } },
  );
  stopFollowing();
  return countReport(name, existsSync(report) ? readFileSync(report, 'utf8') : '', result, files);
}

/**
 * Counts a stage from its report.
 * @param result exit code and output of the child, which must agree with the report
 * @param files test files of the stage, each of which must have told its end; relative to the project
 */
export function countReport(name: string, report: string, result: { readonly code: number; readonly output: string }, files: readonly string[] = []): StageCount {
  const lines = report.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as ReportLine);
  const problems = lines.flatMap((line) => (line.kind === 'test' && !line.passed ? [`${line.name}\n  ${line.file}\n${line.error ?? ''}`] : []));
  const summary = lines.find((line) => line.kind === 'summary');
  if (!summary) return { passed: 0, failed: 1, problems: [...problems, `tests/${name}: dừng giữa chừng (mã ${result.code})\n${lastLines(result.output, 40)}`] };
  let failed = summary.failed + summary.skipped;
  if (summary.skipped > 0) problems.push(`tests/${name}: ${summary.skipped} bài bị bỏ qua, tính là không đạt`);
  if (failed === 0 && (summary.passed === 0 || result.code !== 0)) {
    failed = 1;
    problems.push(`tests/${name}: ${summary.passed === 0 ? 'không bài nào chạy' : `mã ${result.code}`}\n${lastLines(result.output, 40)}`);
  }
  const ended = new Set(lines.flatMap((line) => (line.kind === 'file' ? [resolve(projectDir, line.file)] : [])));
  const silent = files.filter((file) => !ended.has(resolve(projectDir, file)));
  problems.push(...silent.map((file) => `${file}: không báo cáo tới hết, tính là không đạt`));
  return { passed: summary.passed, failed: failed + silent.length, problems };
}

/** Counts the lines that a child appends to a file. @returns a function that stops it */
function followLines(path: string, onCount: (lines: number) => void): () => void {
  let offset = 0;
  let count = 0;
  const read = (): void => {
    if (!existsSync(path)) return;
    const file = openSync(path, 'r');
    const bytes = Buffer.alloc(Math.max(0, fstatSync(file).size - offset));
    offset += readSync(file, bytes, 0, bytes.length, offset);
    closeSync(file);
    count += bytes.reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 0);
    onCount(count);
  };
  watchFile(path, { interval: 1000 }, read);
  return () => unwatchFile(path, read);
}

function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
