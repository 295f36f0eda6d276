/** Sources that cannot or may not be published: a Vietnamese message names the file and what to do, and no half-written document stays. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { listFiles } from '../../scripts/lib/digest-files.ts';
import { projectDir } from '../../scripts/lib/content-dir.ts';
import { freshFolder, runCommand } from '../support/site.ts';

const LETTER = readFileSync(join(projectDir, 'tests/fixtures/ledger/sources/cong-van.txt'), 'utf8');
const PLAN = readFileSync(join(projectDir, 'tests/fixtures/ledger/sources/ke-hoach.txt'), 'utf8');

/** Each source, alone in its folder, and what the message must say beside its name. */
const REFUSED: readonly (readonly [string, Buffer | string, RegExp])[] = [
  ['rong.txt', '', /trống/iu],
  ['chi-dau-cach.txt', ' \n\t\n', /trống/iu],
  ['anh.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0xff, 0xfe]), /nhị phân|tệp ảnh/iu],
  ['word.txt', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(600)]), /nhị phân|Word/u],
  ['mat.txt', `MẬT\n${PLAN}`, /MẬT/u],
  ['noi-bo.txt', `LƯU HÀNH NỘI BỘ\n${PLAN}`, /LƯU HÀNH NỘI BỘ/u],
  ['ca-nhan.txt', PLAN.replace('1. Chăm lo đoàn viên.', '1. Bà Lê Thị Mẫu, số CCCD 038199001234.'), /038199001234|giấy tờ/u],
];

describe('bad input', () => {
  for (const [name, bytes, words] of REFUSED) {
    test(`${name} is refused with its name and the reason, and the others are imported all the same`, async () => {
      const content = makeContent({ [name]: bytes, 'cong-van.txt': LETTER });
      const { code, output } = await runCommand('import', [], { CONTENT_DIR: content });
      assert.equal(code, 1, output);
      const line = output.split('\n').find((text) => text.includes(name));
      assert.match(line ?? '', words, output);
      assert.deepEqual(listFiles(join(content, 'documents')).map((path) => path.split('/').at(-1)), ['8-ldld-ctcd.mdx']);
    });
  }

  test('a second copy of a held document is refused and names the first', async () => {
    const content = makeContent({ 'a.txt': LETTER, 'b.txt': LETTER });
    const { code, output } = await runCommand('import', [], { CONTENT_DIR: content });
    assert.equal(code, 1, output);
    assert.match(output, /b\.txt.*a\.txt/u);
    assert.equal(listFiles(join(content, 'documents')).length, 1);
  });

  test('a file that is not there, and an option that is none, are named', async () => {
    const content = makeContent({});
    const missing = await runCommand('import', [join(content, 'khong-co.txt')], { CONTENT_DIR: content });
    assert.notEqual(missing.code, 0);
    assert.match(missing.output, /khong-co\.txt/u);
    assert.equal((await runCommand('import', ['--khong-co'], { CONTENT_DIR: content })).code, 2);
    assert.ok(!existsSync(join(content, 'documents')) || listFiles(join(content, 'documents')).length === 0);
  });

  describe('odd but readable', () => {
    let content: string;
    before(() => {
      content = makeContent({
        'utf16.txt': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(LETTER, 'utf16le')]),
        'dong-dai.txt': PLAN.replace('1. Chăm lo đoàn viên.', `1. ${'chăm lo đoàn viên và người lao động '.repeat(130_000)}`),
      });
    });

    test('UTF-16 and a line of five megabytes are imported whole', async () => {
      const { code, output } = await runCommand('import', [], { CONTENT_DIR: content });
      assert.equal(code, 0, output);
      assert.equal(listFiles(join(content, 'documents')).length, 2);
      const check = await runCommand('check', [], { CONTENT_DIR: content, OUT_DIR: join(content, 'none') });
      assert.equal(check.code, 0, check.output);
    });
  });
});

let made = 0;
function makeContent(sources: Readonly<Record<string, Buffer | string>>): string {
  const content = freshFolder(`bad-input-${process.pid}-${made++}`);
  freshFolder(`bad-input-${process.pid}-${made - 1}/sources`);
  for (const [name, bytes] of Object.entries(sources)) writeFileSync(join(content, 'sources', name), bytes);
  return content;
}
