/** True when at least two thirds of the letters are capitals: a printed heading. */
export function isMostlyUpperCase(text: string): boolean {
  let letters = 0;
  let upper = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === NO_LETTER) continue;
    letters++;
    if (kind === CAPITAL) upper++;
  }
  return letters >= 2 && upper / letters >= 0.66;
}

const NO_LETTER = 1;
const CAPITAL = 2;
const OTHER_LETTER = 3;

/** Kind of each UTF-16 unit, filled as units are met; 0 is not met yet. */
const KINDS = new Uint8Array(0x10000);

function kindOf(unit: number): number {
  const known = KINDS[unit] ?? 0;
  if (known !== 0) return known;
  const letter = String.fromCharCode(unit);
  const kind = !/\p{L}/u.test(letter) ? NO_LETTER : letter === letter.toUpperCase() && letter !== letter.toLowerCase() ? CAPITAL : OTHER_LETTER;
  KINDS[unit] = kind;
  return kind;
}
