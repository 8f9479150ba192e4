import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { parseAllHeaders } from '@netlify/headers-parser';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commonHeaders, FRAMED, HASHED } from '../../src/build/headers.ts';
import { contentTypeOf, MEDIA_TYPES, TEXT_TYPES } from '../../src/lib/media-types.ts';
import { launch } from './browser.ts';
import { BUILDS } from './builds.ts';
import { fileFor, type Host, PROGRAMS, readableCopy, startContainer, startHost } from './hosts.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** how long its headers are, with the line that begins the answer */
  head: number;
  body: Buffer;
}

/** Asks as browsers do; no redirect is followed. */
const ask = (url: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((done, failed) => {
    const asked = request(url, { headers: { 'accept-encoding': 'gzip, deflate, br', ...headers } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () =>
        done({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          head:
            `HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}`.length +
            answer.rawHeaders.reduce((sum, text) => sum + text.length + 2, 4),
          body: Buffer.concat(parts),
        }),
      );
    });
    asked.on('error', failed).end();
  });

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
    .sort();
const endOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

const files = filesOf(BUILDS.root.folder);
/** The longest file of each kind; what a search loads has no kind. */
const SAMPLES = Object.keys(MEDIA_TYPES).flatMap(
  (end) =>
    files
      .filter((path) => endOf(path) === end && !path.startsWith('pagefind/'))
      .sort((a, b) => statSync(join(BUILDS.root.folder, b)).size - statSync(join(BUILDS.root.folder, a)).size)
      .slice(0, 1) ?? [],
);
const HASHED_FILE = files.find((path) => path.startsWith(HASHED) && path.endsWith('.js')) as string;
const FONT = files.find((path) => path.startsWith(HASHED) && path.endsWith('.woff2')) as string;
const FRAMED_PAGE = `${files.find((path) => path.startsWith(FRAMED))?.replace(/index\.html$/, '')}`;
const DRAWINGS = files.filter((path) => path.endsWith('.svg') && readFileSync(join(BUILDS.root.folder, path), 'utf8').includes('<style'));
const MISSING = ['not/here/', 'not/here.md', `${HASHED}missing.js`, `${FRAMED}missing/`];
/** Folders that are no page. */
const FOLDERS = [...new Set(files.flatMap((path) => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1))))].filter(
  (folder) => !files.includes(`${folder}index.html`),
);
const LASTING = 'public, max-age=31536000, immutable';

/** What every answer must carry. */
function expectHeaders(where: string, headers: Record<string, unknown>, framed: boolean): void {
  for (const [name, value] of commonHeaders(framed)) expect([where, name, headers[name.toLowerCase()]]).toEqual([where, name, value]);
}

test('every kind of file has a type, and the whole site has them all', () => {
  const unknown = files.filter((path) => path !== '_headers' && !path.startsWith('pagefind/') && !(endOf(path) in MEDIA_TYPES));
  expect(unknown).toEqual([]);
  expect(FOLDERS).toContain(FRAMED);
  expect(FOLDERS).toContain(HASHED);
});

for (const { name } of PROGRAMS.filter(({ path }) => !path)) console.log(`${name} is not installed: its file is not tried.`);

let browser: Browser;
let copy: ReturnType<typeof readableCopy>;
beforeAll(async () => {
  copy = readableCopy(BUILDS.root.folder);
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  copy?.remove();
});

describe.each(PROGRAMS.filter(({ path }) => path))('$name with its ready file', (program) => {
  // at the root with the file of the build; in a folder as universities name them, over HTTPS only
  describe.each([
    { base: '/', headers: readFileSync(`${BUILDS.root.folder}-headers/${program.file}`, 'utf8'), strict: false },
    { base: '/~a.b/', headers: fileFor(program, '/~a.b/').replace(program.httpsOnly, '$1'), strict: true },
  ])('under $base', ({ base, headers, strict }) => {
    let host: Host;
    beforeAll(async () => {
      host = await startHost(program, copy.folder, base, headers);
    });
    afterAll(() => host?.close());
    const get = (path: string, more?: Record<string, string>) => ask(host.origin + base + path, more);
    const notFound = readFileSync(join(BUILDS.root.folder, '404.html'));

    test('files have their type and charset, are compressed where it pays, and last only under a name with a hash', async () => {
      for (const path of ['', FRAMED_PAGE, HASHED_FILE, FONT, 'sw.js', ...SAMPLES]) {
        const { status, headers: said, head, body } = await get(path);
        const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
        const bytes = statSync(join(BUILDS.root.folder, name)).size;
        expect([path, status, said['content-type']]).toEqual([path, 200, contentTypeOf(name)]);
        expect([path, said['cache-control']]).toEqual([path, path.startsWith(HASHED) ? LASTING : 'no-cache']);
        expectHeaders(path, said, path.startsWith(FRAMED));
        expect([path, said['strict-transport-security']]).toEqual([path, strict ? 'max-age=63072000; includeSubDomains' : undefined]);
        expect([path, head < 1500]).toEqual([path, true]);
        if (endOf(name) in TEXT_TYPES && bytes > 1000) {
          expect([path, /^(br|gzip|zstd)$/.test(String(said['content-encoding'])), said.vary]).toEqual([path, true, 'Accept-Encoding']);
          expect([path, body.length < bytes * 0.75]).toEqual([path, true]);
        } else if (!(endOf(name) in TEXT_TYPES)) expect([path, said['content-encoding'], body.length]).toEqual([path, undefined, bytes]);
      }
    });

    test('what is known is not sent again', async () => {
      const { headers: said } = await get('llms.txt');
      expect((await get('llms.txt', { 'if-none-match': String(said.etag) })).status).toBe(304);
    });

    test("what is missing, and a folder that is no page, answer with the guide's own page, which nobody keeps", async () => {
      for (const path of [...MISSING, ...FOLDERS]) {
        const { status, headers: said, head, body } = await get(path, { 'accept-encoding': 'identity' });
        expect([path, status, said['content-type'], said['cache-control']]).toEqual([path, 404, 'text/html; charset=utf-8', 'no-cache']);
        expect([path, body.equals(notFound)]).toEqual([path, true]);
        expectHeaders(path, said, false);
        expect([path, head < 1500]).toEqual([path, true]);
      }
      expect((await get('not/here/')).headers['content-encoding']).toMatch(/^(br|gzip|zstd)$/);
    });

    test('a page without its last slash leads to the page', async () => {
      for (const path of ['gaps/', ...(base === '/' ? [] : [''])]) {
        const { status, headers: said } = await ask(host.origin + (base + path).replace(/\/$/, ''));
        expect([path, [301, 308].includes(status)]).toEqual([path, true]);
        expect([path, new URL(String(said.location), host.origin).href]).toEqual([path, host.origin + base + path]);
      }
    });

    test('a proxy with its usual buffers passes pages on', async () => {
      if (!host.proxied) return;
      for (const path of ['', 'llms.txt', 'not/here/']) {
        const { status, headers: said } = await ask(host.proxied + base + path);
        expect([path, status]).toEqual([path, path === 'not/here/' ? 404 : 200]);
        expect([path, said['content-encoding']]).toEqual([path, 'gzip']);
        expectHeaders(path, said, false);
      }
    });
  });

  test('pages break no policy, a search finds, and drawings opened by their address keep their styles', async () => {
    const host = await startHost(program, copy.folder, '/', fileFor(program, '/'));
    const page = await browser.newPage();
    try {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        // browsers look for a picture of their own beside a drawing
        if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) errors.push(`${page.url()}: ${message.text()}`);
      });
      for (const path of ['', 'find/', 'figures/link-matrix/', FRAMED_PAGE]) await page.goto(`${host.origin}/${path}`);
      await page.goto(`${host.origin}/search/?q=funding`);
      await page.waitForSelector('#results li a');
      expect(DRAWINGS.length).toBeGreaterThan(0);
      for (const path of DRAWINGS) {
        await page.goto(`${host.origin}/${path}`, { waitUntil: 'domcontentloaded' });
        expect([path, await page.evaluate(() => document.styleSheets.length)]).toEqual([path, 1]);
      }
      expect(errors).toEqual([]);
    } finally {
      await page.close();
      host.close();
    }
  });
});

describe('Hosts that read _headers, by their own readers', () => {
  const path = join(BUILDS.root.folder, '_headers');
  const hashed = readdirSync(join(BUILDS.root.folder, HASHED));
  const expectations: [address: string, framed: boolean, cache: string][] = [
    ['/', false, 'no-cache'],
    ['/gaps/timetables/', false, 'no-cache'],
    ['/404.html', false, 'no-cache'],
    ['/figures/coverage.svg', false, 'no-cache'],
    [`/${FRAMED_PAGE}`, true, 'no-cache'],
    [`/${HASHED}missing.js`, false, 'no-cache'],
    ...hashed.map((name): [string, boolean, string] => [`/${HASHED}${name}`, false, LASTING]),
  ];

  test('Netlify reads all of it, and sends what we mean', async () => {
    const { headers, errors } = await parseAllHeaders({
      headersFiles: [path],
      minimal: false,
      configHeaders: [],
      netlifyConfigPath: undefined,
    });
    expect(errors).toEqual([]);
    expect(headers).toHaveLength(hashed.length + 2);
    for (const [address, framed, cache] of expectations) {
      // as Netlify's own server for development joins them: a later rule over an earlier one
      const rules = headers as unknown as { forRegExp: RegExp; values: Record<string, string> }[];
      const values = Object.assign({}, ...rules.filter(({ forRegExp }) => forRegExp.test(address)).map(({ values }) => values));
      const said = Object.fromEntries(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
      expectHeaders(address, said, framed);
      expect([address, said['cache-control']]).toEqual([address, cache]);
    }
  });

  test('Cloudflare Pages reads all of it, and its own server sends what we mean', async () => {
    const from = '@cloudflare/pages-shared';
    const { parseHeaders } = await import(/* @vite-ignore */ `${from}/metadata-generator/parseHeaders.ts`);
    const { createMetadataObject } = await import(/* @vite-ignore */ `${from}/metadata-generator/createMetadataObject.ts`);
    const { generateHandler } = await import(/* @vite-ignore */ `${from}/asset-server/handler.ts`);
    const headers = parseHeaders(readFileSync(path, 'utf8'));
    expect(headers.invalid).toEqual([]);
    expect(headers.rules).toHaveLength(hashed.length + 2);
    const metadata = createMetadataObject({ redirects: undefined, headers, logger: () => undefined });
    for (const [address, framed, cache] of expectations) {
      const answer: Response = await generateHandler({
        request: new Request(`https://guide.example${address}`),
        metadata,
        logError: (error: Error) => {
          throw error;
        },
        findAssetEntryForPath: async (asked: string) => {
          const file = join(BUILDS.root.folder, asked);
          return existsSync(file) && statSync(file).isFile() ? file : null;
        },
        getAssetKey: (entry: string) => entry,
        negotiateContent: () => ({ encoding: null }),
        fetchAsset: async (entry: string) => ({ body: readFileSync(entry), contentType: contentTypeOf(entry) }),
      });
      const said = Object.fromEntries(answer.headers);
      expect([address, answer.status]).toEqual([address, address.includes('missing') ? 404 : address === '/404.html' ? 308 : 200]);
      expectHeaders(address, said, framed);
      expect([address, said['cache-control']]).toEqual([address, cache]);
    }
  });
});

test.skipIf(!PROGRAMS[0]?.path)(
  'the container’s nginx runs without rights, writes only what it may, and answers as the others do',
  async () => {
    const copy = readableCopy(BUILDS.root.folder);
    const host = await startContainer(copy.folder);
    try {
      const [page, missing] = [await ask(`${host.origin}/gaps/timetables/`), await ask(`${host.origin}/not/here/`)];
      expect([page.status, missing.status]).toEqual([200, 404]);
      expectHeaders('container', page.headers, false);
      expect(page.headers['server']).toBe('nginx');
      expect(host.wrote().sort()).toEqual(['client_body', 'fastcgi', 'nginx.pid', 'proxy', 'scgi', 'uwsgi']);
    } finally {
      host.close();
      copy.remove();
    }
  },
);
