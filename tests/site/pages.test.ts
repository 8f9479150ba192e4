import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { generate, parse, walk } from 'css-tree';
import { HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { builtPages } from '../../src/build/built-pages.ts';
import { tooHeavy, weigh } from '../../src/build/weights.ts';
import { FONT_CHARACTERS } from '../../src/lib/font-characters.ts';
import { BUILDS, keptBy, SITE } from './builds.ts';
import { oneOf } from './site.ts';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => relative(folder, join(item.parentPath, item.name)))
    .sort();

const root = builtPages(BUILDS.root.folder);
const parsed = (pages: typeof root) => pages.map(({ path, html }) => ({ path, html, document: parseHTML(html).document }));
const documents = parsed(root);
/** The page on which the others stand once more, parts that are no statements too. */
const ALL = 'all/index.html';
const moved = (html: string) => html.includes('http-equiv="refresh"');
const live = documents.filter(({ html }) => !moved(html));

const FINDINGS = /^(challenges|benefits|gaps|strategies|practices|recommendations)\/[^/]+\/index/;
const OF_ANOTHER = /^((?:teach|documents)\/[^/]+\/)(slides|notes|handout|handout-with-answers|filled-in)\/(?:index\.html)?$/;

describe('Every page', () => {
  test('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:document'],
      rules: {
        // the build writes void elements and attributes its own way; both are valid
        'void-style': 'off',
        'no-trailing-whitespace': 'off',
        'doctype-style': 'off',
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
        // lengths are checked by the schemas
        'long-title': 'off',
        // browsers forget the roles of a table that is set as blocks on a phone
        'no-redundant-role': 'off',
        'no-inline-style': 'error',
        // several boxes of one name send several values
        'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
        // all scripts come from the page's own origin
        'require-sri': 'off',
      },
      elements: [
        'html5',
        {
          'glossary-term': { flow: true, phrasing: true },
          'voice-lens': { flow: true },
          'site-search': { flow: true },
          'nearest-pages': { flow: true },
          'filter-list': { flow: true },
          'copy-text': { flow: true, phrasing: true },
          'statement-tools': { flow: true, phrasing: true },
        },
      ],
    });
    const problems: string[] = [];
    // of sources and links only the data differ
    const alike = root.filter(({ path }) => /^(sources|links)\/./.test(path));
    // of the page that holds all others, that of the small guide: it is made as the large one is
    const whole = builtPages(BUILDS.other.folder).filter(({ path }) => path === ALL);
    const others = root.filter((page) => !alike.includes(page) && page.path !== ALL);
    expect(whole.length).toBe(1);
    for (const { path, html } of [...others, ...oneOf(16, alike), ...whole]) {
      const report = await validator.validateString(html);
      for (const message of report.results.flatMap((r) => r.messages))
        problems.push(`${path}:${message.line} ${message.ruleId}: ${message.message}`);
    }
    expect(problems).toEqual([]);
  });

  test('has one H1, a title and a description of its own, a language and a main part', () => {
    const titles = new Set<string>();
    for (const { path, document } of live) {
      expect([path, document.querySelectorAll('h1').length]).toEqual([path, 1]);
      expect([path, document.querySelector('h1')?.textContent?.trim()]).not.toEqual([path, '']);
      expect([path, document.querySelectorAll('main').length]).toEqual([path, 1]);
      expect(document.documentElement.getAttribute('lang')).toBe('en');
      expect(document.querySelector('meta[name="description"]')?.getAttribute('content')?.length ?? 0).toBeGreaterThan(20);
      const title = document.title;
      expect([path, titles.has(title)]).toEqual([path, false]);
      titles.add(title);
    }
  });

  test('marks every statement with its voice in words', () => {
    const labels = ['The paper says', 'Others add', 'We infer', 'Not reported', 'Invented example'];
    for (const { path, document } of live.filter((page) => page.path !== ALL))
      for (const voice of document.querySelectorAll('.voice'))
        expect([path, labels.includes(voice.querySelector('.mark b')?.textContent ?? '')]).toEqual([path, true]);
  });

  test('holds no paragraph of a finding outside a voice', () => {
    for (const { path, document } of live.filter(({ path }) => FINDINGS.test(path)))
      for (const p of document.querySelectorAll('.edition > p, .edition > section > p'))
        expect([path, ['whose', 'cited'].includes(p.className)]).toEqual([path, true]);
  });

  test('has no style attribute, no inline handler, no script inside but data', () => {
    for (const { path, document } of documents) {
      expect([path, document.querySelectorAll('[style]').length]).toEqual([path, 0]);
      for (const script of document.querySelectorAll('script'))
        expect([path, script.hasAttribute('src') || /^application\/(ld\+)?json$/.test(script.getAttribute('type') ?? '')]).toEqual([
          path,
          true,
        ]);
      const names = new Set([...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames()));
      expect([path, [...names].filter((name) => name.startsWith('on'))]).toEqual([path, []]);
    }
  });

  test('ends with its last tag: nothing stands after it', () => {
    for (const { path, html } of root) expect([path, html.trim().endsWith('</html>')]).toEqual([path, true]);
  });

  test('loads nothing from elsewhere', () => {
    for (const { path, document } of documents)
      for (const element of document.querySelectorAll('[src], link[href]')) {
        const rel = element.getAttribute('rel');
        // names for machines, which no browser loads
        if (['canonical', 'license', 'cite-as', 'type'].includes(rel ?? '')) continue;
        const address = element.getAttribute('src') ?? element.getAttribute('href') ?? '';
        expect([path, address.startsWith('/')]).toEqual([path, true]);
      }
  });

  test('tells machines what it is: valid JSON-LD that names the study, and never an inference as a description without its mark', () => {
    for (const { path, document } of live) {
      const data = JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '');
      expect([path, [data['@type']].flat()[0], data.editor.name]).toEqual([path, 'WebPage', 'The editors of this guide']);
      const study = data.isBasedOn ?? (path.startsWith('sources/harrison-2024') ? data.about : undefined);
      if (FINDINGS.test(path)) expect(study).toBeDefined();
      if (study) expect([study['@type'], study['@id']]).toEqual(['ScholarlyArticle', 'https://doi.org/10.1097/ACM.0000000000005661']);
    }
    for (const { document } of live.filter(({ path }) => FINDINGS.test(path)))
      expect(document.querySelector('meta[name="description"]')?.getAttribute('content')).toMatch(
        /^The paper says: |^We infer: |^Others add: /,
      );
  });

  test('tells reference managers of the publication it is about, or of the editors, their day and what may be done with it', () => {
    // who wants a part of the one page takes its own
    for (const { path, document } of live.filter(({ path }) => !['404.html', ALL].includes(path) && !path.startsWith('embed/'))) {
      const names = [...document.querySelectorAll('meta[name^="dcterms."], meta[name^="citation_"]')].map(
        (meta) => meta.getAttribute('name') ?? '',
      );
      const isSource = /^sources\/.+\//.test(path);
      const spans = document.querySelectorAll('span.Z3988').length;
      expect([path, names.some((name) => name.startsWith('dcterms.')), spans > 0]).toEqual([path, !isSource, path.startsWith('sources/')]);
      if (isSource) expect([path, spans]).toEqual([path, 1]);
      else expect(names).toEqual(expect.arrayContaining(['dcterms.creator', 'dcterms.rights']));
      for (const file of document.querySelectorAll('link[rel~="describedby"], link[rel~="item"], link[rel="alternate"]'))
        expect([path, existsSync(join(BUILDS.root.folder, file.getAttribute('href') ?? ''))]).toEqual([path, true]);
    }
    const list = readFileSync(join(BUILDS.root.folder, 'sources/index.html'), 'utf8');
    expect(list.match(/class="Z3988"/g)?.length).toBe(readdirSync('content/sources').length);
  });

  test('has a canonical address and a picture of its own that is there', () => {
    for (const { path, document } of live.filter((page) => page.path !== '404.html' && page.path !== ALL)) {
      // a figure in a frame belongs to its own page, slides and sheets to their lesson
      const address = `/${path
        .replace(/index\.html$/, '')
        .replace(/^embed\//, 'figures/')
        .replace(OF_ANOTHER, '$1')}`;
      expect(document.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(SITE + address);
      const picture = document.querySelector('meta[property="og:image"]')?.getAttribute('content') ?? '';
      const file = join(BUILDS.root.folder, picture.slice(SITE.length));
      expect([path, existsSync(file) && statSync(file).size > 5000]).toEqual([path, true]);
    }
  });

  test('uses only characters that the fonts hold', () => {
    const held = new Set([...FONT_CHARACTERS, '\n', '\t', '\r']);
    const missing = new Map<string, string>();
    for (const { path, document } of live)
      for (const character of document.body.textContent ?? '') if (!held.has(character)) missing.set(character, path);
    expect([...missing]).toEqual([]);
  });
});

describe('Weights', () => {
  const weights = weigh(BUILDS.root.folder, { site: SITE, base: '/' });
  test('the first screen of a page fits into one window of TCP; pages, scripts and fonts stay small', () => {
    expect(tooHeavy(weights)).toEqual([]);
  });
  test('no more than two fonts are preloaded', () => {
    for (const { document } of live) expect(document.querySelectorAll('link[rel="preload"]').length).toBeLessThanOrEqual(2);
  });
});

describe.each([BUILDS.root, BUILDS.wordy, BUILDS.other])('Under $base ($folder)', ({ folder, base }) => {
  const pages = folder === BUILDS.root.folder ? documents : parsed(builtPages(folder));
  const ids = new Map(
    pages.map(({ path, document }) => [path, [...document.querySelectorAll('[id]')].map((e) => e.getAttribute('id') as string)]),
  );

  test('every link and every fragment leads somewhere', () => {
    const broken: string[] = [];
    let checked = 0;
    for (const { path, document } of pages) {
      const here = new URL(base + path.replace(/index\.html$/, ''), 'http://x');
      for (const element of document.querySelectorAll('a[href], link[href], script[src], form[action]')) {
        const raw = element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('action') ?? '';
        if (/^(https?:|mailto:)/.test(raw)) continue;
        const to = new URL(raw, here);
        checked++;
        if (!to.pathname.startsWith(base)) {
          broken.push(`${path} -> ${raw} (outside ${base})`);
          continue;
        }
        const inside = to.pathname.slice(base.length);
        const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
        if (!existsSync(join(folder, file))) broken.push(`${path} -> ${raw}`);
        else if (to.hash && !ids.get(file)?.includes(decodeURIComponent(to.hash.slice(1))))
          broken.push(`${path} -> ${raw} (no such fragment)`);
      }
    }
    expect(checked).toBeGreaterThan(100);
    expect(broken).toEqual([]);
  });

  test('no id stands twice on a page', () => {
    for (const [path, list] of ids) expect([path, list.filter((id, i) => list.indexOf(id) !== i)]).toEqual([path, []]);
  });

  test('fonts and other assets named in styles are there', () => {
    const missing = new Set<string>();
    for (const { path, html } of pages)
      for (const [, address] of html.matchAll(/url\(["']?([^"')]+)["']?\)/g))
        if (!existsSync(join(folder, (address as string).slice(base.length)))) missing.add(`${path}: ${address}`);
    expect([...missing]).toEqual([]);
  });
});

describe('The same to the bit are', () => {
  const digest = (folder: string) =>
    filesBelow(folder).map(
      (file) =>
        `${file} ${createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex')}`,
    );
  test('two builds from nothing, one in another time zone and language', () => {
    expect(digest(BUILDS.again.folder)).toEqual(digest((process.env.EVERYTHING === '1' ? BUILDS.root : BUILDS.other).folder));
  });
  test('a build from nothing and one that finds everything kept', () => {
    expect(digest(BUILDS.warm.folder)).toEqual(digest(BUILDS.other.folder));
    expect(filesBelow(keptBy(BUILDS.warm.folder))).toEqual(filesBelow(keptBy(BUILDS.other.folder)));
    expect(filesBelow(keptBy(BUILDS.other.folder)).length).toBeGreaterThan(10);
  });
});

test('every address and fragment ever published is still there', () => {
  const published = readFileSync('tests/fixtures/addresses.txt', 'utf8').split('\n').filter(Boolean);
  const ids = new Map(
    documents.map(({ path, document }) => [
      `/${path.replace(/index\.html$/, '')}`,
      [...document.querySelectorAll('main [id]')].map((e) => e.getAttribute('id')),
    ]),
  );
  const there = new Set(
    documents.flatMap(({ path, html }) => {
      const address = `/${path.replace(/index\.html$/, '')}`;
      // an old address leads on, and takes the fragment along
      const target = /content="0;url=([^"]+)"/.exec(html)?.[1] ?? address;
      return [address, ...(ids.get(target) ?? []).map((id) => `${address}#${id}`)];
    }),
  );
  expect(published.length).toBeGreaterThan(500);
  expect(published.filter((address) => !there.has(address))).toEqual([]);
});

test('the sitemap names every page with its day, and no other', () => {
  const listed = [...readFileSync(join(BUILDS.root.folder, 'sitemap.xml'), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    (m) => m[1] as string,
  );
  const pages = live
    .filter(({ path }) => !['404.html', ALL].includes(path) && !path.startsWith('embed/') && !OF_ANOTHER.test(path))
    .map(({ path }) => `${SITE}/${path.replace(/index\.html$/, '')}`);
  expect([...listed].sort()).toEqual(pages.sort());
  expect(readFileSync(join(BUILDS.root.folder, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${SITE}/sitemap.xml`);
});

test('of the rules of its styles at most 36 in 100 name a class that a page lacks, where it has no script but that of the head', () => {
  const heads = /<script type="module" src="[^"]*SiteHead[^"]*"><\/script>/;
  const plain = live.filter(({ html }) => !/<script[^>]* src=/.test(html.replace(heads, '')));
  expect(plain.length).toBeGreaterThan(10);
  for (const { path, document } of plain) {
    const classes = new Set([...document.querySelectorAll('[class]')].flatMap((element) => [...element.classList]));
    const rules: boolean[] = [];
    for (const style of document.querySelectorAll('style'))
      walk(parse(style.textContent ?? ''), {
        visit: 'Rule',
        enter: ({ prelude }) => {
          const named = [...generate(prelude).matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name as string);
          rules.push(named.some((name) => !classes.has(name)));
        },
      });
    expect([path, rules.length > 0 && rules.filter(Boolean).length / rules.length]).toEqual([
      path,
      expect.toSatisfy((part) => part <= 0.36),
    ]);
  }
});

test('the other study’s guide says nothing of this one', () => {
  for (const { path, html } of builtPages(BUILDS.other.folder))
    expect([path, /Harrison|Borsky|learning health system|PMID 38363814/i.test(html)]).toEqual([path, false]);
});

test('src names no study', () => {
  for (const file of filesBelow('src').filter((f) => /\.(ts|astro|css)$/.test(f)))
    expect([file, /Harrison|Borsky|38363814|0000000000005661/i.test(readFileSync(join('src', file), 'utf8'))]).toEqual([file, false]);
});
