/** Twelve ways to type one number. */
import { stripAccents } from './corpus.ts';

export const RUN_TOGETHER = 'dính liền';

export const SPELLINGS: readonly (readonly [label: string, spell: (number: string, type: string) => string])[] = [
  ['như in', (number) => number],
  ['chữ thường', (number) => number.toLowerCase()],
  ['không dấu, chữ thường', (number) => stripAccents(number).toLowerCase()],
  ['cách thay gạch', (number) => number.replace(/[-/]/gu, ' ')],
  ['cách, không dấu', (number) => stripAccents(number).toLowerCase().replace(/[-/]/gu, ' ')],
  ['cách quanh gạch', (number) => number.replace(/[-/]/gu, ' $& ')],
  ['cách sau gạch (bản quét)', (number) => number.replace(/-/gu, '- ')],
  ['số đứng trước', (number) => `số ${number}`],
  ['tên loại', (number, type) => `${type} ${number}`],
  ['tên loại số, không dấu', (number, type) => stripAccents(`${type} so ${number}`).toLowerCase()],
  [RUN_TOGETHER, (number) => stripAccents(number).toLowerCase().replace(/[-/](?=[a-z])/gu, '')],
  ['đảo gạch', (number) => number.replace(/[-/]/gu, (mark) => (mark === '-' ? '/' : '-'))],
];
