/** Which files are sources, told by their names; apart from the readers, which load large libraries. */

/** Names of files that import takes up. */
export const SOURCE_NAME = /\.(?:txt|md|docx?|docm|html?|pdf|png|jpe?g|tiff?|webp|bmp)(?:\.gz)?$/iu;
/** Text files are their own text; all others get a text beside them. */
export const TEXT_NAME = /\.(?:txt|md)$/iu;

/** A file whose text has to be won by one of the readers. */
export function isOfficeFile(name: string): boolean {
  return SOURCE_NAME.test(name) && !TEXT_NAME.test(name);
}
