/** The one table of a benchmark: ratios first, since seconds depend on the machine; then the figures they stand on. */
import type { Measured } from './measure-process.ts';

/** Parts of the table, in this order. */
export type Section = 'steps' | 'pages' | 'index' | 'queries';

const HEADINGS: Readonly<Record<Section, string>> = {
  steps: 'Các bước: giây, giây bộ xử lý, GB bộ nhớ cao nhất (cả tiến trình con)',
  pages: 'Trang: kB sau khi nén gzip',
  index: 'Chỉ mục',
  queries: 'Tìm kiếm trong Chromium: kB và mili giây, trung vị',
};
const NAME_WIDTH = 76;

export class BenchTable {
  readonly #ratios: string[] = [];
  readonly #rows: Readonly<Record<Section, string[]>> = { steps: [], pages: [], index: [], queries: [] };

  /** @param bar largest value wanted; a ratio without one is only told */
  ratio(name: string, value: number, bar?: number): void {
    const verdict = bar === undefined ? '' : `  cần ≤ ${bar.toFixed(2)}${value <= bar ? '  đạt' : '  CHƯA ĐẠT'}`;
    this.#ratios.push(`  ${name.padEnd(NAME_WIDTH)} ${value.toFixed(2).padStart(7)}${verdict}`);
  }

  row(section: Section, name: string, ...cells: readonly string[]): void {
    this.#rows[section].push(`  ${name.padEnd(NAME_WIDTH)} ${cells.map((cell) => cell.padStart(9)).join('')}`);
  }

  step(name: string, { seconds, processorSeconds, peakBytes }: Pick<Measured, 'seconds' | 'processorSeconds' | 'peakBytes'>): void {
    this.row('steps', name, seconds.toFixed(1), processorSeconds?.toFixed(1) ?? '–', peakBytes === null ? '–' : (peakBytes / 1e9).toFixed(2));
  }

  /** Lines of the whole table. */
  lines(): string[] {
    const sections = (Object.keys(HEADINGS) as Section[]).filter((section) => this.#rows[section].length > 0);
    return ['Tỉ lệ trong cùng một lần đo', ...this.#ratios, ...sections.flatMap((section) => ['', HEADINGS[section], ...this.#rows[section]])];
  }
}

/** `14.2`, thousands of bytes. */
export function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
