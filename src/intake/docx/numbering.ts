/**
 * Counts numbered paragraphs as Word does, so that the printed `1.`, `a)`, `II.` come back, which stand nowhere in the text.
 *
 * @source ECMA-376 Part 1, 17.9 (numbering)
 */
import type { XmlElement } from '@rgrove/parse-xml';
import { child, childElements, value } from './xml.ts';

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  /** Level after which counting begins anew; 0: never. `undefined`: after any level above. */
  readonly restart: number | undefined;
  readonly isLegal: boolean;
  readonly style: string | undefined;
}

interface List {
  /** Lists of one abstract list count on together. */
  readonly counter: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly overrides: ReadonlyMap<number, number>;
}

export interface NumberingCounter {
  /** Label of the next paragraph of a list, `null` for none. Call once for each paragraph, in order. */
  next(listId: string, level: number): string | null;
  /** List and level that a paragraph style belongs to. */
  ofStyle(style: string): { listId: string; level: number } | null;
}

/** @param root `w:numbering`, or `null` */
export function createNumbering(root: XmlElement | null): NumberingCounter {
  const lists = readLists(root);
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    next(listId, level) {
      const list = lists.get(listId);
      const own = list?.levels.get(level);
      if (!list || !own) return null;
      const numbers = counts.get(list.counter) ?? [];
      counts.set(list.counter, numbers);
      const override = list.overrides.get(level);
      if (override !== undefined && !begun.has(`${listId} ${level}`)) numbers[level] = override;
      else numbers[level] = numbers[level] === undefined ? own.start : numbers[level] + 1;
      begun.add(`${listId} ${level}`);
      for (const deeper of list.levels.keys()) if (deeper > level && (list.levels.get(deeper)?.restart === undefined || (list.levels.get(deeper)?.restart ?? 0) > level)) delete numbers[deeper];
      return printLabel(list, level, numbers);
    },
    ofStyle(style) {
      for (const [listId, list] of lists) for (const [level, { style: own }] of list.levels) if (own === style) return { listId, level };
      return null;
    },
  };
}

function readLists(root: XmlElement | null): Map<string, List> {
  const abstracts = new Map<string, ReadonlyMap<number, Level>>();
  const lists = new Map<string, List>();
  for (const element of childElements(root)) {
    if (element.name === 'w:abstractNum') abstracts.set(element.attributes['w:abstractNumId'] ?? '', readLevels(element));
    if (element.name !== 'w:num') continue;
    const abstract = value(element, 'w:abstractNumId') ?? '';
    const levels = new Map(abstracts.get(abstract));
    const overrides = new Map<number, number>();
    for (const override of childElements(element).filter(({ name }) => name === 'w:lvlOverride')) {
      const level = Number(override.attributes['w:ilvl'] ?? 0);
      const start = value(override, 'w:startOverride');
      if (start !== undefined) overrides.set(level, Number(start));
      const own = child(override, 'w:lvl');
      if (own) levels.set(level, readLevel(own));
    }
    lists.set(element.attributes['w:numId'] ?? '', { counter: abstract, levels, overrides });
  }
  return lists;
}

function readLevels(element: XmlElement): Map<number, Level> {
  return new Map(childElements(element).filter(({ name }) => name === 'w:lvl').map((level) => [Number(level.attributes['w:ilvl'] ?? 0), readLevel(level)]));
}

function readLevel(element: XmlElement): Level {
  const restart = value(element, 'w:lvlRestart');
  return {
    format: value(element, 'w:numFmt') ?? 'decimal', text: value(element, 'w:lvlText') ?? '', start: Number(value(element, 'w:start') ?? 0),
    restart: restart === undefined ? undefined : Number(restart), isLegal: child(element, 'w:isLgl') !== undefined, style: value(element, 'w:pStyle'),
  };
}

function printLabel({ levels }: List, level: number, numbers: readonly (number | undefined)[]): string | null {
  const own = levels.get(level);
  if (!own || own.format === 'none') return own && /[\p{L}\p{N}]/u.test(own.text.replace(/%\d/gu, '')) ? own.text.replace(/%\d/gu, '').trim() : null;
  if (own.format === 'bullet') return own.text.trim() === '' ? null : bulletSign(own.text);
  const label = own.text.replace(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    const other = levels.get(at);
    return formatNumber(numbers[at] ?? other?.start ?? 1, own.isLegal ? 'decimal' : (other?.format ?? 'decimal'));
  }).trim();
  return label === '' ? null : label;
}

/** Symbol fonts keep their bullets in the private range; what they show is a dot, a square or an arrow. */
function bulletSign(text: string): string {
  const sign = text.trim();
  return /^[-–—+*•·○▪►]$/u.test(sign) ? sign.replace(/[–—·]/u, (dash) => (dash === '·' ? '•' : '-')) : /[\ue000-\uf8ff]/u.test(sign) ? (sign === '\uf02d' ? '-' : '•') : sign === 'o' ? '•' : sign;
}

const ROMAN: readonly (readonly [number, string])[] = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];

/** Writes a number in one of Word's formats. */
export function formatNumber(number: number, format: string): string {
  switch (format) {
    case 'upperRoman': return roman(number);
    case 'lowerRoman': return roman(number).toLowerCase();
    case 'upperLetter': return letters(number).toUpperCase();
    case 'lowerLetter': return letters(number);
    case 'decimalZero': return String(number).padStart(2, '0');
    default: return String(number);
  }
}

function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [size, sign] of ROMAN) for (; rest >= size; rest -= size) text += sign;
  return text;
}

/** a, b, ..., z, aa, bb, ... */
function letters(number: number): string {
  if (number < 1) return '';
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);
}
