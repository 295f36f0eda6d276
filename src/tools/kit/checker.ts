/** The draft checker: a text or a dropped file in, a verdict for every citation out. */
import { citeFirst, printCitation, printDate } from '../../corpus/wording/citation-text.ts';
import { nameDocument } from '../../corpus/wording/short-name.ts';
import { ofOrgan } from '../../corpus/wording/unknown-organ.ts';
import type { KitEntry } from '../../corpus/exports/kit-index.ts';
import { copyAndSay } from '../copy.ts';
import type { DraftReport } from '../draft/check-draft.ts';
import { DraftClient } from '../draft/client.ts';
import type { Verdict } from '../draft/verify.ts';
import { make, makeButton } from '../element.ts';
import { toolWords } from '../strings.ts';

const words = toolWords.kit;

export interface CheckerHost {
  readonly base: string;
  /** Address of a document's page. */
  readonly pageOf: (entry: KitEntry) => string;
  /** Absolute short address of a document. */
  readonly urlOf: (entry: KitEntry) => string;
  readonly add: (key: string) => void;
}

/** Brings the checker to life. @param root the `<writer-kit>` element */
export function startChecker(root: HTMLElement, host: CheckerHost): void {
  const part = <E extends HTMLElement>(name: string): E => root.querySelector<E>(`[data-kit="${name}"]`) as E;
  const [draft, status, report, file, drop] = [part<HTMLTextAreaElement>('draft'), part('check-status'), part('report'), part<HTMLInputElement>('file'), part('drop')];
  const client = new DraftClient(host.base);
  client.ready.then(() => { root.dataset['checker'] = 'ready'; }, () => { status.textContent = words.loadFailed; });

  const check = async (): Promise<void> => {
    if (!/[\p{L}\p{N}]/u.test(draft.value)) {
      status.textContent = words.empty;
      draft.focus();
      return;
    }
    status.textContent = words.checking;
    try {
      await client.ready;
      const result = await client.check(draft.value);
      const right = result.citations.filter(({ verdict }) => verdict.state === 'right').length;
      status.textContent = result.citations.length === 0 ? words.none : words.summary(result.citations.length, right);
      report.replaceChildren(...showReport(result, host, (line, column, length) => select(draft, line, column, length)));
      report.dataset['state'] = 'ready';
    } catch {
      status.textContent = words.checkFailed;
    }
  };
  const take = async (given: File | undefined): Promise<void> => {
    if (!given) return;
    const text = /\.docx$/iu.test(given.name) ? await client.readFile(await given.arrayBuffer()) : /\.(?:txt|md)$/iu.test(given.name) ? await readText(given) : null;
    if (text === null) {
      status.textContent = words.notWord;
      return;
    }
    draft.value = text;
    await check();
  };

  part('check').addEventListener('click', () => void check());
  file.addEventListener('change', () => void take(file.files?.[0]));
  drop.addEventListener('dragover', (event) => { event.preventDefault(); drop.dataset['over'] = ''; });
  drop.addEventListener('dragleave', () => { delete drop.dataset['over']; });
  drop.addEventListener('drop', (event) => {
    delete drop.dataset['over'];
    const dropped = event.dataTransfer?.files[0];
    if (!dropped) return;
    event.preventDefault();
    void take(dropped);
  });
}

/** UTF-8, or UTF-16 as Windows Notepad once saved "Unicode". */
async function readText(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(utf16).decode(bytes);
}

type Select = (line: number, column: number, length: number) => void;

function showReport({ citations, messages }: DraftReport, host: CheckerHost, select: Select): Node[] {
  const listed = citations.length === 0 ? [] : [make('h3', {}, words.citations), make('ol', { class: 'kit-verdicts' }, ...citations.map((row) => showCitation(row, host, select)))];
  const form = messages.length === 0 ? make('p', {}, words.formNone) : make('ul', { class: 'kit-messages' }, ...messages.map(({ message, line, column, actual }) => make('li', {},
    ...message.split('`').map((text, index) => (index % 2 === 1 ? make('q', {}, text) : text)), ' ', placeButton(line, column, (actual ?? '').length, select))));
  return [...listed, make('h3', {}, words.form_), form];
}

function placeButton(line: number, column: number, length: number, select: Select): HTMLButtonElement {
  return makeButton(words.place(line, column), () => select(line, column, length), { class: 'kit-place' });
}

function showCitation({ citation, verdict }: DraftReport['citations'][number], host: CheckerHost, select: Select): HTMLLIElement {
  const [first] = citation.mentions;
  const { state, entry } = verdict;
  const right = entry === null ? null : citeFirst(entry);
  return make('li', { 'class': `kit-verdict is-${state}`, 'data-verdict': state },
    make('p', { class: 'kit-verdict-head' }, make('strong', { class: 'kit-mark' }, make('span', { 'aria-hidden': 'true' }, `${words.marks[state]} `), words.verdicts[state]), ' ', make('q', {}, first?.raw ?? citation.number ?? ''), ' ',
      first ? placeButton(first.line, first.column, first.raw.length, select) : null, citation.mentions.length > 1 && ` · ${words.times(citation.mentions.length)}`),
    make('p', {}, ...explain(verdict, host)),
    verdict.missing.length > 0 && state !== 'no-number' && citation.mentions.every(({ form }) => form !== 'subject') && make('p', { class: 'kit-meta' }, words.missingNote(verdict.missing.map((name) => words.missing[name]).join(', '))),
    entry && right && make('div', { class: 'kit-suggest' }, make('p', {}, make('span', { class: 'kit-meta' }, `${words.suggest} `), printCitation(right)), make('div', { class: 'kit-row-buttons' },
      makeButton(words.copyThis, () => void copyAndSay(printCitation(right), printCitation(right, 'html', entry.code === '' ? null : host.urlOf(entry)), toolWords.copied.citation), { 'aria-label': words.copyNamed(nameDocument(entry)) }),
      // A regulation that stands in the table alone has no page, so the basket cannot hold it.
      entry.code !== '' && makeButton(words.add, () => host.add(entry.key), { 'aria-label': words.addNamed(nameDocument(entry)) }))));
}

function explain({ state, entry, candidates, replacedBy }: Verdict, host: CheckerHost): (Node | string | null)[] {
  const text = words.explain[state];
  const list = (entries: readonly KitEntry[]): (Node | string)[] => entries.flatMap((candidate, index) => [index > 0 ? '; ' : ' ', ...linkTo(candidate, host)]);
  switch (state) {
    case 'wrong-date': return [`${text} `, make('strong', {}, entry?.date ? printDate(entry.date, 'short').replace(/^ngày /u, '') : ''), ':', ...list(entry ? [entry] : [])];
    case 'wrong-issuer': return [`${text} `, make('strong', {}, entry?.issuer.name ?? ''), ':', ...list(entry ? [entry] : [])];
    case 'wrong-title': return [`${text} `, make('q', {}, entry?.title ?? ''), '.', ...list(entry ? [entry] : [])];
    case 'right': return [text, ...list(entry ? [entry] : [])];
    case 'replaced': return [text, ...(replacedBy.length > 0 ? [' ', words.by, ...list(replacedBy)] : [` ${words.ended(entry?.ended ?? '')}`]), ...(entry?.ended === undefined ? [] : list([entry]))];
    case 'ambiguous': return [text, ...list(candidates)];
    case 'unknown': return candidates.length === 0 ? [text] : [text, ' ', words.near, ...list(candidates)];
    case 'no-number': return [text];
  }
}

function linkTo(entry: KitEntry, host: CheckerHost): Node[] {
  const date = entry.date === null ? '' : `, ${printDate(entry.date, 'short')}`;
  return [entry.code === '' ? document.createTextNode(nameDocument(entry)) : make('a', { href: host.pageOf(entry) }, nameDocument(entry)), document.createTextNode(`${date}${ofOrgan(entry.issuer.name)}`)];
}

/** Shows a place of the draft: selected, in view. */
function select(draft: HTMLTextAreaElement, line: number, column: number, length: number): void {
  const before = draft.value.split('\n').slice(0, line - 1);
  const start = before.reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
  draft.focus();
  draft.setSelectionRange(start, start + Math.max(length, 1));
  const lineHeight = Number.parseFloat(getComputedStyle(draft).lineHeight);
  // Wrapped lines make this an estimate; the selection itself is exact.
  draft.scrollTop = Math.max(0, (line - 4) * lineHeight);
}
