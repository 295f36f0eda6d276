/** Texts for property tests: any string, mixes of real fragments, mutated dispatches. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import fc from 'fast-check';

export interface NamedSource {
  readonly name: string;
  readonly text: string;
}

/** The five samples, and the whole documents composed for the tests. */
export function readRealSources(): NamedSource[] {
  const samples = globSync('content/sources/**/*.txt').sort().map((path) => ({ name: basename(path, '.txt'), text: readFileSync(path, 'utf8') }));
  const whole = globSync('tests/fixtures/whole/*/source.txt').sort().map((path) => ({ name: basename(dirname(path)), text: readFileSync(path, 'utf8') }));
  return [...samples, ...whole];
}

/** What no source should hold and some day one will: controls, braces, Markdown, HTML, tabs, other line ends, letters of other forms. */
export const HOSTILE: readonly string[] = [
  '\u0000', '\u0007', '\u001b[31m', '\u200b', '\ufeff', '\u00ad', '\u202e', '\r', '\r\n', '\n', '\n\n\n', '\t', '\t\t', '\u00a0', '\u3000', '\f', '\u2028', '\u0085',
  '{', '}', '{{', '{process.exit()}', '<script>', '</p>', '<!--', '-->', '<b', '&amp;', '&lt;', '<https://congdoan.vn>', 'www.congdoan.vn', 'a@b.vn', '![x](y)', '[x](y)', '[1]: y', '[^1]',
  '*', '**', '***', '****', '_', '__', '#', '# ', '###### ', '`', '```', '~~~', '~~', '> ', '---', '===', '\\', '\\*', '$', '$$', '|', '| ', '|---|', '| a | b |', ':--:',
  'import x from "y"', 'export const a = 1', '---\nkey: x\n---\n', '1.', '1)', 'a)', '- ', '+ ', 'I. ', 'Điều 1. ', 'Điều 999999', 'Chương I', 'Phụ lục', 'Nơi nhận:', 'Kính gửi:', 'KT. CHỦ TỊCH',
  'Số: /', 'Số: 1/', 'số 57-NQ/TW', 'ngày 31/02/2026', 'ngày 99 tháng 99 năm 9999', '“', '”', '"', '(', ')', '../../', 'e\u0302\u0323', '\u0301', '\u0323\u0302', '\ud800', '\udc00', '😀', '１２', 'ﬁ', 'Ð', '٣', '½',
];

/** Any string at all, also ones that no encoding can hold. */
export const anyString: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.nat({ max: 0xffff }), { maxLength: 120 }).map((codes) => String.fromCharCode(...codes)),
  fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 6 })), { maxLength: 40 }).map((parts) => parts.join('')),
);

/** Fragments of real papers and hostile pieces, mixed line by line. */
export function mixedFragments(sources: readonly NamedSource[]): fc.Arbitrary<string> {
  const lines = sources.flatMap(({ text }) => text.split('\n'));
  const fragment = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.nat({ max: lines.length - 1 }), fc.integer({ min: 1, max: 6 })).map(([at, count]) => lines.slice(at, at + count).join('\n')) },
    { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
    { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
  );
  return fc.array(fc.tuple(fragment, fc.constantFrom('\n', '\n', '\n\n', ' ', '', '\r\n', '     ')), { maxLength: 14 })
    .map((parts) => parts.map(([text, glue]) => text + glue).join(''));
}

/** One real paper, changed in one to eight places. */
export function mutatedSource(sources: readonly NamedSource[]): fc.Arbitrary<string> {
  const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const mutation = fc.record({ kind: fc.constantFrom(...MUTATIONS), at: place, to: place, piece: fc.constantFrom(...HOSTILE) });
  return fc.tuple(fc.constantFrom(...sources.map(({ text }) => text)), place, fc.array(mutation, { minLength: 1, maxLength: 8 }))
    .map(([text, from, mutations]) => mutations.reduce((current, { kind, at, to, piece }) => mutate(current, kind, at, to, piece), cut(text, from)));
}

const MUTATIONS = ['delete-lines', 'repeat-lines', 'swap-lines', 'insert', 'insert', 'insert', 'wrap', 'decompose', 'crlf', 'tabs', 'join-lines', 'break-line', 'indent', 'cut-end'] as const;

/** A stretch of at most 3,000 units, so that a thousand cases stay quick; mostly with the head of the paper. */
function cut(text: string, from: number): string {
  if (text.length <= 3000) return text;
  const start = from < 0.5 ? 0 : Math.floor((from - 0.5) * 2 * (text.length - 3000));
  return text.slice(start, start + 3000);
}

function mutate(text: string, kind: (typeof MUTATIONS)[number], at: number, to: number, piece: string): string {
  const lines = text.split('\n');
  const line = Math.floor(at * lines.length);
  const count = 1 + Math.floor(to * 4);
  const offset = Math.floor(at * text.length);
  switch (kind) {
    case 'delete-lines': return lines.toSpliced(line, count).join('\n');
    case 'repeat-lines': return lines.toSpliced(line, 0, ...lines.slice(line, line + count)).join('\n');
    case 'swap-lines': {
      const other = Math.floor(to * lines.length);
      return lines.with(line, lines[other] ?? '').with(other, lines[line] ?? '').join('\n');
    }
    case 'insert': return text.slice(0, offset) + piece + text.slice(offset);
    case 'wrap': return `${text.slice(0, offset)}**${text.slice(offset, offset + 60)}**${text.slice(offset + 60)}`;
    case 'decompose': return text.slice(0, offset) + text.slice(offset).normalize('NFD');
    case 'crlf': return text.replaceAll('\n', '\r\n');
    case 'tabs': return text.replace(/ {2,}/gu, '\t');
    case 'join-lines': return lines.toSpliced(line, 2, `${lines[line] ?? ''} ${lines[line + 1] ?? ''}`).join('\n');
    case 'break-line': return text.slice(0, offset) + '\n' + text.slice(offset);
    case 'indent': return lines.with(line, `${' '.repeat(count * 12)}${lines[line] ?? ''}`).join('\n');
    case 'cut-end': return text.slice(0, offset);
  }
}
