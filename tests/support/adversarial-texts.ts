/** Texts that make careless parsers slow: each family at any size. */

export interface AdversarialFamily {
  readonly name: string;
  /** Text of about `units` UTF-16 units. */
  readonly make: (units: number) => string;
}

/** The five families whose time must grow no faster than their length. */
export const ADVERSARIAL: readonly AdversarialFamily[] = [
  { name: 'digits', make: (units) => repeat('1234567890', units) },
  { name: 'brackets', make: (units) => repeat('([{“', units) },
  { name: 'Điều', make: (units) => repeat('Điều ', units) },
  { name: 'blank lines', make: (units) => repeat('\n', units) },
  { name: 'combining marks', make: (units) => `e${repeat('\u0301\u0323', units)}` },
];

/** More of the kind, for the sanity test: each taught us something. */
export const NASTY: readonly AdversarialFamily[] = [
  { name: 'repeated articles', make: (units) => repeat('Điều 1. Điều\n', units) },
  { name: 'one citation again and again', make: (units) => repeat('số 57-NQ/TW, ', units) },
  { name: 'a citation a line', make: (units) => repeat('số 57-NQ/TW\n', units) },
  { name: 'a new citation each time', make: (units) => Array.from({ length: Math.floor(units / 30) }, (_, index) => `Nghị quyết số ${index % 99_999}-NQ/TW, `).join('') },
  { name: 'asterisks', make: (units) => repeat('*a ', units) },
  { name: 'bullets', make: (units) => repeat('- a\n', units) },
  { name: 'table rows', make: (units) => repeat('| a | b |\n', units) },
  { name: 'open quotes', make: (units) => repeat('“Một\n', units) },
  { name: 'short paragraphs', make: (units) => repeat('a\n\n', units) },
  { name: 'percents', make: (units) => repeat('80% đoàn viên, ', units) },
  { name: 'one wide line', make: (units) => repeat('a    b', units) },
  { name: 'recipients', make: (units) => `Nơi nhận:\n${repeat('- Ban A;\n', units)}` },
  { name: 'addressees', make: (units) => `Kính gửi:\n${repeat('- Ban A;\n', units)}` },
  { name: 'signers', make: (units) => repeat('KT. CHỦ TỊCH\nNguyễn Văn A\n', units) },
  { name: 'appendices', make: (units) => `Kính gửi: A.\n\n${repeat('PHỤ LỤC I\n\nMột.\n\n', units)}` },
  { name: 'upper case', make: (units) => repeat('CỘNG HÒA ', units) },
  { name: 'dates', make: (units) => repeat('ngày 01/01/2026 ', units) },
];

function repeat(piece: string, units: number): string {
  return piece.repeat(Math.ceil(units / piece.length));
}
