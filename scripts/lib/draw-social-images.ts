/**
 * Pictures that show when a document's address is shared: 1200 × 630, name, organ, date, title, short address, in the site's own typeface.
 * Drawn by Skia without a browser or fonts of the machine, in few colours, so that one takes a fiftieth of a second and about 23 kB.
 * A picture once drawn is kept in the cache by the hash of its words, so a build draws only what is new.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createCanvas, GlobalFonts, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { writePng } from '../../src/content-loader/write-png.ts';
import { printDate } from '../../src/corpus/wording/citation-text.ts';
import { indexSchema, type IndexEntry } from '../../src/domain/exports.ts';
import { cacheDir, projectDir } from './content-dir.ts';

export interface SocialImagesReport {
  readonly drawn: number;
  readonly kept: number;
}

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 64;
const FOLDER = 'anh';
/** Raise it when the same words give another picture. */
const VERSION = 4;
/** Longest title drawn, in characters: four lines. */
const LONGEST_TITLE = 190;
const ICON_SIZES = [192, 512];
const PAPER = '#fcfbf8';
const INK = '#1a1a18';
const MUTED = '#55534c';
const BLUE = '#0a4b9c';

/**
 * Draws the pictures of all documents, one that stands for the site, and the icons of the installed site.
 * @param siteDir  built site; `du-lieu/index.json` says what to draw
 * @param siteName stands at the head of each picture
 */
export async function drawSocialImages(siteDir: string, siteName: string): Promise<SocialImagesReport> {
  const index = indexSchema.parse(JSON.parse(readFileSync(join(siteDir, 'du-lieu/index.json'), 'utf8')));
  const cache = join(cacheDir(), 'social-images');
  mkdirSync(cache, { recursive: true });
  mkdirSync(join(siteDir, FOLDER), { recursive: true });
  const jobs = [...index.map((entry) => ({ name: codeOf(entry), face: faceOf(entry, siteName) })), { name: 'chung', face: { siteName, name: siteName, meta: '', title: '', address: '' } }];
  let drawn = 0;
  for (const { name, face } of jobs) {
    const kept = join(cache, `${createHash('sha256').update(JSON.stringify([VERSION, face])).digest('hex').slice(0, 32)}.png`);
    if (!existsSync(kept)) {
      writeFileSync(kept, drawFace(face));
      drawn++;
      // The pixels of a picture, 3 MB, are given back only between two turns: without one, two thousand pictures held 15 GB.
      await nextTurn();
    }
    copyFileSync(kept, join(siteDir, FOLDER, `${name}.png`));
  }
  for (const size of ICON_SIZES) writeFileSync(join(siteDir, FOLDER, `bieu-tuong-${size}.png`), await drawIcon(size));
  return { drawn, kept: jobs.length - drawn };
}

/** Code of the short address. */
function codeOf(entry: IndexEntry): string {
  return new URL(entry.shortUrl).pathname.split('/').at(-2) ?? '';
}

/** Words of a picture. */
interface Face {
  readonly siteName: string;
  readonly name: string;
  readonly meta: string;
  readonly title: string;
  readonly address: string;
}

function faceOf(entry: IndexEntry, siteName: string): Face {
  const title = (entry.title ?? '').replace(/\s+/gu, ' ');
  const cut = title.length <= LONGEST_TITLE ? title : `${title.slice(0, title.lastIndexOf(' ', LONGEST_TITLE))}…`;
  return { siteName, name: entry.name, meta: [entry.issuer.name, entry.date === null ? null : printDate(entry.date, 'short')].filter((part) => part !== null).join(' · '), title: cut, address: entry.shortUrl.replace(/^https?:\/\//u, '') };
}

/** A line's type: `600 58px` and the height of a line in pixels. */
interface Style {
  readonly font: string;
  readonly colour: string;
  readonly leading: number;
}

let pen: SKRSContext2D | undefined;

function drawFace({ siteName, name, meta, title, address }: Face): Uint8Array {
  loadFonts();
  pen ??= createCanvas(WIDTH, HEIGHT).getContext('2d');
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = BLUE;
  pen.fillRect(0, 0, WIDTH, 14);
  let top = writeLines(pen, siteName, 62, { font: '600 34px sans', colour: BLUE, leading: 50 }) + 26;
  top = writeLines(pen, name, top, name.length > 46 ? { font: '600 46px sans', colour: INK, leading: 60 } : { font: '600 58px sans', colour: INK, leading: 75 }) + 10;
  if (meta !== '') top = writeLines(pen, meta, top, { font: '400 30px sans', colour: MUTED, leading: 44 }) + 22;
  writeLines(pen, title, top, { font: '400 35px sans', colour: INK, leading: 51 });
  writeLines(pen, address, HEIGHT - 86, { font: '400 28px sans', colour: BLUE, leading: 40 });
  return packPicture(pen.getImageData(0, 0, WIDTH, HEIGHT).data);
}

/** Writes words into as many lines as they need. @returns the top of what comes next */
function writeLines(pen: SKRSContext2D, text: string, top: number, { font, colour, leading }: Style): number {
  pen.font = font;
  pen.fillStyle = colour;
  pen.textBaseline = 'middle';
  let line = '';
  let at = top;
  const write = (): void => {
    pen.fillText(line, MARGIN, at + leading / 2);
    at += leading;
  };
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && pen.measureText(longer).width > WIDTH - 2 * MARGIN) {
      write();
      line = word;
    } else line = longer;
  }
  if (line !== '') write();
  return at;
}

/** Letters in three inks on one paper blend to fewer than 256 shades when each channel keeps its first four bits. */
function packPicture(pixels: Uint8ClampedArray): Uint8Array {
  const colours = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const places = new Int16Array(1 << 12).fill(-1);
  const palette: number[] = [];
  const lines = new Uint8Array((WIDTH + 1) * HEIGHT);
  for (let y = 0, from = 0; y < HEIGHT; y++) {
    for (let to = y * (WIDTH + 1) + 1, end = to + WIDTH; to < end; to++, from += 4) {
      const colour = colours.getUint32(from);
      const shade = ((colour >>> 20) & 0xf00) | ((colour >>> 16) & 0x0f0) | ((colour >>> 12) & 0x00f);
      let place = places[shade] as number;
      if (place === -1) {
        place = palette.length / 3;
        if (place === 256) throw new Error('packPicture: unexpected colour 257, expected at most 256 shades');
        places[shade] = place;
        palette.push(colour >>> 24, (colour >>> 16) & 0xff, (colour >>> 8) & 0xff);
      }
      lines[to] = place;
    }
  }
  return writePng({ width: WIDTH, height: HEIGHT, bits: 8, kind: 'palette' }, lines, Uint8Array.from(palette));
}

async function drawIcon(size: number): Promise<Uint8Array> {
  const canvas = createCanvas(size, size);
  const icon = await loadImage(readFileSync(join(projectDir, 'public/icon.svg')));
  canvas.getContext('2d').drawImage(icon, 0, 0, size, size);
  return canvas.toBuffer('image/png');
}

let loaded = false;

function loadFonts(): void {
  if (loaded) return;
  loaded = true;
  const require = createRequire(import.meta.url);
  for (const path of ['400Regular/BeVietnamPro_400Regular.ttf', '600SemiBold/BeVietnamPro_600SemiBold.ttf']) GlobalFonts.registerFromPath(require.resolve(`@expo-google-fonts/be-vietnam-pro/${path}`), 'sans');
}
