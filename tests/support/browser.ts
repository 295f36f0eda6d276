/**
 * A real Chromium for tests, found or fetched by the project itself: `CHROME_PATH`, the PATH, Playwright's own download, and last the npm
 * package `@sparticuz/chromium`, which carries a headless Chromium with its libraries and fonts and so needs no package of the system.
 * When none can be had the caller's test fails: a browser test is never skipped.
 */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { projectDir } from '../../scripts/lib/content-dir.ts';

export interface FoundBrowser {
  readonly path: string;
  /** Added to the environment of the browser's process. */
  readonly env: Readonly<Record<string, string>>;
  /** Where it came from, for messages. */
  readonly origin: 'CHROME_PATH' | 'PATH' | 'playwright' | '@sparticuz/chromium';
}

/** Keep Chromium quiet: no sandbox in containers, nothing of its own over the network. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

const PROGRAM_NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];

/**
 * Starts a headless browser; the caller closes it.
 * @param flags further flags of Chromium
 * @throws Error listing what was tried when no browser starts
 */
export async function openBrowser(flags: readonly string[] = []): Promise<Browser> {
  const failures: string[] = [];
  for (const find of [findByVariable, findOnPath, findPlaywrightDownload, unpackPackagedChromium]) {
    try {
      const found = await find();
      if (!found) continue;
      return await chromium.launch({ executablePath: found.path, args: [...FLAGS, ...flags], env: { ...definedEnvironment(), ...found.env } });
    } catch (error) {
      failures.push(`${find.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(`openBrowser: no browser starts. Set CHROME_PATH to a Chrome or Chromium.\n${failures.join('\n')}`);
}

function findByVariable(): FoundBrowser | null {
  const path = process.env['CHROME_PATH'];
  if (!path) return null;
  if (!isProgram(path)) throw new Error(`unexpected CHROME_PATH ${path}, expected a program`);
  return { path, env: {}, origin: 'CHROME_PATH' };
}

function findOnPath(): FoundBrowser | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of PROGRAM_NAMES) {
      const path = join(folder, name);
      if (folder !== '' && isProgram(path)) return { path, env: {}, origin: 'PATH' };
    }
  }
  return null;
}

function findPlaywrightDownload(): FoundBrowser | null {
  const path = chromium.executablePath();
  return isProgram(path) ? { path, env: {}, origin: 'playwright' } : null;
}

/** Unpacks the Chromium of the npm package once, into `.cache/`. */
export async function unpackPackagedChromium(): Promise<FoundBrowser> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const packageDir = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string };
  const folder = join(projectDir, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder, join(packageDir, 'bin'));
  return {
    path: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter),
      // The bare machine has no fonts; the package's own stand beside the program.
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
    origin: '@sparticuz/chromium',
  };
}

/** Unpacks beside and renames, so that a test that was stopped half way leaves nothing half unpacked. */
async function unpackInto(folder: string, archives: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const partial = mkdtempSync(`${folder}-`);
  const oldTemporary = process.env['TMPDIR'];
  // The package always unpacks into the temporary folder.
  process.env['TMPDIR'] = partial;
  try {
    const { inflate } = await import('@sparticuz/chromium');
    for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) await inflate(join(archives, name));
  } finally {
    if (oldTemporary === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = oldTemporary;
  }
  // The package's own font list names the folders of one cloud service.
  writeFileSync(join(partial, 'fonts', 'fonts.conf'), fontList(join(folder, 'fonts')));
  // A program just written may still be held open for a moment; asking its version also proves that its libraries are found.
  execFileSync(join(partial, 'chromium'), ['--version'], { env: { ...definedEnvironment(), LD_LIBRARY_PATH: join(partial, 'al2023', 'lib') }, stdio: 'ignore' });
  try {
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

function fontList(folder: string): string {
  return `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${folder}</dir><cachedir>${folder}-cache</cachedir></fontconfig>\n`;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
