/** The part of `subset-font` that is used here; its own types know no `noHinting`. */
declare module 'subset-font' {
  export default function subsetFont(font: Uint8Array, letters: string, options: { targetFormat: 'woff2'; noHinting?: boolean; keepFeatures?: readonly string[] }): Promise<Uint8Array>;
}
