/** `node scripts/subset-fonts.ts`: cuts the typefaces again, after their package or the list of letters has changed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from './lib/content-dir.ts';
import { FACES, subsetFace } from './lib/subset-fonts.ts';
import { printFailure, printLine } from './report/print.ts';

try {
  for (const [name, source] of Object.entries(FACES)) {
    const bytes = await subsetFace(source);
    writeFileSync(join(projectDir, 'src/styles/fonts', name), bytes);
    printLine(`${name}: ${bytes.length} byte`);
  }
} catch (error) {
  printFailure('cắt phông chữ', error);
  process.exitCode = 1;
}
