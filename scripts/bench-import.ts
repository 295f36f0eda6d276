/**
 * `npm run bench:import -- FOLDER [N]`: imports N mixed files (200 by default) at once: every office file of FOLDER, and made dispatches as Word,
 * PDF, web page and text of two encodings. Prints time, processor time and peak memory; then kills such an import with `kill -9` while it
 * reads files and while it writes documents, runs it again and compares every byte. Exit 1 when a byte differs or a file was refused.
 */
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { generateDispatches } from './bench/generate-dispatches.ts';
import { measureProcess, type Measured } from './bench/measure-process.ts';
import { readSentences } from './bench/real-sentences.ts';
import { killImport } from './import-bench/kill-import.ts';
import { setFile } from './import-bench/mixed-files.ts';
import { createRandom } from './link-bench/random.ts';
import { cacheDir, contentDir, projectDir } from './lib/content-dir.ts';
import { listFiles } from './lib/digest-files.ts';
import { writeWhole } from './lib/write-whole.ts';
import { SOURCE_NAME } from './readers/source-names.ts';
import { printLine, printProblem } from './report/print.ts';

const [folder, amount = '200'] = process.argv.slice(2);
const count = Number(amount);
if (folder === undefined || !existsSync(folder) || !Number.isInteger(count) || count < 1) {
  printProblem('Cách dùng: npm run bench:import -- THƯ_MỤC [SỐ-TỆP]');
  process.exitCode = 2;
} else {
  process.exitCode = await run(resolve(folder));
}

async function run(from: string): Promise<number> {
  const work = join(cacheDir(), 'bench-import');
  rmSync(work, { recursive: true, force: true });
  const inbox = join(work, 'inbox');
  await fill(inbox, from);
  const files = listFiles(inbox);
  const forms = Map.groupBy(files, (path) => basename(path).replace(/^[^.]*.*?\.(?=[a-z]+(?:\.gz)?$)/u, ''));
  printLine(`${files.length} tệp: ${[...forms].map(([form, paths]) => `${paths.length} .${form}`).join(', ')}`);

  const calm = join(work, 'calm');
  const whole = await measureImport(inbox, calm);
  tell('một lượt, không ai ngắt', whole);
  const refused = files.filter((path) => !existsSync(join(calm, 'sources', `${relative(inbox, path)}${/\.(?:txt|md)$/u.test(path) ? '' : '.txt'}`)));
  for (const path of refused) printProblem(`Không nhập được: ${relative(inbox, path)}`);

  const killed = join(work, 'killed');
  const environment = environmentOf(killed);
  for (const [part, enough] of [['sources', Math.round(count / 2)], ['documents', Math.round(count / 4)]] as const) {
    const path = join(killed, part);
    const hit = await killImport(inbox, environment, () => existsSync(path) && listFiles(path).length >= enough);
    printLine(`kill -9 khi ${part} có ${existsSync(path) ? listFiles(path).length : 0} tệp${hit ? '' : ' (đã xong trước khi ngắt)'}`);
  }
  tell('chạy lại sau hai lần ngắt', await measureImport(inbox, killed));
  const different = compare(calm, killed);
  for (const name of different) printProblem(`Khác nhau: ${name}`);
  printLine(different.length === 0 ? `Cùng từng byte với lượt không ai ngắt: ${listFiles(calm).length} tệp.` : `${different.length} tệp khác.`);
  return different.length + refused.length === 0 ? 0 : 1;
}

/** The office files of the folder, as many of them as wanted, and made ones up to the count. */
async function fill(inbox: string, from: string): Promise<void> {
  const real = listFiles(from).filter((file) => SOURCE_NAME.test(file) && !/\.twin\.txt$|README/u.test(file)).slice(0, count);
  for (const path of real) cpSync(path, join(inbox, basename(path)));
  let index = 0;
  for (const { text } of generateDispatches(count - real.length, readSentences(join(contentDir(), 'sources')), createRandom(20_261_122))) {
    const { name, bytes } = await setFile(text, index++);
    writeWhole(join(inbox, name), bytes);
  }
}

function environmentOf(content: string): Record<string, string> {
  return { CONTENT_DIR: content, CACHE_DIR: `${content}-cache` };
}

function measureImport(inbox: string, content: string): Promise<Measured> {
  return measureProcess(process.execPath, ['scripts/import.ts', inbox], { cwd: projectDir, env: environmentOf(content) });
}

function tell(name: string, { seconds, processorSeconds, peakBytes }: Measured): void {
  printLine(`${name}: ${seconds.toFixed(1)} giây, ${processorSeconds?.toFixed(1) ?? '–'} giây bộ xử lý, ${peakBytes === null ? '–' : (peakBytes / 1e9).toFixed(2)} GB bộ nhớ cao nhất`);
}

/** @returns names of files that one lacks or that differ */
function compare(calm: string, killed: string): string[] {
  const read = (content: string): Map<string, Buffer> => new Map(listFiles(content).map((path) => [relative(content, path), readFileSync(path)]));
  const [before, after] = [read(calm), read(killed)];
  const isSame = (one: Buffer | undefined, other: Buffer | undefined): boolean => one !== undefined && other !== undefined && one.equals(other);
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => !isSame(before.get(name), after.get(name))).sort();
}
