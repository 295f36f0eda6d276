/** A plain preview of a read text: paragraphs, tables, bold and italics. Text is always text. */
import { make } from '../tools/element.ts';

/** Paragraphs shown at most; the file to download holds all. */
const SHOWN = 400;

export function makePreview(text: string): HTMLElement {
  const blocks = text.replaceAll('\f', '\n').split(/\n{2,}/u).filter((block) => block.trim() !== '');
  return make('div', { class: 'intake-preview', lang: 'vi', tabindex: '0', role: 'region' }, ...blocks.slice(0, SHOWN).map((block) => (block.startsWith('|') ? makeTable(block) : makeParagraph(block))));
}

function makeParagraph(block: string): HTMLElement {
  const lines = block.split('\n');
  return make('p', {}, ...lines.flatMap((line, index) => [...(index > 0 ? [make('br')] : []), ...makeInline(line)]));
}

function makeTable(block: string): HTMLElement {
  const rows = block.split('\n').filter((line) => line.startsWith('|') && !/^\|[\s:|-]+$/u.test(line));
  const cells = (line: string): string[] => line.replace(/^\||\|$/gu, '').split('|').map((cell) => cell.trim());
  return make('table', {}, make('tbody', {}, ...rows.map((line) => make('tr', {}, ...cells(line).map((cell) => make('td', {}, ...makeInline(cell)))))));
}

function makeInline(line: string): (Node | string)[] {
  return line.split(/(\*{1,3}[^*]+\*{1,3})/u).filter((part) => part !== '').map((part) => {
    const marked = /^(\*{1,3})([^*]+)\1$/u.exec(part);
    if (!marked) return part;
    const inner = marked[2] ?? '';
    return marked[1] === '*' ? make('em', {}, inner) : marked[1] === '**' ? make('strong', {}, inner) : make('strong', {}, make('em', {}, inner));
  });
}
