/** What stands for an organ that no paper names: its id (`khong-ro`) is no word for readers. */
export const UNKNOWN_ORGAN = 'Chưa rõ cơ quan';

/** ` của Bộ Chính trị` behind a document's name; empty when nobody knows whose it is. */
export function ofOrgan(name: string): string {
  return name === UNKNOWN_ORGAN ? '' : ` của ${name}`;
}
