/** Import of many texts by the pool of threads: killed at any moment it leaves whole files alone, and the next run goes on to the same bytes. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { before, describe, test } from 'node:test';
import { projectDir } from '../../../scripts/lib/content-dir.ts';
import { listFiles } from '../../../scripts/lib/digest-files.ts';
import { freshFolder, runCommand } from '../../support/site.ts';

/** Enough that the cache is saved once on the way, and that there is time to kill the run after it. */
const DOCUMENTS = 270;

interface Summary {
  readonly results: readonly { readonly file: string; readonly state: string; readonly key: string }[];
}

function dispatch(number: number): string {
  const tasks = Array.from({ length: 8 }, (_, index) => `${index + 1}. Các công đoàn cơ sở rà soát ${number + index} đoàn viên có hoàn cảnh khó khăn, báo cáo kết quả trước ngày ${1 + index}/6/2026.`);
  return ['LIÊN ĐOÀN LAO ĐỘNG TỈNH HƯNG YÊN', `Số: ${number}/LĐLĐ-CTCĐ`, 'V/v chăm lo đoàn viên', 'Hưng Yên, ngày 20 tháng 4 năm 2026', 'Kính gửi: Các công đoàn cơ sở',
    'Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị;', ...tasks, 'Yêu cầu các đơn vị nghiêm túc thực hiện./.', 'TM. BAN THƯỜNG VỤ', 'CHỦ TỊCH', 'Lê Thị Bưởi', ''].join('\n\n');
}

describe('an import of many texts', () => {
  let calm = '';
  let folder = '';
  const documentsOf = (content: string): Map<string, string> => new Map(existsSync(join(content, 'documents')) ? listFiles(join(content, 'documents')).map((path) => [relative(content, path), readFileSync(path, 'utf8')]) : []);
  const run = async (content: string): Promise<Summary> => {
    const { output } = await runCommand('import', ['--json'], { CONTENT_DIR: content, CACHE_DIR: join(folder, 'cache') });
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)) as Summary;
  };
  const count = ({ results }: Summary, state: string): number => results.filter((result) => result.state === state).length;

  before(async () => {
    folder = freshFolder('killed');
    calm = join(folder, 'calm');
    mkdirSync(join(calm, 'sources'), { recursive: true });
    for (let number = 1; number <= DOCUMENTS; number++) writeFileSync(join(calm, 'sources', `${String(number).padStart(3, '0')}.txt`), dispatch(number));
    await run(calm);
    assert.equal(documentsOf(calm).size, DOCUMENTS);
  });

  test('goes on after kill -9, from what was saved, to the same bytes', async () => {
    const content = join(folder, 'content');
    cpSync(join(calm, 'sources'), join(content, 'sources'), { recursive: true });
    for (const enough of [20, 203]) {
      await killWhen(content, () => finished(content) >= enough);
      const left = [...documentsOf(content)].filter(([name]) => !name.endsWith('.tmp'));
      assert.ok(left.length >= enough && left.length < DOCUMENTS, `${left.length} documents after the kill at ${enough}`);
      for (const [name, text] of left) assert.equal(text, documentsOf(calm).get(name), name);
    }
    const summary = await run(content);
    assert.deepEqual([...documentsOf(content)], [...documentsOf(calm)]);
    assert.ok(count(summary, 'unchanged') >= 200, `${count(summary, 'unchanged')} taken over`);
    assert.equal(count(summary, 'unchanged') + count(summary, 'written'), DOCUMENTS);
  });

  test('reads again what changed, and nothing else', async () => {
    const content = join(folder, 'content');
    const [changed = ''] = listFiles(join(content, 'sources'));
    writeFileSync(changed, readFileSync(changed, 'utf8').replace('nghiêm túc thực hiện', 'khẩn trương thực hiện'));
    const summary = await run(content);
    assert.deepEqual(summary.results.filter(({ state }) => state === 'written').map(({ file }) => file), [relative(join(content, 'sources'), changed)]);
    assert.equal(count(summary, 'unchanged'), DOCUMENTS - 1);
    const different = [...documentsOf(content)].filter(([name, text]) => text !== documentsOf(calm).get(name));
    assert.equal(different.length, 1);
    assert.match(different[0]?.[1] ?? '', /khẩn trương thực hiện/u);
  });

  function finished(content: string): number {
    return existsSync(join(content, 'documents')) ? listFiles(join(content, 'documents')).filter((path) => path.endsWith('.mdx')).length : 0;
  }

  async function killWhen(content: string, isTime: () => boolean): Promise<void> {
    const child = spawn(process.execPath, ['scripts/import.ts'], { cwd: projectDir, stdio: 'ignore', env: { ...process.env, CONTENT_DIR: content, CACHE_DIR: join(folder, 'cache') } });
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
    while (!isTime() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill('SIGKILL');
    assert.equal(await ended, 'SIGKILL', 'the import ended before it was killed');
  }
});
