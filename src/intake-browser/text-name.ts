/** Name of the text of a file, as import gives it: `cong-van.docx` has `cong-van.docx.txt`, a text is its own. */
export function textName(name: string): string {
  return /\.(?:txt|md)$/iu.test(name) ? name : `${name}.txt`;
}
