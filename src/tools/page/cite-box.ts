/** Copy buttons in the section "Trích dẫn", also for the code that embeds the card, and other ways to write the citation. */
import { citeFirst, formOf, printCitation, type CitationForm, type CitationFormat, type DateStyle } from '../../corpus/wording/citation-text.ts';
import { copyAndSay } from '../copy.ts';
import { make, makeButton } from '../element.ts';
import { toolWords } from '../strings.ts';
import type { PageDocument } from './page-document.ts';

const words = toolWords.cite;

/** Brings the section to life. */
export function startCiteBox(shown: PageDocument): void {
  const box = document.querySelector<HTMLElement>('.cite-box');
  if (!box) return;
  for (const row of box.querySelectorAll<HTMLElement>('[data-copy]')) {
    const text = row.textContent?.trim() ?? '';
    const name = row.closest('div')?.querySelector('dt')?.textContent ?? '';
    const html = row.matches('.cite-text') ? linkName(text, shown) : undefined;
    row.after(make('dd', { class: 'cite-copy' }, makeButton(words.copy, () => void copyAndSay(text, html, row.matches('.cite-text') ? toolWords.copied.citation : toolWords.copied.link), { 'aria-label': `${words.copy}: ${name}` })));
  }

  const choice = <T extends string>(label: string, values: Readonly<Record<T, string>>, chosen: T): [HTMLLabelElement, HTMLSelectElement] => {
    const select = make('select', {}, ...Object.entries<string>(values).map(([value, name]) => make('option', { value, selected: value === chosen }, name)));
    return [make('label', {}, `${label} `, select), select];
  };
  const [formLabel, form] = choice<CitationForm>(words.form, words.forms, formOf(shown));
  const [dateLabel, date] = choice<DateStyle>(words.date, words.dates, 'long');
  const [formatLabel, format] = choice<CitationFormat>(words.format, words.formats, 'text');
  const output = make('p', { class: 'cite-text cite-output' });
  const write = (): void => {
    output.textContent = printCitation(citeFirst(shown, { form: form.value as CitationForm, date: date.value as DateStyle }), format.value as CitationFormat, shown.url);
    output.classList.toggle('is-code', format.value !== 'text');
  };
  for (const select of [form, date, format]) select.addEventListener('change', write);
  write();
  const copyOther = makeButton(words.copy, () => void copyAndSay(output.textContent ?? '', format.value === 'text' ? printCitation(citeFirst(shown, { form: form.value as CitationForm, date: date.value as DateStyle }), 'html', shown.url) : undefined, toolWords.copied.citation), { 'aria-label': `${words.copy}: ${words.other}` });

  for (const code of document.querySelectorAll('.cite-code')) {
    const label = code.previousElementSibling?.textContent ?? '';
    code.after(makeButton(words.copy, () => void copyAndSay(code.textContent ?? '', undefined, toolWords.copied.code), { 'aria-label': `${words.copy}: ${label}` }));
  }
  (box.parentElement?.querySelector('.cite-qr') ?? box).after(make('details', { class: 'cite-more' }, make('summary', {}, words.other), make('div', { class: 'cite-choices' }, formLabel, dateLabel, formatLabel), output, copyOther));
}

/** The printed citation with its name as a link. */
function linkName(text: string, shown: PageDocument): string {
  const { name } = citeFirst(shown);
  return text.startsWith(name) ? printCitation({ before: '', name, after: text.slice(name.length) }, 'html', shown.url) : text;
}
