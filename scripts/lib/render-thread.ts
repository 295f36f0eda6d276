/**
 * A thread that renders pages. Each lists the addresses of documents and takes the next unit of them until none is left; the first thread
 * makes those over the whole corpus before, so that the views they share are computed once. What shows nothing that has changed since the
 * build before is not rendered but linked from the old site.
 */
import { copyFileSync, existsSync, globSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deserialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { RouteData } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { SERVER_PART, SITE_PART, STYLES_PART, type RouteStyles } from '../../src/content-loader/bundle-integration.ts';
import { gatherReads, type Read } from '../../src/content-loader/noted-reads.ts';
import { belongsToShard, divideWork, isCurrent, isOfOneDocument, ManifestWriter, outputFile, paramsOf, partOf, partOfRoute, readsByRoute, routePath, type Address, type PageManifest } from '../../src/content-loader/page-plan.ts';
import { withWorkedOut } from '../../src/content-loader/worked-out.ts';
import { setPreparedCorpus, type PreparedCorpus } from '../../src/content-loader/prepared-corpus.ts';
import { listFiles } from './digest-files.ts';
import type { ThreadData, ThreadResult } from './render-site.ts';
import { basePath, siteUrl } from './content-dir.ts';

/** The part of Astro's build application that rendering needs (`astro/dist/core/build/app.js`). */
interface BuildApp {
  readonly manifest: { readonly routes: readonly { readonly routeData: RouteData }[] };
  readonly routeCache: unknown;
  getComponentByRoute(route: RouteData): Promise<unknown>;
  setInternals(internals: { readonly pagesByKeys: ReadonlyMap<string, { readonly styles: RouteStyles }> }): void;
  setOptions(options: { readonly settings: { readonly scripts: readonly never[] }; readonly logger: { readonly options: { readonly destination: { write(): void } } } }): void;
  render(request: Request, options: { readonly routeData: RouteData }): Promise<Response>;
}

const { plan, taken, makesViews } = workerData as ThreadData;
const writer = new ManifestWriter();
const folders = new Set<string>([plan.siteDir]);
const site = siteUrl();
let rendered = 0;
let kept = 0;

const prepared = deserialize(readFileSync(plan.corpusFile)) as PreparedCorpus;
setPreparedCorpus(prepared);
const digests = withWorkedOut(prepared);
const app = await loadApp();
const before = plan.before === null ? null : { siteDir: plan.before.siteDir, manifest: (JSON.parse(readFileSync(plan.before.manifestFile, 'utf8')) as { manifest: PageManifest }).manifest };
if (makesViews && plan.parts.some((part) => part !== 'documents')) await make(await listAddresses(({ params }) => !isOfOneDocument(params)));
const units = divideWork(await listAddresses((route) => isOfOneDocument(route.params) && plan.parts.includes(partOfRoute(route))));
const counter = new Int32Array(taken);
for (let unit = Atomics.add(counter, 0, 1); unit < units.length; unit = Atomics.add(counter, 0, 1)) await make(units[unit] ?? []);
parentPort?.postMessage({ manifest: writer.finish(), rendered, kept } satisfies ThreadResult);

async function loadApp(): Promise<BuildApp> {
  const [entry] = globSync('prerender-entry.*.mjs', { cwd: join(plan.bundle, SERVER_PART) });
  if (entry === undefined) throw new Error(`renderSite: unexpected bundle ${plan.bundle}, expected a prerender-entry`);
  const loaded = (await import(pathToFileURL(join(plan.bundle, SERVER_PART, entry)).href) as { app: BuildApp }).app;
  const styles = JSON.parse(readFileSync(join(plan.bundle, STYLES_PART), 'utf8')) as [string, RouteStyles][];
  loaded.setInternals({ pagesByKeys: new Map(styles.map(([key, sheets]) => [key, { styles: sheets }])) });
  // No integration of ours puts a script into every page. What goes wrong in a page is thrown.
  loaded.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => {} } } } });
  return loaded;
}

/** Addresses of some routes that this build is asked for; where two routes name one file, the first wins, as in Astro's own build. */
async function listAddresses(ofRoute: (route: RouteData) => boolean): Promise<Address[]> {
  const { manifest } = app;
  const lister = new StaticPaths({
    manifest: { ...manifest, routes: manifest.routes.filter(({ routeData }) => ofRoute(routeData)) },
    routeCache: app.routeCache,
    getComponentByRoute: (route: RouteData) => app.getComponentByRoute(route),
  } as never);
  const bundled = join(plan.bundle, SITE_PART);
  const known = new Set(listFiles(bundled).map((path) => path.slice(bundled.length + 1)));
  const addresses: Address[] = [];
  for (const { pathname, route, cacheKey } of await lister.getAll()) {
    const file = outputFile(pathname, route);
    if (known.has(file)) continue;
    known.add(file);
    const params = paramsOf(pathname, route);
    if (plan.parts.includes(partOf(file)) && (plan.shard === null || belongsToShard(file, params, plan.shard))) addresses.push({ pathname, route, file, params, cacheKey });
  }
  return addresses;
}

async function make(addresses: readonly Address[]): Promise<void> {
  for (const address of addresses) if (!takeOver(address)) await renderPage(address);
}

async function renderPage(address: Address): Promise<void> {
  const { pathname, route, file } = address;
  const reads = new Set<Read>(readsByRoute(address));
  const url = new URL(`${basePath()}${routePath(pathname, route).slice(1)}`, site);
  try {
    await gatherReads(reads, async () => {
      const response = await app.render(new Request(url), { routeData: route });
      // A page is rendered while it is read, so it is read where its reads are noted.
      if (response.body !== null) write(file, new Uint8Array(await response.arrayBuffer()));
    });
  } catch (error) {
    throw new Error(`renderSite: unexpected error in ${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  writer.add(address, reads, digests);
  rendered++;
}

/** @returns true when the file of the site before holds and now stands in the new one */
function takeOver(address: Address): boolean {
  const { file } = address;
  if (before === null || !isCurrent(before.manifest, address, digests)) return false;
  const from = join(before.siteDir, file);
  if (!existsSync(from)) return false;
  makeFolder(dirname(join(plan.siteDir, file)));
  linkOrCopy(from, join(plan.siteDir, file));
  writer.keep(file, before.manifest);
  kept++;
  return true;
}

function write(file: string, bytes: Uint8Array): void {
  const path = join(plan.siteDir, file);
  makeFolder(dirname(path));
  writeFileSync(path, bytes);
}

/** Most folders hold one file; what is known to stand costs no call of the system. */
function makeFolder(folder: string): void {
  if (folders.has(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { recursive: true });
  folders.add(folder);
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
    copyFileSync(from, to);
  }
}
