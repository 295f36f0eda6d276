/** True when at least two thirds of the letters are capitals: a printed heading. */
export function isMostlyUpperCase(text: string): boolean {
  const letters = text.match(/\p{L}/gu);
  if (!letters || letters.length < 2) return false;
  const upper = letters.filter((letter) => letter === letter.toUpperCase() && letter !== letter.toLowerCase()).length;
  return upper / letters.length >= 0.66;
}
