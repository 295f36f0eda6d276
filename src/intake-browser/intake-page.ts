/** The element of `/nhap-thu/`: takes a dropped file, has it read by the worker, shows what came of it. */
import { make } from '../tools/element.ts';
import { IntakeClient } from './client.ts';
import type { IntakeResult } from './messages.ts';
import { makePreview } from './preview.ts';
import { barWords, intakeWords as words, originWords } from './strings.ts';
import { textName } from './text-name.ts';

const MAX_DOUBTS = 60;
const fields: Readonly<Record<string, string>> = words.facts;

class IntakePage extends HTMLElement {
  #client: IntakeClient | null = null;

  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('[data-intake="file"]');
    const zone = this.querySelector<HTMLElement>('[data-intake="drop"]');
    this.#client = new IntakeClient(this.dataset['base'] ?? '/');
    this.#say(words.loading);
    this.#client.ready.then(() => {
      this.dataset['state'] = 'ready';
      if (input) input.disabled = false;
      this.#say(words.ready);
    }, () => this.#say(words.broken));
    input?.addEventListener('change', () => void this.#take(input.files?.[0]));
    zone?.addEventListener('dragover', (event) => {
      event.preventDefault();
      zone.dataset['over'] = '';
    });
    zone?.addEventListener('dragleave', () => delete zone.dataset['over']);
    zone?.addEventListener('drop', (event) => {
      event.preventDefault();
      delete zone.dataset['over'];
      void this.#take(event.dataTransfer?.files[0]);
    });
  }

  async #take(file: File | undefined): Promise<void> {
    if (!file || !this.#client) return;
    this.dataset['state'] = 'reading';
    this.#show();
    this.#say(words.reading(file.name));
    try {
      const answer = await this.#client.read(file.name, await file.arrayBuffer(), (done, total) => this.#say(`${words.reading(file.name)} ${words.page(done, total)}`));
      if (answer.kind === 'unreadable') this.#say(answer.message);
      else {
        this.#say(words.read(file.name));
        this.#show(...describe(answer.result));
      }
      this.dataset['state'] = answer.kind === 'result' ? 'done' : 'refused';
    } catch {
      this.#say(words.failed);
      this.dataset['state'] = 'refused';
    }
  }

  #say(text: string): void {
    const status = this.querySelector('[data-intake="status"]');
    if (status) status.textContent = text;
  }

  #show(...nodes: readonly Node[]): void {
    this.querySelector('[data-intake="result"]')?.replaceChildren(...nodes);
  }
}

function describe(result: IntakeResult): Node[] {
  return [
    ...(result.bars.length > 0 ? [make('div', { class: 'notice' }, make('p', {}, words.barred), make('ul', {}, ...result.bars.map((bar) => make('li', {}, `${words.line(bar.line)}: “${bar.actual}”, ${barWords[bar.kind]}`))))] : []),
    section(words.sections.record, makeFacts(result)), section(words.sections.doubts, makeDoubts(result)), section(words.sections.links, makeLinks(result)), section(words.sections.files, makeFiles(result)), section(words.sections.preview, makePreview(result.reading.text)),
  ];
}

function section(title: string, ...content: Node[]): HTMLElement {
  return make('section', { class: 'intake-part' }, make('h2', {}, title), ...content);
}

function makeFacts({ reading, record, sha256 }: IntakeResult): HTMLElement {
  const rows: readonly (readonly [string, string, string | null | undefined])[] = [
    ['origin', words.facts.origin, `${originWords[reading.origin]}${reading.pages === null ? '' : `, ${reading.pages} trang`}`], ['type', words.facts.type, record.type?.name], ['number', words.facts.number, record.number], ['date', words.facts.date, record.date?.split('-').reverse().join('/')],
    ['issuer', words.facts.issuer, record.issuer?.name], ['subject', words.facts.subject, record.subject], ['signature', words.facts.signature, [record.signature?.capacity, record.signature?.position, record.signature?.name].filter(Boolean).join(' ')],
    ['address', words.facts.address, record.url], ['sha256', words.facts.sha256, sha256],
  ];
  return make('dl', { class: 'intake-facts' }, ...rows.map(([name, label, value]) => make('div', {}, make('dt', {}, label), make('dd', { 'data-fact': name }, value || words.none))));
}

function makeDoubts({ reading, record }: IntakeResult): HTMLElement {
  const rank = { error: 0, warning: 1, info: 2 };
  const messages = [...record.messages].sort((a, b) => rank[a.severity] - rank[b.severity] || a.line - b.line);
  const inferred = record.inferred.map(({ field, evidence }) => words.inferred(fields[field] ?? field, evidence));
  const entries = [...reading.notes.map((entry) => entry.message), ...inferred, ...messages.map((message) => `${words.line(message.line)}: ${message.message}`)];
  if (entries.length === 0) return make('p', {}, words.noDoubts);
  return make('ul', { 'data-intake': 'doubts' }, ...entries.slice(0, MAX_DOUBTS).map((entry) => make('li', {}, entry)), entries.length > MAX_DOUBTS && make('li', {}, words.more(entries.length - MAX_DOUBTS)));
}

function makeLinks({ links }: IntakeResult): HTMLElement {
  if (links.length === 0) return make('p', {}, words.noLinks);
  const base = document.querySelector<HTMLElement>('intake-page')?.dataset['base'] ?? '/';
  return make('ul', {}, ...links.map(({ label, url, held }) => make('li', {}, url === null ? label : make('a', { href: base.replace(/\/$/u, '') + url }, label), ` (${held ? words.held : url === null ? words.unknown : words.cited})`)));
}

function makeFiles({ name, reading, record, mdx }: IntakeResult): HTMLElement {
  const link = (file: string, label: string, type: string, data: string): HTMLElement => make('li', {}, make('a', { download: file, href: URL.createObjectURL(new Blob([data], { type: `${type};charset=utf-8` })) }, label));
  return make('div', {}, make('ul', { 'data-intake': 'files' },
    mdx !== null && link(`${record.key.split('/').at(-1) ?? name}.mdx`, words.files.mdx, 'text/markdown', mdx),
    link(textName(name), words.files.text, 'text/plain', reading.text),
    link(`${name}.json`, words.files.record, 'application/json', `${JSON.stringify({ reading: { ...reading, text: undefined }, record }, null, 2)}\n`)), make('p', { class: 'small muted' }, words.filesNote));
}

customElements.define('intake-page', IntakePage);
