/** Installs the programs that a measurement compares with into a cache folder: none of them is a dependency of the project. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PEERS = { '@11ty/eleventy': '^3.1.8', astro: '^7.3.5', '@astrojs/mdx': '^8.0.2', '@astrojs/starlight': '^0.42.4' } as const;

/** Installs the peers once. @returns folder with their node_modules */
export function installPeers(cacheDir: string): string {
  return installOnce(join(cacheDir, 'bench-peers'), projectFile());
}

/** Installs what a measurement needs and the project does not. @param wanted text of the `package.json` @returns the folder */
export function installOnce(folder: string, wanted: string): string {
  const stamp = join(folder, 'installed.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return folder;
  write(join(folder, 'package.json'), wanted);
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'pipe' });
  write(stamp, wanted);
  return folder;
}

/** Names and versions of the peers that stand in the folder. */
export function describePeers(folder: string): string {
  const versionOf = (name: string): string => (JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
  return Object.keys(PEERS).map((name) => `${name} ${versionOf(name)}`).join(', ');
}

function projectFile(): string {
  // Eleventy 3.1.8 asks for a newer copying library than some registries hold; nothing is copied here.
  return `${JSON.stringify({ private: true, type: 'module', dependencies: PEERS, overrides: { '@11ty/recursive-copy': '^4.0.4' } })}\n`;
}

/** A project folder of a peer below its packages: links to packages elsewhere confuse bundlers. @returns the folder */
export function makeProject(peers: string, name: string): string {
  const folder = join(peers, 'projects', name);
  rmSync(folder, { recursive: true, force: true });
  // Astro bundles only packages that the project names; Starlight imports `astro:` addresses and must be bundled.
  write(join(folder, 'package.json'), projectFile());
  return folder;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
