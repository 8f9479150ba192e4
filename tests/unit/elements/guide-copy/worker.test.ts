import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { workerFile } from '../../../../src/build/guide-copy.ts';
import { keptPageWords, notKeptWords } from '../../../../src/documents/guide-copy/words.ts';
import { emptyCopy, keepTexts, listOf, SCOPE } from './fake-caches.ts';

const FILES = { 'index.html': '<main>home', 'gaps/index.html': '<main>gaps', 'gaps/details.json': '[1]', '404.html': '<main>lost' };

/** The program as a browser gets it. */
let code: string;
beforeAll(async () => {
  code = await workerFile('worker');
});
afterEach(() => vi.unstubAllGlobals());

/** What a server gives for a path, after so many milliseconds; undefined where the line is cut. */
type Server = (path: string) => { text: string; status?: number; after?: number } | undefined;

const upToDate: Server = (path) => {
  const text = FILES[(path === '' || path.endsWith('/') ? `${path}index.html` : path) as keyof typeof FILES];
  return text === undefined ? { text: 'none', status: 404 } : { text };
};

/** A browser that keeps some files of a build, with the worker, for whose patience a tenth of a second is long. */
async function browser(texts: Record<string, string>, server: Server) {
  const { caches, copy } = await emptyCopy();
  const list = await listOf('build', { guide: FILES, files: {} });
  await copy.saw(list);
  await keepTexts(copy, list, texts);
  const events = new Map<string, (event: object) => void>();
  const self = {
    registration: { scope: SCOPE },
    clients: { get: async () => ({}), claim: async () => undefined },
    addEventListener: (type: string, run: (event: object) => void) => events.set(type, run),
  };
  const line = async (asked: string | { url: string }) => {
    const given = server((typeof asked === 'string' ? asked : asked.url).slice(SCOPE.length));
    await new Promise((end) => setTimeout(end, given?.after));
    if (!given) throw new TypeError('no line');
    return Object.defineProperty(new Response(given.text, { status: given.status ?? 200 }), 'type', { value: 'basic' });
  };
  new Function('self', 'location', 'fetch', 'setTimeout', code)(self, new URL(SCOPE), line, (run: () => void, ms: number) =>
    setTimeout(run, ms / 40),
  );
  const ask = async (path: string, how: { mode: string; clientId?: string; resultingClientId?: string }) => {
    let answer: Promise<Response> | undefined;
    const works: Promise<unknown>[] = [];
    const request = { url: SCOPE + path, method: 'GET', headers: new Headers(), cache: 'default', mode: how.mode };
    events.get('fetch')?.({
      ...how,
      request,
      waitUntil: (work: Promise<unknown>) => works.push(work),
      respondWith: (given: Promise<Response>) => (answer = given),
    });
    const response = await (answer as unknown as Promise<Response>);
    return { status: response.status, text: await response.text(), works };
  };
  return {
    caches,
    copy,
    open: (path: string, window = 'window') => ask(path, { mode: 'navigate', resultingClientId: window }),
    load: (path: string, window = 'window') => ask(path, { mode: 'cors', clientId: window }),
  };
}

test('on a full disk a connected reader gets pages and what they load', { timeout: 5000 }, async () => {
  const { caches, open, load } = await browser({}, upToDate);
  caches.fails = 'put';
  expect(await open('gaps/')).toMatchObject({ status: 200, text: FILES['gaps/index.html'] });
  expect(await load('gaps/details.json')).toMatchObject({ status: 200, text: FILES['gaps/details.json'] });
});

test('on a full disk without a line the copy is read: a page, and what it loads', { timeout: 5000 }, async () => {
  const { caches, open, load } = await browser(FILES, () => undefined);
  caches.fails = 'put';
  const page = await open('gaps/');
  expect([page.status, page.text]).toEqual([200, expect.stringContaining(keptPageWords('2026-11-30', false))]);
  expect(await load('gaps/details.json')).toMatchObject({ status: 200, text: FILES['gaps/details.json'] });
});

test.each(['has', 'match'] as const)('where storage fails (%s) it is as if there were no copy', { timeout: 5000 }, async (act) => {
  const { caches, open, load } = await browser(FILES, upToDate);
  caches.fails = act;
  expect(await open('gaps/')).toMatchObject({ status: 200, text: FILES['gaps/index.html'] });
  expect(await load('gaps/details.json')).toMatchObject({ status: 200, text: FILES['gaps/details.json'] });
  expect(await load('_astro/a.1.js')).toMatchObject({ status: 404 });
});

test('a slow server is waited for where the copy lacks the page, and only there', async () => {
  const slow: Server = (path) => ({ text: 'late', after: 400, status: path.startsWith('busy/') ? 503 : 200 });
  const { open } = await browser({ 'index.html': FILES['index.html'], '404.html': FILES['404.html'] }, slow);
  const began = performance.now();
  expect((await open('')).text).toContain(keptPageWords('2026-11-30', false));
  expect(performance.now() - began).toBeLessThan(350);
  expect(await open('gaps/')).toMatchObject({ status: 200, text: 'late' });
  const busy = await open('busy/');
  expect([busy.status, busy.text]).toEqual([404, expect.stringContaining(notKeptWords(false))]);
});

test('a server that fails is stood in for at once: by the copy, or by words', async () => {
  const { open } = await browser({ 'index.html': FILES['index.html'], '404.html': FILES['404.html'] }, () => ({ text: 'no', status: 500 }));
  expect((await open('')).text).toContain(keptPageWords('2026-11-30', false));
  const lacking = await open('gaps/');
  expect([lacking.status, lacking.text]).toEqual([503, expect.stringContaining(notKeptWords(true))]);
});

test('of which build a page is, is noted for its window and kept while that is open', async () => {
  const { copy, open } = await browser(FILES, upToDate);
  await Promise.all((await open('gaps/')).works);
  expect(await copy.pinOf('window')).toBe('build');
});
