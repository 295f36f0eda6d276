/** Text files in every usual encoding; a guess that does not read as Vietnamese is refused. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { decodeText } from '../../../src/intake/encodings/decode.ts';
import { decodeFontText, decodeVni } from '../../../src/intake/encodings/legacy.ts';
import { readTextFile } from '../../../src/intake/plain-text.ts';
import { UnreadableSource } from '../../../src/intake/reading.ts';

const latin = (text: string): Uint8Array => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const EXPECTED = 'Liên đoàn Lao động tỉnh Hưng Yên đề nghị các công đoàn cơ sở thực hiện';
const TCVN3 = 'Liªn ®oµn Lao ®éng tØnh H­ng Yªn ®Ò nghÞ c¸c c«ng ®oµn c¬ së thùc hiÖn';
const VNI = 'Lieân ñoaøn Lao ñoäng tænh Höng Yeân ñeà nghò caùc coâng ñoaøn cô sôû thöïc hieän';

/** Bytes of windows-1258: vowels with hats stand alone, tones follow them. */
function windows1258(text: string): Uint8Array {
  const tones: Readonly<Record<string, number>> = { '\u0300': 0xcc, '\u0309': 0xd2, '\u0303': 0xde, '\u0301': 0xec, '\u0323': 0xf2 };
  const letters: Readonly<Record<string, number>> = { ă: 0xe3, â: 0xe2, ê: 0xea, ô: 0xf4, ơ: 0xf5, ư: 0xfd, đ: 0xf0 };
  return Uint8Array.from([...text].flatMap((letter) => {
    const parts = letter.normalize('NFD');
    const tone = [...parts].find((mark) => mark in tones);
    const base = [...parts].filter((mark) => mark !== tone).join('').normalize('NFC');
    return [letters[base] ?? base.charCodeAt(0), ...(tone === undefined ? [] : [tones[tone] ?? 0])];
  }));
}

/** Letters by what an old font writes for them, turned round from the decoder. */
function tcvn3Letters(): Map<string, string> {
  const codes = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0xa1 + index));
  return new Map(codes.map((code) => [decodeFontText(code, '.VnTime'), code] as const).filter(([letter, code]) => letter !== code || letter === 'ý'));
}

function vniLetters(): Map<string, string> {
  const marks = ['', ...'ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË'];
  const letters = new Map<string, string>();
  for (const base of 'aAeEoOuUyYôÔöÖñÑæÆóÓòÒîÎiI') {
    for (const mark of marks) {
      if (mark !== '' && (mark === mark.toLowerCase()) !== (base === base.toLowerCase())) continue;
      const letter = decodeVni(base + mark);
      if (letter.length === 1 && /[^\x00-\x7f]/u.test(letter) && !letters.has(letter)) letters.set(letter, base + mark);
    }
  }
  // VNI keeps the plain i with grave and acute of Western fonts.
  for (const letter of 'ìíÌÍ') if (decodeVni(letter) === letter) letters.set(letter, letter);
  return letters;
}

function encodeWith(letters: ReadonlyMap<string, string>, text: string): string {
  return [...text].map((letter) => letters.get(letter) ?? letter).join('');
}

describe('encodings', () => {
  test('Unicode whose accents an old font has too stays as it is', () => {
    const text = Array.from({ length: 60 }, (_, index) => `- Dòng ${index}: phòng Hòa Bình`).join('\n');
    assert.deepEqual(decodeText(utf8(text)), { text, encoding: 'utf-8' });
  });

  test('a lone CR of an old Mac ends a line', () => {
    assert.equal(readTextFile(utf8(`Số: 1/KH-LĐLĐ\rHưng Yên\r`)).text, 'Số: 1/KH-LĐLĐ\nHưng Yên\n');
    assert.equal(readTextFile(utf8(`Hưng Yên\r\nmột\r`)).text, 'Hưng Yên\r\nmột\r');
  });

  test('Unicode in its forms', () => {
    for (const bytes of [utf8(EXPECTED), utf8(`\ufeff${EXPECTED}`), Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Buffer.from(EXPECTED, 'utf16le'))]), new Uint8Array(Buffer.from(EXPECTED, 'utf16le'))]) assert.equal(decodeText(bytes).text, EXPECTED);
  });

  test('TCVN3 and VNI, as bytes and as their letters saved in UTF-8', () => {
    for (const [text, encoding] of [[TCVN3, 'tcvn3'], [VNI, 'vni']] as const) for (const bytes of [latin(text), utf8(text)]) assert.deepEqual(decodeText(bytes), { text: EXPECTED, encoding });
  });

  test('capitals of TCVN3 are found by the capitals around them', () => {
    assert.equal(decodeText(latin('CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM. Sè 12 ngµy 3 th¸ng 4')).text, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM. Số 12 ngày 3 tháng 4');
  });

  test('windows-1258', () => {
    assert.deepEqual(decodeText(windows1258(EXPECTED)), { text: EXPECTED, encoding: 'windows-1258' });
  });

  test('a whole dispatch comes back from every encoding, letter for letter', () => {
    const source = readFileSync('content/sources/002_6331da2c4e92cfc3.txt', 'utf8').normalize('NFC').replace(/[^\p{L}\p{N}\p{M}\s.,;:/()-]/gu, '').replace(/[–—]/gu, '-');
    // TCVN3 has no capitals with tones: those stand in fonts of their own.
    const small = source.toLocaleLowerCase('vi');
    const cases: readonly (readonly [string, Uint8Array, string])[] = [
      ['utf-16le', Uint8Array.from([0xff, 0xfe, ...Buffer.from(source, 'utf16le')]), source],
      ['utf-16be', Uint8Array.from([0xfe, 0xff, ...Buffer.from(source, 'utf16le').swap16()]), source],
      ['utf-16be without mark', new Uint8Array(Buffer.from(source, 'utf16le').swap16()), source],
      ['windows-1258', windows1258(small), small],
      ['TCVN3', latin(encodeWith(tcvn3Letters(), small)), small],
      ['VNI', latin(encodeWith(vniLetters(), source)), source],
    ];
    for (const [name, bytes, expected] of cases) assert.equal(decodeText(bytes).text, expected, name);
  });

  test('every Vietnamese letter has its code in the old encodings', () => {
    const small = [...'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ'];
    assert.deepEqual(small.filter((letter) => !tcvn3Letters().has(letter)), []);
    assert.deepEqual([...small, ...small.map((letter) => letter.toLocaleUpperCase('vi'))].filter((letter) => !vniLetters().has(letter)), []);
  });

  test('a conversion is told to the clerk', () => {
    assert.deepEqual(readTextFile(latin(TCVN3)).notes.map(({ code, message }) => [code, /TCVN3/u.test(message)]), [['legacy-encoding', true]]);
    assert.deepEqual(readTextFile(utf8(EXPECTED)).notes, []);
  });

  test('what gives no Vietnamese is refused, other languages in Unicode stay', () => {
    const reason = (bytes: Uint8Array): string => {
      try {
        return readTextFile(bytes).reader;
      } catch (error) {
        return error instanceof UnreadableSource ? error.reason : 'crash';
      }
    };
    assert.equal(reason(Uint8Array.from({ length: 300 }, (_, index) => 128 + ((index * 37) % 128))), 'encoding');
    assert.equal(reason(Uint8Array.from([1, 0, 0, 0, 7, 7, 7, 0, 9, 9])), 'binary');
    assert.equal(reason(utf8(' \n')), 'empty');
    assert.equal(reason(utf8('Pedagogical words in plain English, nothing else at all to be seen here.')), 'text/1 utf-8');
  });
});
