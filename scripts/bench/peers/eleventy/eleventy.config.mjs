/** Eleventy over the documents as they stand: its own YAML, Markdown and Liquid; what a page shows comes through filters. */
import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';
import markdownIt from 'markdown-it';
import { rewriteTags } from './rewrite-tags.ts';

// The folder is a copy in a cache; the repository is named beside it.
const { pageParts, registry, baseUrl } = JSON.parse(readFileSync('project.json', 'utf8'));
const { createPageParts, printDate, printLink, printWords } = await import(pageParts);

export default function (config) {
  let parts;
  config.setQuietMode(true);
  // Parsed once, as whoever builds thousands of pages would have it.
  config.setLiquidOptions({ cache: true });
  // Days are words here, as YAML 1.2 has them.
  config.setFrontMatterParsingOptions({ engines: { yaml: (text) => load(text, { schema: CORE_SCHEMA }) } });
  config.addTemplateFormats('mdx');
  config.addExtension('mdx', { key: 'md' });

  const markdown = markdownIt({ html: true });
  for (const rule of ['paragraph_open', 'heading_open']) markdown.renderer.rules[rule] = (tokens, index) => (tokens[index].hidden ? '' : `<${tokens[index].tag} data-source-text>`);
  markdown.renderer.rules.text = (tokens, index) => printWords(tokens[index].content);
  config.setLibrary('md', { render: (text, { key }) => markdown.render(rewriteTags(text, (number) => parts.citation(key, number))) });

  config.addCollection('cited', (api) => {
    parts = createPageParts(api.getAll().filter(({ data }) => data.sha256).map(({ data }) => data), registry, baseUrl);
    return parts.citedKeys();
  });
  // Both layouts of a page ask for these.
  for (const part of ['document', 'head']) {
    let last = {};
    config.addFilter(part, (key) => (last.key === key ? last : (last = { key, value: parts[part](key) })).value);
  }
  for (const part of ['facts', 'told', 'bases', 'others', 'contents', 'chainUp', 'chainDown', 'duties', 'targets', 'citing', 'warnings', 'cite', 'provenance']) config.addFilter(part, (key, ...more) => parts[part](key, ...more));
  config.addFilter('words', (text) => printWords(text ?? ''));
  config.addFilter('link', printLink);
  config.addFilter('day', printDate);
  return { dir: { input: 'src', output: 'out' }, markdownTemplateEngine: false };
}
