/** `node scripts/social-images.ts`: draws the social images of the built site in `OUT_DIR` again, and says how long it took. */
import { readSite } from '../src/content-loader/site-config.ts';
import { outDir } from './lib/content-dir.ts';
import { drawSocialImages } from './lib/draw-social-images.ts';
import { printFailure, printLine } from './report/print.ts';

try {
  const started = performance.now();
  const { drawn, kept } = await drawSocialImages(outDir(), readSite().name);
  printLine(`Đã vẽ ${drawn} ảnh, dùng lại ${kept}, trong ${((performance.now() - started) / 1000).toFixed(1)} giây.`);
} catch (error) {
  printFailure('vẽ ảnh', error);
  process.exitCode = 1;
}
