/** Turns an answer into the list of results. */
import type { Described, Hit } from '../../search/answer.ts';
import { printDate } from '../../search/text/calendar.ts';
import { keepNumbers, splitTitle } from './document-title.ts';
import { element } from './element.ts';
import { searchWords as words } from './strings.ts';

/** Address of a page of the site under its base path. */
export type MakeHref = (path: string) => string;

/** One result: name, facts, the clause that answers with what matched marked. */
export function renderResult(row: Described, hit: Hit, href: MakeHref): HTMLLIElement {
  const item = element('li', { class: 'search-hit', 'data-result': true, 'data-document': String(row.document), 'data-reason': hit.reason });
  const name = element('a', { href: href(row.url), class: `document-link ${row.held ? 'is-held' : 'is-cited'}` }, ...renderTitle(row.title));
  item.append(element('h2', { class: 'search-hit-title' }, name));
  item.append(renderFacts(row, hit));
  item.append(element('p', { class: 'search-hit-text', 'data-excerpt': true }));
  if (row.excerpt) fillExcerpt(item, row, href);
  if (hit.alike.length > 0) item.append(element('details', { class: 'search-hit-alike', 'data-alike': hit.alike.join(',') }, element('summary', {}, words.alike(hit.alike.length)), element('ul', {})));
  return item;
}

/** Name of the document, then its subject in lighter type. */
function renderTitle(title: string): (Node | string)[] {
  const [name, subject] = splitTitle(title);
  return subject === null ? keepNumbers(name) : [...keepNumbers(name), ': ', element('span', { class: 'search-hit-subject' }, ...keepNumbers(subject))];
}

/** Puts the excerpt into a result that was made without. */
export function fillExcerpt(item: HTMLElement, row: Described, href: MakeHref): void {
  const place = item.querySelector('[data-excerpt]');
  if (!place || !row.excerpt) return;
  const { text, marks, anchor, label } = row.excerpt;
  const parts: (Node | string)[] = [];
  let last = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(last, start), element('mark', {}, text.slice(start, end)));
    last = end;
  }
  parts.push(text.slice(last));
  if (anchor) {
    const name = label && label !== anchor ? label : words.toClause;
    const link = element('a', { class: 'search-hit-clause', href: `${href(row.url)}#${encodeURIComponent(anchor)}`, 'aria-label': `${name}, ${row.number ?? row.title}` }, name);
    place.replaceChildren(link, ' ', ...parts);
  } else place.replaceChildren(...parts);
}

function renderFacts(row: Described, hit: Hit): HTMLParagraphElement {
  const facts = [
    row.number && !row.title.includes(row.number) ? element('span', { class: 'nowrap' }, row.number) : null,
    row.date ? element('time', { datetime: row.date, class: 'nowrap' }, printDate(row.date)) : null,
    row.issuer ? element('span', {}, row.issuer) : null,
    element('span', { class: row.held ? 'search-state' : 'search-state tag tag-cited' }, row.held ? words.state.held : words.state.cited),
    hit.reason === 'text' ? null : element('span', { class: 'search-reason' }, words.reason[hit.reason]),
  ].filter((fact) => fact !== null);
  const line = element('p', { class: 'search-hit-facts' });
  facts.forEach((fact, index) => line.append(...(index > 0 ? [' · '] : []), fact));
  return line;
}
