/**
 * Groups texts made from one template (the same letter sent by forty offices): MinHash over runs of three syllables.
 * The list of results shows the best of a group and tells how many are like it.
 */
import { foldTerm, syllablesOf } from '../text/syllables.ts';
import { hashText } from './hash-text.ts';

const HASHES = 24;
const BAND = 3;
/** Share of equal hashes from which two texts count as one template. */
const ALIKE = 0.75;
/** Shorter texts resemble one another by chance. */
const MIN_SYLLABLES = 60;

export type Sketch = Uint32Array;

/** @returns `null` when the text is too short to judge */
export function sketchText(paragraphs: readonly string[]): Sketch | null {
  const forms = paragraphs.flatMap((text) => syllablesOf(text)).map(foldTerm).filter((form) => !/\d/u.test(form));
  if (forms.length < MIN_SYLLABLES) return null;
  const sketch = new Uint32Array(HASHES).fill(0xffffffff);
  for (let index = 2; index < forms.length; index++) {
    const hash = hashText(`${forms[index - 2]} ${forms[index - 1]} ${forms[index]}`);
    for (let n = 0; n < HASHES; n++) {
      const mixed = Math.imul(hash ^ (n * 0x9e3779b1), 0x85ebca6b) >>> 0;
      const value = (mixed ^ (mixed >>> 15)) >>> 0;
      if (value < (sketch[n] ?? 0)) sketch[n] = value;
    }
  }
  return sketch;
}

/** @returns a group number from 1 for each text, 0 for those like no other */
export function groupSketches(sketches: readonly (Sketch | null)[]): Uint16Array {
  const parent = sketches.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  for (let band = 0; band < HASHES; band += BAND) {
    const first = new Map<string, number>();
    sketches.forEach((sketch, index) => {
      if (!sketch) return;
      const key = sketch.subarray(band, band + BAND).join();
      const other = first.get(key);
      if (other === undefined) first.set(key, index);
      else if (likeness(sketch, sketches[other] ?? sketch) >= ALIKE) parent[rootOf(index)] = rootOf(other);
    });
  }
  const sizes = new Map<number, number>();
  sketches.forEach((_, index) => sizes.set(rootOf(index), (sizes.get(rootOf(index)) ?? 0) + 1));
  const numbers = new Map<number, number>();
  return Uint16Array.from(sketches, (_, index) => {
    const root = rootOf(index);
    if ((sizes.get(root) ?? 0) < 2) return 0;
    if (!numbers.has(root)) numbers.set(root, numbers.size + 1);
    return numbers.get(root) ?? 0;
  });
}

function likeness(a: Sketch, b: Sketch): number {
  let same = 0;
  for (let index = 0; index < HASHES; index++) if (a[index] === b[index]) same++;
  return same / HASHES;
}
