/** The one function of pngjs that tests use. */
declare module 'pngjs' {
  export const PNG: { readonly sync: { read(bytes: Uint8Array): { readonly width: number; readonly height: number; readonly data: Uint8Array } } };
}
