/** The file as received stands beside its text: offered on the page with its SHA-256, swapped when a better copy comes, corrections kept. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { stringify } from 'yaml';
import { makeDocx, makeDispatchDocx, p } from '../support/office-files.ts';
import { freshFolder, runCommand } from '../support/site.ts';

const KEY = 'ldld-hung-yen/2026/45-ldld-ctcd';
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The same dispatch as `makeDispatchDocx` set line by line, with another deadline. */
function betterCopy(): Uint8Array {
  return makeDocx({ body: ['LIÊN ĐOÀN LAO ĐỘNG TỈNH HƯNG YÊN', 'Số: 45/LĐLĐ-CTCĐ', 'V/v tuyên truyền Nghị quyết số 57-NQ/TW', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Hưng Yên, ngày 12 tháng 5 năm 2026', 'Kính gửi: Các công đoàn cơ sở trực thuộc.',
    'Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia, Liên đoàn Lao động tỉnh đề nghị các đơn vị thực hiện các nội dung sau:',
    '1. Tổ chức tuyên truyền tới đoàn viên, người lao động trước ngày 15/6/2026.', '2. Báo cáo kết quả về Liên đoàn Lao động tỉnh.', 'Nơi nhận:', '- Như trên;', '- Lưu: VT.', 'TM. BAN THƯỜNG VỤ', 'CHỦ TỊCH', 'Nguyễn Văn A'].map((line) => p(line)).join('') });
}

// Once: a zip holds the hour it was made.
const BETTER = betterCopy();

describe('originals', () => {
  const folder = freshFolder('originals');
  const [content, out] = [join(folder, 'content'), join(folder, 'dist')];
  const run = (command: string, args: readonly string[]): ReturnType<typeof runCommand> => runCommand(command, args, { CONTENT_DIR: content, OUT_DIR: out });
  const put = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };

  before(async () => {
    mkdirSync(content, { recursive: true });
    const first = await run('import', [put('cong-van.docx', makeDispatchDocx())]);
    assert.equal(first.code, 0, first.output);
    mkdirSync(join(content, 'corrections/ldld-hung-yen/2026'), { recursive: true });
    writeFileSync(join(content, `corrections/${KEY}.yaml`), stringify({ source: 'cong-van.docx.txt', key: KEY, corrections: [{ original: 'Nguyễn Văn A', correction: 'Nguyễn Văn Ả', reason: 'Đối chiếu bản giấy', by: 'Lê Thị Bưởi', date: '2026-06-01' }] }));
  });

  test('a better copy is shown as a diff; key, corrections and the hash of the old one stay', async () => {
    const result = await run('import', ['--replace', KEY, put('ban-dep.docx', BETTER)]);
    assert.equal(result.code, 0, result.output);
    assert.match(result.output, /- \d+: .*30\/6\/2026[\s\S]*\+ \d+: .*15\/6\/2026/u);
    assert.doesNotMatch(result.output, /[-+] \d+: .*Báo cáo kết quả/u, 'what stays is no difference');
    const corrections = readFileSync(join(content, `corrections/${KEY}.yaml`), 'utf8');
    assert.match(corrections, /Nguyễn Văn Ả[\s\S]*history:\n\s+- sha256: [0-9a-f]{64}/u);
    assert.deepEqual(readFileSync(join(content, 'sources/cong-van.docx')), Buffer.from(BETTER));
    assert.match(readFileSync(join(content, `documents/${KEY}.mdx`), 'utf8'), /15\/6\/2026/u);
  });

  test('the page offers the file received, byte for byte, with its SHA-256', async () => {
    const result = await run('build', []);
    assert.equal(result.code, 0, result.output);
    const page = readFileSync(join(out, `van-ban/${KEY}/index.html`), 'utf8');
    assert.ok(page.includes(hash(BETTER)), 'the hash is printed');
    assert.match(page, new RegExp(`href="/van-ban/${KEY}/ban-goc\\.docx" download`, 'u'));
    assert.equal(hash(readFileSync(join(out, `van-ban/${KEY}/ban-goc.docx`))), hash(BETTER));
  });

  test('a path that does not exist is wrong usage, in import and in inspect, and nothing is written', async () => {
    const elsewhere = join(folder, 'nowhere');
    for (const command of ['import', 'inspect']) assert.equal((await runCommand(command, [join(folder, 'nosuch.docx')], { CONTENT_DIR: elsewhere })).code, 2, command);
    assert.equal(existsSync(elsewhere), false);
  });
});
