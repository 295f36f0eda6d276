/** Who owns a document: the source it was made of; what gives no document leaves no copy; a better copy is of the same paper. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, test } from 'node:test';
import { freshFolder, runCommand } from '../../support/site.ts';

const KEY = 'ldld-hung-yen/2026/488-ldld-ctcd';
const BODY = 'Liên đoàn Lao động tỉnh yêu cầu các công đoàn cơ sở báo cáo kết quả chăm lo đoàn viên trước ngày 15/5/2026, gửi về Văn phòng để tổng hợp.';

function dispatch({ number = '488', subject = 'báo cáo chăm lo đoàn viên', body = BODY } = {}): string {
  return ['LIÊN ĐOÀN LAO ĐỘNG TỈNH HƯNG YÊN', `Số: ${number}/LĐLĐ-CTCĐ`, `V/v ${subject}`, '', 'Hưng Yên, ngày 20 tháng 4 năm 2026', '', 'Kính gửi: Các công đoàn cơ sở', '', body, '',
    'TM. BAN THƯỜNG VỤ', 'CHỦ TỊCH', '', 'Lê Thị Bưởi', ''].join('\n');
}

describe('owners of documents', () => {
  let content = '';
  let elsewhere = '';
  const page = (): string => readFileSync(join(content, 'documents', `${KEY}.mdx`), 'utf8');
  const run = (args: readonly string[]): ReturnType<typeof runCommand> => runCommand('import', args, { CONTENT_DIR: content });
  const put = (name: string, text: string): string => {
    writeFileSync(join(elsewhere, name), text);
    return join(elsewhere, name);
  };

  beforeEach(async () => {
    content = freshFolder('owners/content');
    elsewhere = freshFolder('owners/elsewhere');
    const first = await run([put('cv1.txt', dispatch())]);
    assert.equal(first.code, 0, first.output);
  });

  test('a file whose name sorts earlier does not take a held document over, and is not kept', async () => {
    const before = page();
    const result = await run([put('000.txt', dispatch({ body: 'Lời văn khác hẳn.' }))]);
    assert.equal(result.code, 1);
    assert.match(result.output, /000\.txt: trùng văn bản với cv1\.txt/u);
    assert.equal(page(), before);
    assert.equal(existsSync(join(content, 'sources/000.txt')), false);
  });

  test('what must not be published leaves no copy in the sources', async () => {
    const result = await run([put('pd.txt', dispatch({ number: '489', body: `${BODY} Liên hệ đồng chí Bưởi, số CCCD 033188001234.` }))]);
    assert.equal(result.code, 1);
    assert.match(result.output, /pd\.txt:9:\d+: không nhập/u);
    assert.equal(existsSync(join(content, 'sources/pd.txt')), false);
  });

  test('--replace refuses another paper and takes a better copy of the same', async () => {
    const other = put('other.txt', dispatch({ number: '502', subject: 'tổ chức hội thao', body: 'Hội thao diễn ra tại Nhà Văn hóa Lao động tỉnh, mỗi đơn vị cử một đoàn vận động viên tham dự các môn bóng chuyền, cầu lông và kéo co.' }));
    const refused = await run(['--replace', KEY, other]);
    assert.equal(refused.code, 1, refused.output);
    assert.match(refused.output, /văn bản khác: số 502\/LĐLĐ-CTCĐ/u);
    const better = await run(['--replace', KEY, put('better.txt', dispatch({ body: BODY.replace('để tổng hợp', 'để tổng hợp báo cáo cấp trên') }))]);
    assert.equal(better.code, 0, better.output);
    assert.match(page(), /báo cáo cấp trên/u);
  });
});
