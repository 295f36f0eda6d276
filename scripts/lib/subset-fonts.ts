/**
 * Cuts the site's typefaces down to the letters that official Vietnamese text is set in, so that all faces of a page together stay below
 * 60 kB. The results stand in `src/styles/fonts/` and are served as they are; a build makes nothing. Same package, same bytes.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

/** Faces by name of their file in `src/styles/fonts/`, with the whole font they are cut from. */
export const FACES: Readonly<Record<string, string>> = {
  'source-serif-400.woff2': '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'source-serif-400-italic.woff2': '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  'source-serif-600.woff2': '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  'be-vietnam-400.woff2': '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  'be-vietnam-600.woff2': '@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf',
};

/** Every letter of a face; anything rarer comes from a font of the reader's machine. */
export function listLetters(): string {
  const ascii = String.fromCodePoint(...Array.from({ length: 0x7f - 0x20 }, (_, index) => index + 0x20));
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
  const vowels = [...'aăâeêioôơuưy'].flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')));
  const small = `${vowels.join('')}đ`;
  return `${ascii}${small}${small.toUpperCase()}\u00a0–—‘’“”…•·×°§²³≥≤→−¶`;
}

/** @returns bytes of a WOFF2 file: no hinting, which screens of today do not use, and of the layout rules only kerning, which slanted words can spare */
export async function subsetFace(source: string): Promise<Uint8Array> {
  const whole = readFileSync(createRequire(import.meta.url).resolve(source));
  return subsetFont(whole, listLetters(), { targetFormat: 'woff2', noHinting: true, keepFeatures: source.includes('Italic') ? [] : ['kern'] });
}
