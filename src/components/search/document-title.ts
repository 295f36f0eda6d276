/** Titles of documents as nodes, alike in every list that a script makes. */
import { splitNumbers } from '../../corpus/wording/split-numbers.ts';
import { element } from './element.ts';

/** Name and subject of `Công văn số 10/LĐLĐ-CTCĐ: Tuyên truyền …`; what has no such name is all name. */
export function splitTitle(title: string): readonly [name: string, subject: string | null] {
  const [, name, subject] = /^(.{3,60}?): (.+)$/u.exec(title) ?? [];
  return name !== undefined && subject !== undefined ? [name, subject] : [title, null];
}

/** Numbers and dates stay on one line. */
export function keepNumbers(text: string): (Node | string)[] {
  return splitNumbers(text).map((run) => (run.together ? element('span', { class: 'nowrap' }, run.text) : run.text));
}
