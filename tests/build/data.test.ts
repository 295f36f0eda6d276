/** Downloads of the built site: each is read back by a program that is not ours where there is one. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import jsQR from 'jsqr';
import { RelaxNGValidator, XmlBufferInputProvider, XmlDocument, xmlCleanupInputProvider, xmlRegisterInputProvider, XsdValidator } from 'libxml2-wasm';
import { PNG } from 'pngjs';
import { attributeOf, lettersAndDigits, readHtmlPage, textOf } from '../../scripts/lib/html-page.ts';
import { listFiles } from '../../scripts/lib/digest-files.ts';
import { readCorpus, type HeldDocument } from '../../scripts/lib/read-corpus.ts';
import { indexSchema, manifestSchema, oembedSchema } from '../../src/domain/exports.ts';
import { documentRecordSchema } from '../../src/domain/record.ts';
import { documentPage, heldDocuments } from '../support/documents.ts';
import { builtSite, type BuiltSite } from '../support/site.ts';

const SCHEMAS = 'tests/fixtures/schemas';

// The plan of the second union has a part "căn cứ", whose anchor once met the id of a reference.
for (const name of ['main', 'hostile', 'second-union'] as const) {
  describe(`Akoma Ntoso of the site ${name}`, () => {
    let site: BuiltSite;
    let documents: HeldDocument[];
    before(async () => {
      site = await builtSite(name);
      documents = heldDocuments(site);
    });

    test('is valid against the schema of OASIS', () => {
      const provider = new XmlBufferInputProvider({ 'xml.xsd': readFileSync(`${SCHEMAS}/xml.xsd`), './xml.xsd': readFileSync(`${SCHEMAS}/xml.xsd`) });
      xmlRegisterInputProvider(provider);
      try {
        const schema = XmlDocument.fromBuffer(readFileSync(`${SCHEMAS}/akomantoso30.xsd`), { url: 'akomantoso30.xsd' });
        const validator = XsdValidator.fromDoc(schema);
        for (const { key } of documents) {
          const document = XmlDocument.fromBuffer(readFileSync(join(site.dir, `van-ban/${key}.xml`)));
          try {
            validator.validate(document);
          } catch (error) {
            assert.fail(`${key}: ${error instanceof Error ? error.message : String(error)} ${JSON.stringify((error as { details?: unknown }).details).slice(0, 600)}`);
          } finally {
            document.dispose();
          }
        }
        validator.dispose();
        schema.dispose();
      } finally {
        xmlCleanupInputProvider();
      }
    });

    test('holds every word of the source, in order', () => {
      for (const { key } of documents) {
        const xml = readFileSync(join(site.dir, `van-ban/${key}.xml`), 'utf8');
        const body = xml.slice(xml.indexOf('</meta>')).replace(/<[^>]*>/gu, ' ').replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&amp;/gu, '&');
        assert.equal(lettersAndDigits(body), lettersAndDigits(documentPage(site, key).sourceText), key);
      }
    });
  });
}

describe('data of the site', () => {
  let site: BuiltSite;
  let documents: HeldDocument[];
  const read = (path: string): string => readFileSync(join(site.dir, path), 'utf8');
  before(async () => {
    site = await builtSite('main');
    documents = heldDocuments(site);
  });

  test('index, lines and table name every document', () => {
    const corpus = readCorpus(site.contentDir).graph;
    const index = indexSchema.parse(JSON.parse(read('du-lieu/index.json')));
    assert.deepEqual(index.map(({ key }) => key), [...corpus.documents.keys()]);
    const lines = read('du-lieu/van-ban.jsonl').trimEnd().split('\n').map((line) => documentRecordSchema.parse(JSON.parse(line)));
    assert.deepEqual(lines.map(({ key }) => key).sort(), documents.map(({ key }) => key).sort());
    const table = read('du-lieu/van-ban.csv');
    assert.ok(table.startsWith('\uFEFFkhoa,'));
    assert.equal(table.trimEnd().split('\r\n').length, index.length + 1);
    for (const { files } of index) for (const url of Object.values(files)) assert.ok(existsSync(join(site.dir, new URL(url).pathname)), url);
  });

  test('each record keeps its schema, the source is the source', () => {
    for (const { key, record } of documents) {
      documentRecordSchema.parse(JSON.parse(read(`van-ban/${key}.json`)));
      assert.equal(createHash('sha256').update(readFileSync(join(site.dir, `van-ban/${key}.txt`))).digest('hex'), record.sha256, key);
      const rows = read(`van-ban/${key}.csv`).trimEnd().split(/\r\n(?=nhiem_vu|chi_tieu|$)/u);
      assert.equal(rows.length, 1 + record.directives.length + record.targets.length, key);
    }
  });

  test('JSON Schemas describe the files', () => {
    for (const name of ['van-ban', 'index', 'manifest', 'oembed', 'so-tay']) {
      const schema = JSON.parse(read(`du-lieu/luoc-do/${name}.json`)) as { $schema?: string; type?: string };
      assert.match(schema.$schema ?? '', /json-schema\.org/u, name);
      assert.ok(schema.type === 'object' || schema.type === 'array', name);
    }
  });

  test('the feed is Atom: ids unique, dates whole, newest first', () => {
    const feed = XmlDocument.fromString(read('du-lieu/thay-doi.xml'));
    const ns = { a: 'http://www.w3.org/2005/Atom' };
    const all = (path: string): string[] => feed.find(path, ns).map((node) => node.content);
    const ids = all('/a:feed/a:entry/a:id');
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(ids.length, documents.length);
    for (const part of ['id', 'title', 'updated', 'link', 'summary']) assert.equal(all(`/a:feed/a:entry/a:${part}`).length, ids.length, part);
    for (const part of ['id', 'title', 'updated', 'author/a:name', "link[@rel='self']"]) assert.equal(all(`/a:feed/a:${part}`).length, 1, part);
    const dates = all('/a:feed/a:entry/a:updated');
    for (const date of dates) assert.match(date, /^\d{4}-\d{2}-\d{2}T00:00:00\+07:00$/u);
    assert.deepEqual(dates, [...dates].sort().reverse());
    feed.dispose();
  });

  test('every feed is valid against the schema of RFC 4287, which refuses a broken one', () => {
    const schema = XmlDocument.fromBuffer(readFileSync(`${SCHEMAS}/atom.rng`));
    const validator = RelaxNGValidator.fromDoc(schema);
    const validate = (xml: string): void => {
      const document = XmlDocument.fromString(xml);
      try {
        validator.validate(document);
      } finally {
        document.dispose();
      }
    };
    const feeds = listFiles(site.dir).filter((path) => path.endsWith('.xml')).map((path) => [path, readFileSync(path, 'utf8')] as const).filter(([, xml]) => xml.includes('http://www.w3.org/2005/Atom'));
    assert.ok(feeds.length > 1);
    for (const [path, xml] of feeds) assert.doesNotThrow(() => validate(xml), path);
    const whole = read('du-lieu/thay-doi.xml');
    for (const broken of [whole.replace(/<id>[^<]*<\/id>\n<title>/u, '<title>'), whole.replace('T00:00:00+07:00', ''), whole.replace('</feed>', '<x/></feed>')]) assert.throws(() => validate(broken));
    validator.dispose();
    schema.dispose();
  });

  test('QR codes read back as the short address', () => {
    for (const { code } of readCorpus(site.contentDir).graph.documents.values()) {
      const png = PNG.sync.read(readFileSync(join(site.dir, `v/${code}.png`)));
      assert.equal(jsQR(new Uint8ClampedArray(png.data), png.width, png.height)?.data, `${site.siteUrl}/v/${code}/`);
      assert.match(read(`v/${code}.svg`), /^<svg [^>]*role="img"/u);
    }
  });

  test('cards are small, say what they show, and oEmbed frames them', () => {
    for (const { key, number } of readCorpus(site.contentDir).graph.documents.values()) {
      const html = read(`nhung/${key}/index.html`);
      const page = readHtmlPage(html);
      const sheets = page.elements.filter((element) => element.tagName === 'link' && attributeOf(element, 'rel') === 'stylesheet').map((element) => readFileSync(join(site.dir, attributeOf(element, 'href') ?? '')));
      const code = readCorpus(site.contentDir).graph.documents.get(key)?.code;
      const bytes = html.length + sheets.reduce((sum, sheet) => sum + sheet.length, 0) + readFileSync(join(site.dir, `v/${code}.svg`)).length;
      assert.ok(bytes < 10_000, `${key}: ${bytes} bytes`);
      assert.equal(page.elements.filter(({ tagName }) => tagName === 'script').length, 0);
      if (number !== null) assert.ok(page.elements.filter(({ tagName }) => tagName === 'h1').map(textOf).join('').includes(number), key);
      const answer = oembedSchema.parse(JSON.parse(read(`nhung/${key}.oembed.json`)));
      const frame = readHtmlPage(answer.html).elements.find(({ tagName }) => tagName === 'iframe');
      assert.ok(frame && attributeOf(frame, 'title') && attributeOf(frame, 'sandbox') === 'allow-popups allow-popups-to-escape-sandbox', key);
      assert.equal(attributeOf(frame, 'src'), `${site.siteUrl}/nhung/${key}/`);
    }
  });

  test('a page tells machines what it is, and where its card is', () => {
    for (const { key, record } of documents) {
      const page = readHtmlPage(read(`van-ban/${key}/index.html`));
      const block = page.elements.find((element) => element.tagName === 'script' && attributeOf(element, 'type') === 'application/ld+json');
      const data = JSON.parse(block ? textOf(block) : '{}') as Record<string, unknown>;
      assert.equal(data['@type'], 'Legislation', key);
      assert.equal(data['legislationIdentifier'] ?? null, record.number, key);
      assert.equal(data['legislationDate'] ?? null, record.date, key);
      const discovered = page.elements.find((element) => attributeOf(element, 'type') === 'application/json+oembed');
      assert.equal(discovered && attributeOf(discovered, 'href'), `/nhung/${key}.oembed.json`);
      const image = page.elements.find((element) => attributeOf(element, 'property') === 'og:image');
      const path = new URL((image && attributeOf(image, 'content')) ?? 'x:').pathname;
      const png = PNG.sync.read(readFileSync(join(site.dir, path)));
      assert.deepEqual([png.width, png.height], [1200, 630], key);
      // Every letter drawn: the name's line holds ink all along; the margin at the right holds none; the address stands at the foot.
      const ink = (left: number, top: number, right: number, bottom: number): number => {
        let count = 0;
        for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if ((png.data[(y * png.width + x) * 4] ?? 255) < 140) count++;
        return count;
      };
      for (let x = 66; x < 366; x += 60) assert.ok(ink(x, 120, x + 60, 215) > 150, `${key}: a hole in the name at ${x}`);
      assert.equal(ink(1150, 60, 1200, 630), 0, `${key}: words run out of the picture`);
      assert.ok(ink(60, 540, 700, 600) > 500, `${key}: no address`);
    }
  });

  test('a link to any document, held or only cited, shows its name, its words and its own picture elsewhere', () => {
    for (const { key, code, url } of readCorpus(site.contentDir).graph.documents.values()) {
      const page = readHtmlPage(read(`van-ban/${key}/index.html`));
      const metaOf = (name: string): string => page.elements.filter((element) => attributeOf(element, 'property') === name || attributeOf(element, 'name') === name).map((element) => attributeOf(element, 'content') ?? '').join('|');
      assert.equal(metaOf('og:type'), 'article', key);
      assert.equal(metaOf('og:url'), site.siteUrl + url, key);
      assert.equal(metaOf('twitter:card'), 'summary_large_image', key);
      assert.ok(metaOf('og:title').length > 5 && metaOf('og:description').length > 20, key);
      assert.equal(metaOf('og:image'), `${site.siteUrl}/anh/${code}.png`, key);
      const png = PNG.sync.read(readFileSync(join(site.dir, `anh/${code}.png`)));
      assert.deepEqual([png.width, png.height], [1200, 630], key);
    }
  });

  test('the zip holds the files of every held document, unchanged', () => {
    const files = unzipSync(readFileSync(join(site.dir, 'du-lieu/kho.zip')));
    for (const { key } of documents) for (const kind of ['json', 'xml', 'csv', 'txt']) assert.deepEqual(Buffer.from(files[`van-ban/${key}.${kind}`] ?? []), readFileSync(join(site.dir, `van-ban/${key}.${kind}`)), `${key}.${kind}`);
  });

  test('the manifest names every file with its hash', () => {
    const manifest = manifestSchema.parse(JSON.parse(read('du-lieu/manifest.json')));
    const files = listFiles(site.dir).map((path) => path.slice(site.dir.length + 1).replaceAll('\\', '/')).filter((path) => path !== 'du-lieu/manifest.json' && path !== 'sw.js');
    assert.deepEqual(Object.keys(manifest.files).sort(), files.sort());
    for (const [path, [bytes, hash]] of Object.entries(manifest.files)) {
      const content = readFileSync(join(site.dir, path));
      assert.deepEqual([content.length, createHash('sha256').update(content).digest('hex')], [bytes, hash], path);
    }
    assert.ok(gzipSync(JSON.stringify(manifest)).length > 0);
  });
});
