/**
 * Pictures that show when a document's address is shared: 1200 × 630, name, organ, date, title, short address, in the site's own typeface.
 * Drawn by satori (text to paths) and resvg (paths to pixels) without a browser or fonts of the machine: same words, same bytes.
 * A picture once drawn is kept in the cache by the hash of its words, so a build draws only what is new.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import satori, { type Font } from 'satori';
import { printDate } from '../../src/corpus/wording/citation-text.ts';
import { indexSchema, type IndexEntry } from '../../src/domain/exports.ts';
import { cacheDir, projectDir } from './content-dir.ts';

export interface SocialImagesReport {
  readonly drawn: number;
  readonly kept: number;
}

const WIDTH = 1200;
const HEIGHT = 630;
const FOLDER = 'anh';
/** Raise it when the same words give another picture. */
const VERSION = 3;
/** Longest title drawn, in characters: four lines. */
const LONGEST_TITLE = 190;
const ICON_SIZES = [192, 512];
/** Subsets of the typeface, asked in turn for each letter. */
const SUBSETS = ['latin', 'vietnamese', 'latin-ext'];

/**
 * Draws the pictures of all held documents, one that stands for all others, and the icons of the installed site.
 * @param siteDir  built site; `du-lieu/index.json` says what to draw
 * @param siteName stands at the head of each picture
 * @param most     with more held documents than this all share one picture: drawing takes a quarter of a second each
 */
export async function drawSocialImages(siteDir: string, siteName: string, { most = Infinity }: { readonly most?: number } = {}): Promise<SocialImagesReport> {
  const index = indexSchema.parse(JSON.parse(readFileSync(join(siteDir, 'du-lieu/index.json'), 'utf8')));
  const cache = join(cacheDir(), 'social-images');
  mkdirSync(cache, { recursive: true });
  mkdirSync(join(siteDir, FOLDER), { recursive: true });
  let drawn = 0;
  const shared: Face = { siteName, name: siteName, meta: '', title: '', address: '' };
  const held = index.filter(({ state }) => state === 'held');
  const jobs = [...held.map((entry) => ({ name: `${codeOf(entry)}.png`, face: held.length > most ? shared : faceOf(entry, siteName) })), { name: 'chung.png', face: shared }];
  for (const { name, face } of jobs) {
    const kept = join(cache, `${createHash('sha256').update(JSON.stringify([VERSION, face])).digest('hex').slice(0, 32)}.png`);
    if (!existsSync(kept)) {
      writeFileSync(kept, await drawFace(face));
      drawn++;
    }
    copyFileSync(kept, join(siteDir, FOLDER, name));
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

async function drawFace({ siteName, name, meta, title, address }: Face): Promise<Uint8Array> {
  const line = (text: string, style: Record<string, unknown>): Node => ({ type: 'div', props: { style: { display: 'flex', ...style }, children: text } });
  const lines = [
    line(siteName, { fontSize: 34, fontWeight: 600, color: '#0a4b9c' }),
    line(name, { fontSize: name.length > 46 ? 46 : 58, fontWeight: 600, lineHeight: 1.3, marginTop: 26 }),
    ...(meta === '' ? [] : [line(meta, { fontSize: 30, color: '#55534c', lineHeight: 1.45, marginTop: 10 })]),
    ...(title === '' ? [] : [line(title, { fontSize: 35, lineHeight: 1.45, marginTop: 22 })]),
    line(address, { fontSize: 28, color: '#0a4b9c', marginTop: 'auto' }),
  ];
  const page: Node = { type: 'div', props: { style: { display: 'flex', flexDirection: 'column', boxSizing: 'border-box', width: WIDTH, height: HEIGHT, padding: '48px 64px 44px', background: '#fcfbf8', color: '#1a1a18', borderTop: '14px solid #0a4b9c', fontFamily: SUBSETS.join(', ') }, children: lines } };
  // satori's type asks for a React element; it reads only `type` and `props`.
  const svg = await satori(page as never, { width: WIDTH, height: HEIGHT, fonts: loadFonts() });
  return rasterize(svg, WIDTH);
}

interface Node {
  readonly type: string;
  readonly props: { readonly style: Record<string, unknown>; readonly children: string | readonly Node[] };
}

async function drawIcon(size: number): Promise<Uint8Array> {
  return rasterize(readFileSync(join(projectDir, 'public/icon.svg'), 'utf8'), size);
}

let ready: Promise<void> | undefined;

async function rasterize(svg: string, width: number): Promise<Uint8Array> {
  const require = createRequire(import.meta.url);
  ready ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  await ready;
  const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } });
  const picture = drawing.render();
  const png = picture.asPng();
  picture.free();
  drawing.free();
  return png;
}

let fonts: Font[] | undefined;

/** Each subset under a name of its own: of several fonts with one name satori asks only the first. */
function loadFonts(): Font[] {
  const require = createRequire(import.meta.url);
  const folder = join(require.resolve('@fontsource/be-vietnam-pro/package.json'), '../files');
  fonts ??= ([400, 600] as const).flatMap((weight) => SUBSETS.map((subset): Font => ({ name: subset, data: readFileSync(join(folder, `be-vietnam-pro-${subset}-${weight}-normal.woff`)), weight, style: 'normal' })));
  return fonts;
}
