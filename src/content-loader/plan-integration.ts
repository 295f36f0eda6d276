/**
 * Renders only what a build has to render: the pages of its shard, the parts asked for, and of those only the ones that show something
 * that has changed since the build before; the others are linked from the old site, which costs no copy.
 */
import { copyFileSync, linkSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { readsHost, type Read } from './noted-reads.ts';
import { belongsToShard, isCurrent, ManifestWriter, partOf, readsByRoute, type PageManifest, type Part, type Shard } from './page-plan.ts';

/** What one build is asked to do; set before Astro starts, since its configuration cannot carry it. */
export interface BuildPlan {
  readonly siteDir: string;
  readonly shard: Shard | null;
  readonly parts: ReadonlySet<Part>;
  /** The site built before by this very code, and what it remembers; `null` renders everything. */
  readonly before: { readonly siteDir: string; readonly manifest: PageManifest } | null;
  readonly manifest: ManifestWriter;
  /** Filled by the build: files rendered, and taken over. */
  rendered: number;
  kept: number;
}

/** Sets the plan of the build that follows. */
export function setBuildPlan(plan: BuildPlan | null): void {
  (globalThis as { [PLAN]?: BuildPlan | null })[PLAN] = plan;
}

/** The plan of the build in hand; `null` in development. */
export function buildPlan(): BuildPlan | null {
  return (globalThis as { [PLAN]?: BuildPlan | null })[PLAN] ?? null;
}

/** Vite loads the configuration in a graph of its own, with another copy of this module. */
const PLAN = Symbol.for('can-cu.plan');

/** The integration. Without a plan (development, `astro build`) it changes nothing. */
export function planPages(): AstroIntegration {
  return {
    name: 'can-cu-plan',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        const plan = buildPlan();
        if (plan !== null) setPrerenderer((byDefault) => follow(plan, byDefault));
      },
    },
  };
}

type Paths = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>;

function follow(plan: BuildPlan, byDefault: AstroPrerenderer): AstroPrerenderer {
  return {
    ...byDefault,
    async getStaticPaths() {
      const paths = await byDefault.getStaticPaths();
      const chosen = paths.map((path) => ({ path, file: outputFile(path) })).filter(({ path, file }) => plan.parts.has(partOf(file)) && (plan.shard === null || belongsToShard(file, paramsOf(path), plan.shard)));
      return chosen.filter(({ file }) => !takeOver(plan, file)).map(({ path }) => path);
    },
    async render(request, options) {
      const { storage, digestOf } = readsHost();
      const path = { pathname: decodeURI(new URL(request.url).pathname).replace(BASE, '/'), route: options.routeData };
      const file = outputFile(path);
      const reads = new Set<Read>(readsByRoute(paramsOf(path)));
      const result = await storage.run(reads, async () => {
        const rendered = await byDefault.render(request, options);
        const response = rendered instanceof Response ? rendered : rendered.response;
        // A page is rendered while it is read, so it is read where its reads are noted.
        const body = response.body === null ? null : await response.arrayBuffer();
        return new Response(body, { status: response.status, headers: response.headers });
      });
      if (digestOf) plan.manifest.add(file, reads, digestOf);
      plan.rendered++;
      return result;
    },
  };
}

const BASE = new RegExp(`^${(process.env['BASE_PATH'] || '/').replace(/^\/*|\/*$/gu, '/').replace(/^\/+/u, '/').replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}`, 'u');

/** @returns true when the file of the site before holds and now stands in the new one */
function takeOver(plan: BuildPlan, file: string): boolean {
  const { before, siteDir } = plan;
  const { digestOf } = readsHost();
  if (before === null || digestOf === null || !isCurrent(before.manifest, file, digestOf)) return false;
  const [from, to] = [join(before.siteDir, file), join(siteDir, file)];
  try {
    mkdirSync(dirname(to), { recursive: true });
    linkOrCopy(from, to);
  } catch {
    return false;
  }
  plan.manifest.keep(file, before.manifest);
  plan.kept++;
  return true;
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
    copyFileSync(from, to);
  }
}

/** Path of a page's file inside the site. */
function outputFile({ pathname, route }: Pick<Paths[number], 'pathname' | 'route'>): string {
  const path = pathname.replace(/^\/+|\/+$/gu, '');
  if (route.type !== 'page') return path;
  return path === '404' ? '404.html' : path === '' ? 'index.html' : `${path}/index.html`;
}

/** Parameters of a path, read back from the pattern of its route. */
function paramsOf({ pathname, route }: Pick<Paths[number], 'pathname' | 'route'>): Record<string, string | undefined> {
  const match = route.pattern.exec(`/${pathname.replace(/^\/+|\/+$/gu, '')}${route.type === 'page' ? '/' : ''}`) ?? route.pattern.exec(pathname);
  return Object.fromEntries(route.params.map((name, index) => [name, match?.[index + 1]]));
}
