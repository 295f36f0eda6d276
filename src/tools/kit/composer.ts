/** Choosing bases and composing the clause: search line, basket, choices of form, the clause itself. */
import { basisHtml, basisText, composeBasis, orderBasis, usualVerb, type BasisEntry, type BasisLine, type BasisStyle, type BasisVerb } from '../../corpus/wording/basis-clause.ts';
import { formOf, printDate, type CitationForm, type DateStyle } from '../../corpus/wording/citation-text.ts';
import { nameDocument } from '../../corpus/wording/short-name.ts';
import type { KitEntry } from '../../corpus/exports/kit-index.ts';
import { onBasketChange, readBasket, writeBasket, type BasketItem } from '../basket.ts';
import { copyAndSay, say } from '../copy.ts';
import { make, makeButton } from '../element.ts';
import type { KitStore } from '../kit-store.ts';
import { toolWords } from '../strings.ts';
import { createEntryFinder } from './find-entries.ts';

const words = toolWords.kit;
const VERBS: readonly BasisVerb[] = ['Căn cứ', 'Thực hiện', 'Tiếp theo', 'Theo'];

/**
 * Brings the composer to life.
 * @param root     the `<writer-kit>` element
 * @param store    rows of the corpus
 * @param urlOf    absolute short address of a document
 */
export async function startComposer(root: HTMLElement, store: KitStore, urlOf: (entry: KitEntry) => string): Promise<{ readonly add: (key: string) => void }> {
  const part = <E extends HTMLElement>(name: string): E => {
    const found = root.querySelector<E>(`[data-kit="${name}"]`);
    if (!found) throw new Error(`startComposer: missing part ${name}`);
    return found;
  };
  const [query, results, count, basket, clause, style, form, date] = [
    part<HTMLInputElement>('query'), part('results'), part('count'), part('basket'), part('clause'), part<HTMLSelectElement>('style'), part<HTMLSelectElement>('form'), part<HTMLSelectElement>('date'),
  ];
  let items: BasketItem[] = readBasket();
  let lines: BasisLine[][] = [];

  const save = (next: readonly BasketItem[]): void => {
    items = [...next];
    writeBasket(items);
    show();
  };
  const add = (key: string): void => {
    if (!items.some((item) => item.key === key)) save([...items, { key }]);
    say(toolWords.bar.addedNote);
  };
  const entriesOf = (list: readonly BasketItem[]): (BasisEntry & { item: BasketItem; entry: KitEntry })[] => list.flatMap((item) => {
    const entry = store.get(item.key);
    return entry ? [{ document: { ...entry, url: urlOf(entry) }, verb: item.verb as BasisVerb | undefined, alias: item.alias, item, entry }] : [];
  });
  const move = (index: number, by: number): void => {
    const next = [...items];
    const [moved] = next.splice(index, 1);
    if (moved) next.splice(index + by, 0, moved);
    save(next);
    const button = basket.querySelectorAll('li')[index + by]?.querySelector<HTMLButtonElement>(by < 0 ? '[data-up]' : '[data-down]');
    (button?.disabled ? button.parentElement?.querySelector<HTMLButtonElement>('button:enabled') : button)?.focus();
  };
  const remove = (index: number): void => {
    save(items.filter((_, at) => at !== index));
    const rows = basket.querySelectorAll('li');
    (rows[Math.min(index, rows.length - 1)]?.querySelector<HTMLButtonElement>('[data-remove]') ?? query).focus();
    say(toolWords.bar.removedNote);
  };

  const compose = (): void => {
    lines = composeBasis(entriesOf(items), { style: style.value as BasisStyle, form: form.value === 'own' ? undefined : (form.value as CitationForm), date: date.value as DateStyle });
    clause.replaceChildren(...lines.map((line) => make('p', {}, ...line.flatMap(({ before, name, after, url }, index) => [index > 0 ? ' ' : null, before, make('a', { href: url }, name), after]))));
    for (const button of root.querySelectorAll<HTMLButtonElement>('[data-needs-clause]')) button.disabled = lines.length === 0;
    part('output').hidden = lines.length === 0;
  };
  const show = (): void => {
    part('empty').hidden = items.length > 0;
    basket.replaceChildren(...items.map((item, index) => makeRow(item, index, items.length, store, { move, remove, change: (next) => { items = items.map((old, at) => (at === index ? next : old)); writeBasket(items); compose(); } })));
    compose();
    showFound();
  };
  let finder = createEntryFinder(store.entries);
  let known = store.size;
  /** A number asks for its part of the rows, words ask for all of them. */
  const find = async (text: string, most?: number): Promise<KitEntry[]> => {
    const serial = /\d+/u.exec(text)?.[0];
    if (serial !== undefined) await store.fetchNumbers([serial]);
    else if (text.trim().length > 1) await store.fetchAll();
    if (store.size !== known) finder = createEntryFinder(store.entries);
    known = store.size;
    return finder(text, most);
  };
  const showFound = (): void => {
    const asked = query.value;
    find(asked).then((found) => { if (query.value === asked) showEntries(found); }, () => { count.textContent = words.loadFailed; });
  };
  const showEntries = (found: readonly KitEntry[]): void => {
    count.textContent = query.value.trim() === '' ? '' : words.found(found.length);
    results.replaceChildren(...found.map((entry) => {
      const there = items.some((item) => item.key === entry.key);
      const name = nameDocument(entry);
      const button = makeButton(there ? words.inBasket : words.add, () => { add(entry.key); query.focus(); }, { 'aria-label': there ? `${words.inBasket}: ${name}` : words.addNamed(name), 'disabled': there });
      return make('li', {}, make('div', { class: 'kit-row-text' }, make('p', { class: 'kit-name' }, name), make('p', { class: 'kit-meta' }, describe(entry)), entry.title && make('p', { class: 'kit-title' }, entry.title)), button);
    }));
  };

  query.addEventListener('input', showFound);
  query.addEventListener('keydown', (event) => {
    // Enter takes the first document found.
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void find(query.value, 1).then(([first]) => {
      if (!first) return;
      query.value = '';
      add(first.key);
      showFound();
    });
  });
  for (const select of [style, form, date]) select.addEventListener('change', compose);
  part('sort').addEventListener('click', () => save(orderBasis(entriesOf(items)).map(({ item }) => item)));
  part('clear').addEventListener('click', () => { save([]); query.focus(); });
  part('copy').addEventListener('click', () => void copyAndSay(basisText(lines), basisHtml(lines), toolWords.copied.clause));
  part('download').addEventListener('click', () => void download(lines));
  /** Rows of what lies in the basket, and of what took its place. */
  const fetchBasket = async (): Promise<void> => {
    await store.fetchKeys(items.map(({ key }) => key));
    await store.fetchKeys(items.flatMap(({ key }) => store.get(key)?.replacedBy ?? []));
  };
  onBasketChange(() => {
    items = readBasket();
    void fetchBasket().then(show);
  });
  await fetchBasket();
  show();
  return { add };
}

interface RowActions {
  readonly move: (index: number, by: number) => void;
  readonly remove: (index: number) => void;
  readonly change: (item: BasketItem) => void;
}

function makeRow(item: BasketItem, index: number, count: number, store: KitStore, { move, remove, change }: RowActions): HTMLLIElement {
  const entry = store.get(item.key);
  if (!entry) return make('li', {}, make('p', { class: 'doubt' }, words.gone(item.key)), makeButton(words.remove, () => remove(index), { 'data-remove': true, 'aria-label': words.removeNamed(item.key) }));
  const name = nameDocument(entry);
  let current = item;
  const set = (fields: Partial<BasketItem>): void => { current = { ...current, ...fields }; change(current); };
  const verb = make('select', { 'aria-label': words.verbNamed(name) }, ...VERBS.map((value) => make('option', { value, selected: value === (item.verb ?? usualVerb(entry)) }, value)));
  verb.addEventListener('change', () => set({ verb: verb.value }));
  const alias = make('input', { 'type': 'text', 'value': item.alias ?? '', 'aria-label': words.aliasNamed(name), 'autocomplete': 'off' });
  alias.addEventListener('input', () => set({ alias: alias.value }));
  const replaced = (entry.replacedBy ?? []).flatMap((key) => store.get(key) ?? []);
  return make('li', {},
    make('div', { class: 'kit-row-text' }, make('p', { class: 'kit-name' }, name), make('p', { class: 'kit-meta' }, describe(entry)), replaced.length > 0 && make('p', { class: 'doubt' }, words.replaced(replaced.map(nameDocument).join('; '))),
      make('div', { class: 'kit-fields' }, make('label', {}, make('span', {}, words.verb), verb), make('label', { class: 'kit-alias' }, make('span', {}, words.alias), alias))),
    make('div', { class: 'kit-row-buttons' },
      makeButton(words.up, () => move(index, -1), { 'data-up': true, 'disabled': index === 0, 'aria-label': words.upNamed(name) }),
      makeButton(words.down, () => move(index, 1), { 'data-down': true, 'disabled': index === count - 1, 'aria-label': words.downNamed(name) }),
      makeButton(words.remove, () => remove(index), { 'data-remove': true, 'aria-label': words.removeNamed(name) })));
}

function describe(entry: KitEntry): string {
  return [entry.issuer.name, entry.date === null ? toolWords.preview.unknownDate : printDate(entry.date, 'short'), formOf(entry) === 'party' ? 'văn bản Đảng' : null].filter((part) => part !== null).join(' · ');
}

async function download(lines: readonly (readonly BasisLine[])[]): Promise<void> {
  say(words.downloading);
  const { makeBasisDocx } = await import('./basis-docx.ts');
  const url = URL.createObjectURL(await makeBasisDocx(lines, words.result));
  make('a', { href: url, download: words.fileName }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  say(words.downloaded);
}
