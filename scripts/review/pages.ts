/** The two pages of the review: the list, and one document beside its original. Everything from a source is escaped. */
import type { Reviewable } from './list-reviewable.ts';

const escape = (text: string): string => text.replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);
const frame = (title: string, body: string): string => `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><link rel="stylesheet" href="/soat.css"></head><body>${body}</body></html>`;

export function listPage(entries: readonly Reviewable[]): string {
  const rows = entries.map(({ key, title, messages, reading }) => `<li><a href="/van-ban/${escape(key)}/">${escape(title)}</a> <small>${messages.filter((message) => message.severity !== 'info').length} chỗ cần xem, ${reading?.doubtful.length ?? 0} chữ ngờ${reading?.confidence ? `, độ tin cậy ${reading.confidence}%` : ''}</small></li>`);
  return frame('Soát văn bản', `<main class="list"><h1>Soát văn bản</h1><p>Đáng ngờ nhất ở trên. Chữ sửa được ghi vào content/corrections; chạy npm run import để áp dụng.</p><ol>${rows.join('')}</ol></main>`);
}

/** @param text of the source @param saved words for the clerk about the last save */
export function documentPage(entry: Reviewable, text: string, saved: string | null, by: string): string {
  const { key, title, reading, messages } = entry;
  const pages = reading?.pages ?? 1;
  const shown = reading === null ? '<p class="none">Văn bản này nhận dạng chữ, không có hình gốc.</p>'
    : reading.format === 'pdf' || reading.format === 'image' ? Array.from({ length: Math.min(pages, 500) }, (_, index) => `<figure id="trang-${index + 1}"><figcaption>Trang ${index + 1}/${pages}</figcaption><img loading="lazy" alt="Trang ${index + 1} của bản gốc" src="/hinh/${escape(key)}/${index + 1}.png"></figure>`).join('')
      : `<p class="none">Bản gốc: <a href="/goc/${escape(key)}">${escape(reading.original.file)}</a> (mở bằng Word hoặc trình duyệt)</p>`;
  const doubts = [...(reading?.doubtful ?? []).map(({ word, line, page, confidence }) => `<li><a href="#d${line}">Dòng ${line}</a>, <a href="#trang-${page}">trang ${page}</a>: <q>${escape(word)}</q> (${confidence}%)</li>`), ...messages.filter((message) => message.severity !== 'info').map((message) => `<li><a href="#d${message.line}">Dòng ${message.line}</a>: ${escape(message.message)}</li>`)];
  return frame(`Soát: ${title}`, `<header><a href="/">Danh sách</a> <strong>${escape(title)}</strong>${saved === null ? '' : `<p role="status">${escape(saved)}</p>`}</header>
<div class="sides"><section class="original" aria-label="Bản gốc">${shown}</section><section class="text" aria-label="Chữ"><form method="post" action="/luu/${escape(key)}"><h2>Sửa chữ</h2><label>Chữ trong bản nguồn (chép nguyên)<input name="original" required maxlength="2000"></label><label>Sửa thành<input name="correction" required maxlength="2000"></label><label>Dòng (nếu chữ lặp lại)<input name="line" type="number" min="1"></label><label>Lý do<input name="reason" required maxlength="500" value="Đối chiếu bản gốc"></label><label>Người sửa<input name="by" required maxlength="100" value="${escape(by)}" autocomplete="name"></label><button>Lưu</button></form>
<details open><summary>Chỗ ngờ (${doubts.length})</summary><ol>${doubts.slice(0, 400).join('')}</ol></details><div class="lines">${markLines(entry, text)}</div></section></div>`);
}

/** Lines of the text with their numbers; doubtful words stand out. */
function markLines({ reading, messages }: Reviewable, text: string): string {
  return text.split('\n').map((line, index) => {
    const number = index + 1;
    const marks = (reading?.doubtful ?? []).filter((word) => word.line === number).map(({ column, word, confidence }) => ({ start: column - 1, end: column - 1 + word.length, title: `${confidence}%` })).sort((a, b) => a.start - b.start);
    let html = '';
    let at = 0;
    for (const { start, end, title } of marks) {
      if (start < at) continue;
      html += `${escape(line.slice(at, start))}<mark title="${escape(title)}">${escape(line.slice(start, end))}</mark>`;
      at = end;
    }
    html += escape(line.slice(at));
    const warned = messages.some((message) => message.line === number && message.severity !== 'info');
    return line.trim() === '' ? '' : `<p id="d${number}"${warned ? ' class="warned"' : ''}><span>${number}</span>${html}</p>`;
  }).join('');
}

export const STYLE = `:root{color-scheme:light dark;font:16px/1.6 system-ui,sans-serif}body{margin:0}header,.list{padding:.6rem 1rem}header{border-bottom:1px solid #8888}.sides{display:grid;grid-template-columns:1fr 1fr;height:calc(100vh - 4rem)}.sides>section{overflow:auto;padding:1rem;min-width:0}.original{background:#8882}figure{margin:0 0 1rem}img{width:100%;height:auto;background:#fff}form{display:grid;gap:.4rem;border:1px solid #8888;padding:.6rem 1rem;position:sticky;top:-1rem;background:Canvas}form h2{margin:0;font-size:1rem}label{display:grid;font-size:.85rem}input{font:inherit;padding:.2rem .4rem}button{font:inherit;padding:.3rem 1rem;justify-self:start}.lines p{margin:.2rem 0;padding-left:3rem;position:relative;overflow-wrap:anywhere;white-space:pre-wrap}.lines span{position:absolute;left:0;width:2.4rem;text-align:right;color:#888;font-size:.75rem;user-select:none}mark{background:#fd6;color:#000;border-bottom:2px solid #a60}.warned{border-left:3px solid #a60}:target{outline:2px solid #36c}@media(max-width:50rem){.sides{grid-template-columns:1fr;height:auto}}`;
