/** The two pages of the review: the list, and one document beside its original. Everything from a source is escaped. */
import type { Reviewable } from './list-reviewable.ts';

const escape = (text: string): string => text.replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);
const frame = (title: string, body: string): string => `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><link rel="stylesheet" href="/soat.css"></head><body>${body}</body></html>`;

export function listPage(entries: readonly Reviewable[]): string {
  const rows = entries.map(({ key, title, messages, reading }) => `<li><a href="/van-ban/${escape(key)}/">${escape(title)}</a> <small>${messages.filter((message) => message.severity !== 'info').length} chỗ cần xem, ${reading?.doubtful.length ?? 0} chữ ngờ${reading?.confidence ? `, độ tin cậy ${reading.confidence}%` : ''}</small></li>`);
  return frame('Soát văn bản', `<main class="list"><h1>Soát văn bản</h1><p>Văn bản có nhiều chỗ đáng ngờ nhất đứng trên. Chữ sửa được ghi ngay vào content/corrections; chạy npm run import để áp dụng.</p><ol>${rows.join('')}</ol></main>`);
}

/** What stands in the form when a page opens. */
export interface FormStart {
  /** Words that were clicked, with their line; empty for none. */
  readonly original: string;
  readonly line: string;
  /** Who corrected last. */
  readonly by: string;
}

/** @param text of the source @param saved words for the clerk about the last save @param corrections that stand in the file */
export function documentPage(entry: Reviewable, text: string, saved: string | null, start: FormStart, corrections: readonly { readonly original: string; readonly correction: string }[]): string {
  const { key, title, reading } = entry;
  const pages = reading?.pages ?? 1;
  const shown = reading === null ? '<p class="none">Văn bản này nhận được dưới dạng chữ, không có hình gốc.</p>'
    : reading.format === 'pdf' || reading.format === 'image' ? Array.from({ length: Math.min(pages, 500) }, (_, index) => `<figure id="trang-${index + 1}"><figcaption>Trang ${index + 1}/${pages}</figcaption><img loading="lazy" alt="Trang ${index + 1} của bản gốc" src="/hinh/${escape(key)}/${index + 1}.png"></figure>`).join('')
      : `<p class="none">Bản gốc: <a href="/goc/${escape(key)}">${escape(reading.original.file)}</a> (mở bằng Word hoặc trình duyệt)</p>`;
  return frame(`Soát: ${title}`, `<header><a href="/">Danh sách</a> <strong>${escape(title)}</strong>${saved === null ? '' : `<p role="status">${escape(saved)}</p>`}</header>
<main class="sides"><section class="original" tabindex="0" aria-label="Bản gốc">${shown}</section><section class="text" aria-label="Chữ đọc được"><div class="lines" tabindex="0" role="region" aria-label="Từng dòng">${doubtList(entry)}${correctionList(corrections)}${markLines(entry, text)}</div>
<form id="sua" method="post" action="/luu/${escape(key)}"><label class="wide">Chữ trong bản nguồn (bấm chữ tô vàng, hoặc chép nguyên)<input name="original" required maxlength="2000" value="${escape(start.original)}"></label><label class="wide">Sửa thành<input name="correction" required maxlength="2000"${start.original === '' ? '' : ' autofocus'} value="${escape(start.original)}"></label><label>Dòng<input name="line" type="number" min="1" value="${escape(start.line)}"></label><label>Lý do<input name="reason" required maxlength="500" value="Đối chiếu bản gốc"></label><label>Người sửa<input name="by" required maxlength="100" value="${escape(start.by)}" autocomplete="name"></label><button>Lưu</button></form></section></main>`);
}

function doubtList({ reading, messages }: Reviewable): string {
  const doubts = [
    ...(reading?.doubtful ?? []).map(({ word, line, page, confidence }) => `<li><a href="?${pick(word, line)}">${escape(word)}</a> dòng ${line}, <a href="#trang-${page}">trang ${page}</a>, máy chắc ${confidence}%</li>`),
    ...messages.filter((message) => message.severity !== 'info').map((message) => `<li><a href="#d${message.line}">Dòng ${message.line}</a>: ${escape(message.message)}</li>`),
  ];
  return `<details><summary>Chỗ cần xem (${doubts.length})</summary><ol>${doubts.slice(0, 400).join('')}</ol></details>`;
}

function correctionList(corrections: readonly { readonly original: string; readonly correction: string }[]): string {
  if (corrections.length === 0) return '';
  return `<details open><summary>Đã sửa (${corrections.length}), áp dụng khi chạy npm run import</summary><ul>${corrections.map(({ original, correction }) => `<li><del>${escape(original)}</del> → <ins>${escape(correction)}</ins></li>`).join('')}</ul></details>`;
}

/** Address part that opens the form with a word in it, at its line. */
function pick(word: string, line: number): string {
  return escape(`${new URLSearchParams({ chu: word, dong: String(line) }).toString()}#d${line}`);
}

/** Lines of the text with their numbers; doubtful words stand out and open the form. A form feed begins a page of the original. */
function markLines({ reading, messages }: Reviewable, text: string): string {
  let page = 1;
  return text.split('\n').map((line, index) => {
    const number = index + 1;
    const marks = (reading?.doubtful ?? []).filter((word) => word.line === number).map(({ column, word, confidence }) => ({ start: column - 1, end: column - 1 + word.length, word, title: `Máy chắc ${confidence}%` })).sort((a, b) => a.start - b.start);
    const plain = (from: number, to: number): string => escape(line.slice(from, to)).replace(/\f/gu, () => ` <a class="page" href="#trang-${++page}">trang ${page}</a> `);
    let html = '';
    let at = 0;
    for (const { start, end, word, title } of marks) {
      if (start < at) continue;
      html += `${plain(at, start)}<a class="doubt" href="?${pick(word, number)}" title="${escape(title)}"><mark>${escape(line.slice(start, end))}</mark></a>`;
      at = end;
    }
    html += plain(at, line.length);
    const warned = messages.some((message) => message.line === number && message.severity !== 'info');
    return line === '' || /^[ \t\r]+$/u.test(line) ? '' : `<p id="d${number}"${warned ? ' class="warned"' : ''}><span>${number}</span>${html}</p>`;
  }).join('');
}

export const STYLE = `:root{color-scheme:light dark;font:16px/1.6 'Be Vietnam Pro',system-ui,sans-serif;--edge:#8886;--doubt:#ffe08a}*{box-sizing:border-box}
body{margin:0;min-height:100dvh}.list{max-width:60rem;margin:auto;padding:1rem}.list li{margin-block:.5rem}.list small{display:block;color:GrayText}
header{padding:.5rem 1rem;border-bottom:1px solid var(--edge)}header a{margin-inline-end:.75rem}header p{margin:.25rem 0 0;font-weight:600}
body:has(.sides){display:grid;grid-template-rows:auto minmax(0,1fr);height:100dvh}
.sides{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);min-height:0}.original{overflow:auto;padding:1rem;background:#8881;border-inline-end:1px solid var(--edge)}
.text{display:grid;grid-template-rows:minmax(0,1fr) auto;min-height:0}.lines{overflow:auto;padding:.75rem 1rem}
figure{margin:0 0 1rem}figcaption{font-size:.85rem}img{width:100%;height:auto;background:#fff;border:1px solid var(--edge)}
.lines p{margin:.25rem 0;padding-inline-start:3rem;position:relative;overflow-wrap:anywhere;white-space:pre-wrap}.lines p span{position:absolute;inset-inline-start:0;width:2.25rem;text-align:end;color:GrayText;font-size:.8rem;user-select:none}
.lines li{margin-block:.25rem}mark{background:var(--doubt);color:#000}.doubt{color:inherit}.page{font-size:.8rem;border:1px solid var(--edge);padding:0 .4rem;border-radius:.2rem;white-space:nowrap}.warned{border-inline-start:3px solid #b26a00}:target{outline:2px solid #2a5db0;outline-offset:1px}
form{display:grid;grid-template-columns:6rem 1fr 1fr auto;gap:.4rem .6rem;align-items:end;padding:.6rem 1rem;border-top:1px solid var(--edge);background:Canvas}label{display:grid;font-size:.85rem}.wide{grid-column:1/-1}input{font:inherit;font-size:1rem;padding:.3rem .5rem;min-width:0;width:100%}button{font:inherit;padding:.3rem 1.25rem;min-height:2.4rem}
summary{cursor:pointer;padding-block:.25rem}
@media(max-width:50rem){.sides{grid-template-columns:1fr;grid-template-rows:minmax(0,2fr) minmax(0,3fr)}.original{border-inline-end:0;border-bottom:1px solid var(--edge)}}
@media(max-width:30rem){form{grid-template-columns:1fr 1fr}label:nth-of-type(4){grid-column:1/-1}}`;
