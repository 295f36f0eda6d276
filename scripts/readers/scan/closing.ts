/** Reads the column of the signature a second time: beside a seal and a pen stroke the name is often thrown away with them. */
import type { Canvas } from '@napi-rs/canvas';
import type { Fragment } from '../../../src/intake/pdf/fragments.ts';
import { isInside, rereadBox, spellBody, sureness, type Box, type RecognizeBlock } from './reread.ts';

/** Another reading than that of the whole page must be surer than this: seals and pen strokes hardly ever are. */
const SURE_LINE = 75;
/** The signature stands within this part of the page's height below `Nơi nhận`. */
const REACH = 0.28;

/**
 * @param canvas the cleaned page
 * @param inked  the page before its coloured ink was taken out: where no name is found, it may be a stamp in red
 * @returns the words with those right of `Nơi nhận` read anew; as they were when the page has none
 */
export async function rereadClosing(canvas: Canvas, inked: () => Canvas, words: readonly Fragment[], recognize: RecognizeBlock): Promise<Fragment[]> {
  const box = findSignature(words, canvas);
  if (!box) return [...words];
  const body = words.filter((word) => !isInside(word, box));
  const spoken = spellBody(body);
  const first = (readings: readonly (readonly Fragment[])[]): readonly Fragment[] => readings.find((reading) => reading.every((word) => words.includes(word))) ?? [];
  const lines = (await rereadBox(canvas, words, box, spoken, recognize)).map(({ words: line, readings }) => (isSure(line) ? line : first(readings))).filter((line) => line.length > 0);
  const names = lines.some(isName) ? [] : (await rereadBox(inked(), [], box, spoken, recognize)).map(({ words: line }) => line).filter((line) => isSure(line) && isName(line));
  return [...body, ...lines.flat(), ...names.flat()];
}

function isSure(line: readonly Fragment[]): boolean {
  return sureness(line) > SURE_LINE && isWritten(line);
}

/** `Lê Hoàng Anh`, not `PHÓ GIÁM ĐỐC`. */
function isName(line: readonly Fragment[]): boolean {
  return line.length >= 2 && line.length <= 6 && line.every(({ text }) => /^\p{Lu}[\p{Ll}.]+$/u.test(text));
}

/** Two words or more, all of letters: an office or a name. */
function isWritten(line: readonly Fragment[]): boolean {
  return line.length > 1 && line.every(({ text }) => /^["“(]?\p{Lu}[\p{L}.]+\)?$/u.test(text));
}

/** What stands right of the recipients and their heading. */
function findSignature(words: readonly Fragment[], { width, height }: Canvas): Box | null {
  const heading = words.find((word, index) => /^N[ơo]i$/u.test(word.text) && /^nh[ậâạ]n/u.test(words[index + 1]?.text ?? '') && word.x < width * 0.3);
  if (!heading) return null;
  const top = heading.y - heading.size * 2.2;
  const bottom = Math.min(height, heading.y + height * REACH);
  const left = words.filter((word) => word.y > heading.y - heading.size * 0.5 && word.y < bottom && word.x + word.width < width * 0.55 && (word.confidence ?? 100) > 60).map((word) => word.x + word.width);
  const x = Math.max(...left) + heading.size * 0.3;
  return { x, y: top, width: width - x, height: bottom - top };
}
