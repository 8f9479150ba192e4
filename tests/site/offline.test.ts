import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyOf, workerFile } from '../../src/build/guide-copy.ts';
import { EDITION, LIST } from '../../src/documents/guide-copy/list.ts';
import { launch } from './browser.ts';
import { BUILDS, type Build } from './builds.ts';
import { FIREFOX, WEBKIT } from './engines/engine.ts';
import { serve } from './serve.ts';

/** A line to a host: it can be cut, and lead to another host, while the address stays. */
async function line(folder: string, base: string) {
  const sockets = new Set<Socket>();
  const hosts: Server[] = [];
  let port = 0;
  let isOpen = true;
  let wait = 0;
  const leadTo = async (next: string) => {
    const { server, origin } = await serve(next, base);
    hosts.push(server);
    port = Number(new URL(origin).port);
    cut();
  };
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const gate = createServer((from) => {
    if (!isOpen) return void from.destroy();
    const to = connect(port, '127.0.0.1');
    for (const socket of [from, to]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    from.on('data', (asked) => setTimeout(() => to.writable && to.write(asked), wait)).on('end', () => to.end());
    to.pipe(from);
  });
  await leadTo(folder);
  await new Promise<void>((done) => gate.listen(0, '127.0.0.1', done));
  const { port: own } = gate.address() as { port: number };
  return {
    address: `http://127.0.0.1:${own}${base}`,
    leadTo,
    off: () => {
      isOpen = false;
      cut();
    },
    on: () => {
      isOpen = true;
    },
    /** every question waits for so many milliseconds */
    slow: (ms: number) => {
      wait = ms;
    },
    close: () => {
      cut();
      for (const server of [...hosts, gate]) server.close();
    },
  };
}

const press = (page: Page, act: string) => page.click(`guide-copy [data-act="${act}"]`);
const standing = (page: Page, words: RegExp) =>
  page.waitForFunction((text) => new RegExp(text).test(document.querySelector('.standing')?.textContent ?? ''), words.source);
const said = (page: Page, words: RegExp) =>
  page.waitForFunction((text) => new RegExp(text).test(document.querySelector('guide-copy .said')?.textContent ?? ''), words.source);
const WHOLE = /^The whole guide is on this device: .*opens without a connection\.$/;
/** What a page says first where the copy stands in for the server. */
const FROM_COPY = /^The server could not send this page in time: it is from the copy on this device, the edition of /;
const noted = (page: Page) => page.locator('main > [role="note"]').innerText();

const { other, wordy } = BUILDS as Record<string, Build> & { other: Build; wordy: Build };
const browser = await launch();
const folders: string[] = [];
let at: Awaited<ReturnType<typeof line>>;

/** What most of the tests here do without: a copy is made sooner. */
const LEFT_OUT = /^(cases|data|documents|embed|evidence|figures\/(?!link-matrix)|icons|links|sources|teach)/;

/** A guide as another build would have it: some files otherwise, and its own list. */
async function later(change: (path: (name: string) => string) => void, day = '2026-12-24'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'later-'));
  folders.push(folder);
  cpSync(other.folder, folder, { recursive: true, filter: (path) => !LEFT_OUT.test(relative(other.folder, path)) });
  change((name) => join(folder, name));
  const { list, edition } = await copyOf(folder, day);
  writeFileSync(join(folder, LIST), JSON.stringify(list));
  writeFileSync(join(folder, EDITION), JSON.stringify(edition));
  return folder;
}
const edit = (path: string, from: string, to: string) => {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  writeFileSync(path, text.replaceAll(from, to));
};

/** Opens a reader's browser of its own at the page that speaks of copies; does something; nothing may break a policy or fail. */
async function reader(use: (page: Page, open: () => Promise<Page>) => Promise<void>, folder = small, base = '/'): Promise<void> {
  at = await line(folder, base);
  const context = await browser.newContext();
  const problems: string[] = [];
  const open = async () => {
    const page = await context.newPage();
    page.on('pageerror', ({ message }) => /^Transition was /.test(message) || problems.push(message));
    await page.exposeFunction('noteViolation', (text: string) => problems.push(text));
    await page.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', (event) =>
        (window as unknown as { noteViolation(text: string): void }).noteViolation(`${event.violatedDirective} ${event.blockedURI}`),
      ),
    );
    await page.goto(`${at.address}take-along/`);
    return page;
  };
  try {
    await use(await open(), open);
    expect(problems).toEqual([]);
  } finally {
    await context.close();
    at.close();
  }
}

/** The entries of the copy, as they stand in the cache. */
const entries = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const [key] = await caches.keys();
    return key ? (await (await caches.open(key)).keys()).map(({ url }) => decodeURIComponent(url)) : [];
  });
/** Waits until the worker has kept a file that just passed. */
const isKept = async (page: Page, path: string) => {
  const list = JSON.parse(await (await fetch(at.address + LIST)).text()) as { guide: [string, number, string][] };
  const name = list.guide.find(([one]) => one === path)?.[2];
  await expect.poll(() => entries(page).then((all) => all.some((url) => url.endsWith(`~file/${name}`)))).toBe(true);
};
/** Waits until it is noted of which build the page in a new window is. */
const isPinned = (page: Page) =>
  expect.poll(() => entries(page).then((all) => all.filter((url) => url.includes('~pin/')).length)).toBeGreaterThan(0);
const keepAll = async (page: Page) => {
  await standing(page, /^Nothing of this guide is kept/);
  await press(page, 'keep');
  await standing(page, WHOLE);
};
const goto = (page: Page, path: string) => page.goto(at.address + path);

let gone: string;
let small: string;
beforeAll(async () => {
  small = await later(() => undefined, '2026-11-24');
  gone = await workerFile('gone');
});
afterAll(async () => {
  await browser.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

test('kept whole, then without a line: pages, search, finder, record with its Word file, figures with details, and what is not there', async () => {
  await reader(async (page) => {
    await standing(page, /^Nothing of this guide is kept/);
    expect(await page.locator('guide-copy .guide').innerText()).toMatch(
      /^The whole guide: \d+(\.\d)? MB on this device, about \d+(\.\d)? MB to download\.$/,
    );
    await keepAll(page);
    at.off();
    expect((await goto(page, ''))?.status()).toBe(200);
    expect(await noted(page)).toMatch(FROM_COPY);
    await goto(page, 'gaps/manuals/?voice=paper');
    expect(await noted(page)).toMatch(FROM_COPY);
    await goto(page, 'gaps/manuals');
    expect(page.url()).toBe(`${at.address}gaps/manuals/`);
    await goto(page, 'search/?q=manuals');
    await page.locator('#results li').first().waitFor();
    await page.locator('#seek, #q').first().fill('lending');
    await page.locator('#results mark').first().waitFor();
    await goto(page, 'find/');
    await page.locator('challenge-finder input[type="checkbox"]').first().check();
    await page.locator('challenge-finder [role="status"]').filter({ hasText: /\S/ }).first().waitFor();
    await goto(page, 'find/plan/');
    await page.fill('decision-record [name="title"]', 'Kept');
    const [word] = await Promise.all([page.waitForEvent('download'), page.click('decision-record [data-file="docx"]')]);
    expect(word.suggestedFilename()).toMatch(/\.docx$/);
    await goto(page, 'figures/link-matrix/');
    expect(await page.evaluate(async () => (await fetch('details.json')).status)).toBe(200);
    await goto(page, 'self-check/');
    await page.locator('self-check input[type="radio"]').first().check();
    await page.locator('self-check .kept').filter({ hasText: /\S/ }).first().waitFor();
    const missing = await goto(page, 'not/here/');
    expect([missing?.status(), await noted(page)]).toEqual([404, expect.stringContaining('knows of no such page')]);
    // listed, and chosen by nobody
    const left = await goto(page, 'data/guide.json');
    expect([left?.status(), await noted(page)]).toEqual([503, expect.stringContaining('not in the copy')]);
    // never touched: other methods, other origins, parts of files
    const others = await page.evaluate(async (address) => {
      const tries = [fetch(address, { method: 'POST' }), fetch(`${address}index.html`, { headers: { Range: 'bytes=0-9' } })];
      return (await Promise.allSettled(tries)).map(({ status }) => status);
    }, at.address);
    expect(others).toEqual(['rejected', 'rejected']);
  }, other.folder);
});

test('only what is read is kept where a reader chose that, under a deeper address too', async () => {
  await reader(
    async (page) => {
      await press(page, 'read');
      await standing(page, /^What you read is kept on this device: \d+ pages? so far/);
      await goto(page, 'gaps/timetables/?voice=paper');
      await isKept(page, 'gaps/timetables/index.html');
      await goto(page, 'brief/');
      await isKept(page, 'brief/index.html');
      at.off();
      await goto(page, 'gaps/timetables/');
      expect(await noted(page)).toMatch(FROM_COPY);
      const other = await goto(page, 'gaps/careers/');
      expect([other?.status(), await noted(page)]).toEqual([503, expect.stringContaining('not in the copy')]);
      // a page of another guide at the same address is none of ours
      const outside = await page.goto(new URL('/elsewhere/', at.address).href).catch(() => undefined);
      expect(outside).toBe(undefined);
    },
    wordy.folder,
    wordy.base,
  );
});

test('a later build: it is told, only what differs is fetched, an open page stays with its own build, and without a line the newer one is read', async () => {
  await reader(async (page, open) => {
    await keepAll(page);
    const reading = await open();
    await goto(reading, 'figures/link-matrix/');
    await isPinned(reading);
    const next = await later((path) => {
      for (const page of ['brief', 'story']) edit(path(`${page}/index.html`), '</h1>', ' anew</h1>');
      writeFileSync(path('figures/link-matrix/details.json'), '{"later":true}');
    });
    await at.leadTo(next);
    // online the server's page comes, and what it loads is the server's
    await goto(page, 'brief/');
    expect(await page.locator('h1').innerText()).toContain('anew');
    // the open page gets the details of its own build, from the copy
    const ofReading = await reading.evaluate(async () => (await fetch('details.json')).text());
    expect(ofReading).not.toContain('later');
    // without a line the kept build comes whole
    at.off();
    await goto(page, 'figures/link-matrix/');
    expect(await noted(page)).toMatch(FROM_COPY);
    expect(await page.evaluate(async () => (await fetch('details.json')).text())).not.toContain('later');
    at.on();
    await goto(page, 'take-along/');
    await standing(page, /The guide has changed since: the edition of December 24, 2026 is there, and .* of it differs\.$/);
    // what was read meanwhile is there already
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await press(page, 'keep');
    await standing(page, /^The whole guide is on this device: the edition of December 24, 2026.*connection\.$/);
    expect(fetched.filter((path) => !path.startsWith('/offline/')).sort()).toEqual(['/figures/link-matrix/details.json', '/story/']);
    // the page that was open all the time is still of the build before
    expect(await reading.evaluate(async () => (await fetch('details.json')).text())).not.toContain('later');
    at.off();
    await goto(page, 'brief/');
    expect(await page.locator('h1').innerText()).toContain('anew');
    expect(await noted(page)).toContain('December 24, 2026');
    await goto(page, 'figures/link-matrix/');
    expect(await page.evaluate(async () => (await fetch('details.json')).text())).toContain('later');
  });
});

test('a build in mid-visit never mixes: data that were not kept come from the build of the page, or not at all', async () => {
  await reader(async (page) => {
    await press(page, 'read');
    await standing(page, /^What you read is kept/);
    await goto(page, 'figures/link-matrix/');
    await isPinned(page);
    const next = await later((path) => writeFileSync(path('figures/link-matrix/details.json'), '{"later":true}'));
    await at.leadTo(next);
    expect(
      await page.evaluate(() =>
        fetch('details.json').then(
          (r) => r.text(),
          () => 'nothing',
        ),
      ),
    ).toBe('nothing');
    await page.reload();
    expect(await page.evaluate(async () => (await fetch('details.json')).text())).toContain('later');
  });
});

test('a device without room: it is said, and the edition that was kept stays whole', async () => {
  await reader(async (page) => {
    await keepAll(page);
    await at.leadTo(await later((path) => edit(path('brief/index.html'), '</h1>', ' anew</h1>')));
    await page.reload();
    await standing(page, /The guide has changed since/);
    await page.evaluate(() => {
      const { put } = Cache.prototype;
      Cache.prototype.put = function (key, response) {
        if (!String(key).includes('~file')) return put.call(this, key, response);
        return Promise.reject(new DOMException('full', 'QuotaExceededError'));
      };
    });
    await press(page, 'keep');
    await said(page, /^Not kept: this device has no room left for it\. The edition that was kept is still whole\.$/);
    at.off();
    await goto(page, 'brief/');
    expect(await page.locator('h1').innerText()).not.toContain('anew');
  });
});

test('a device whose room is really used up', async () => {
  await reader(async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(at.address).origin, quotaSize: 600_000 });
    await press(page, 'keep');
    await said(page, /^Not kept: this device has no room left for it\.$/);
    await standing(page, /^A part of the guide is on this device: .* of .* MB\.$/);
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(at.address).origin });
    await press(page, 'keep');
    await standing(page, WHOLE);
  });
});

test('what a reader does not get is told, and the page goes on: no worker, no room for a note, a network that asks for a login, no storage', async () => {
  await reader(async (page) => {
    await standing(page, /^Nothing of this guide is kept/);
    await at.leadTo(await later((path) => rmSync(path('sw.js'))));
    await press(page, 'read');
    await said(page, /^Stopped: the server did not send what was asked for\./);
    expect(await page.locator('[data-act="stop"]').isVisible()).toBe(false);
    await at.leadTo(small);
    // the last note, by which a copy becomes whole
    await page.evaluate(() => {
      const { put } = Cache.prototype;
      Cache.prototype.put = async function (key, response) {
        const isWhole = String(key).includes('~state') && 'whole' in (await response.clone().json());
        return isWhole ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : put.call(this, key, response);
      };
    });
    await press(page, 'keep');
    await said(page, /^Not kept: this device has no room left for it\.$/);
    await standing(page, /^A part of the guide is on this device: (.* MB) of \1\.$/);
    await page.route(`**/${EDITION}`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Log in</title>' }));
    await page.reload();
    await standing(page, /^A part of the guide is on this device/);
    expect(await page.locator('[data-act="remove"]').isVisible()).toBe(true);
    await page.addInitScript(() => {
      CacheStorage.prototype.has = () => Promise.reject(new DOMException('blocked', 'SecurityError'));
    });
    await page.reload();
    await said(page, /^This browser cannot keep the guide\./);
    expect(await page.locator('guide-copy button:visible').count()).toBe(0);
  });
});

test('files to take away: asked for, stopped, gone on with after a reload, and added to a guide that is whole', async () => {
  await reader(async (page) => {
    const { files } = JSON.parse(readFileSync(join(small, LIST), 'utf8')) as { files: [string, number, string][] };
    const lacks = async () => {
      const there = await entries(page);
      return files.filter(([, , name]) => !there.some((url) => url.endsWith(`~file/${name}`))).length;
    };
    const size = (text = '') => Number(/([\d.]+) MB/.exec(text)?.[1]);
    await standing(page, /^Nothing of this guide is kept/);
    await page.check('guide-copy [name="files"]');
    at.slow(100);
    await press(page, 'keep');
    await page.waitForFunction(() => (document.querySelector('progress') as HTMLProgressElement).value > 300_000);
    const all = (await page.locator('.how-far').innerText()).split(' of ')[1];
    await press(page, 'stop');
    await standing(page, /^A part of the guide is on this device/);
    at.slow(0);
    await page.reload();
    await standing(page, new RegExp(`^A part of the guide is on this device: .* of ${all}\\.$`));
    expect(await page.isChecked('guide-copy [name="files"]')).toBe(true);
    expect(await lacks()).toBeGreaterThan(0);
    await press(page, 'keep');
    await standing(page, WHOLE);
    expect(await lacks()).toBe(0);
    expect(await page.locator('[data-act="keep"]').isVisible()).toBe(false);
    await press(page, 'remove');
    await said(page, /^Removed: /);
    await page.uncheck('guide-copy [name="files"]');
    await keepAll(page);
    expect(await lacks()).toBeGreaterThan(0);
    const guide = size(await page.locator('.standing').innerText());
    expect(await page.locator('[data-act="keep"]').innerText()).toBe('Add the files to take away');
    expect(await page.locator('guide-copy .guide').innerText()).toMatch(/^The files to take away: .* to download\.$/);
    await press(page, 'keep');
    await page.locator('[data-act="keep"]').waitFor({ state: 'hidden' });
    await standing(page, WHOLE);
    expect(await lacks()).toBe(0);
    expect(size(await page.locator('.standing').innerText())).toBeGreaterThan(guide);
  });
});

test('a copy with a file lost and a file cut: read online both are mended, without a line it is said, and what is missing can be fetched', async () => {
  /** Takes the page's own file out of the copy, or empties it. */
  const spoil = (page: Page, path: string, how: 'lost' | 'cut') =>
    page.evaluate(
      async ([wanted, way, list]) => {
        const [key = ''] = await caches.keys();
        const cache = await caches.open(key);
        const { guide } = await (await fetch(list as string, { cache: 'no-cache' })).json();
        const name = guide.find(([one]: string[]) => one === wanted)[2];
        const [request] = (await cache.keys()).filter(({ url }) => url.includes(`~file/${name}`));
        if (!request) throw new Error('not kept');
        if (way === 'lost') await cache.delete(request);
        else await cache.put(request, new Response('', { headers: { 'Content-Type': 'text/html' } }));
      },
      [path, how, `/${LIST}`] as const,
    );
  await reader(async (page) => {
    await keepAll(page);
    await spoil(page, 'brief/index.html', 'lost');
    await spoil(page, 'story/index.html', 'cut');
    at.off();
    for (const path of ['brief/', 'story/']) {
      const answer = await goto(page, path);
      expect([path, answer?.status(), await noted(page)]).toEqual([path, 503, expect.stringContaining('not in the copy')]);
    }
    at.on();
    await goto(page, 'take-along/');
    await standing(page, /But 2 files are missing\.$/);
    await goto(page, 'brief/');
    await isKept(page, 'brief/index.html');
    await goto(page, 'take-along/');
    await standing(page, /But 1 file is missing\.$/);
    await press(page, 'keep');
    await standing(page, WHOLE);
  });
});

test('a build that comes while a copy is fetched, and a host that changes files: nothing is taken for what it is not', async () => {
  await reader(async (page) => {
    const next = await later((path) => edit(path('story/index.html'), '</h1>', ' anew</h1>'));
    at.slow(60);
    await press(page, 'keep');
    await page.locator('progress').waitFor();
    await page.waitForFunction(() => (document.querySelector('progress') as HTMLProgressElement).value > 300_000);
    await at.leadTo(next);
    await said(page, /^Stopped: (the guide changed while it was fetched|the server did not send what was asked for)\. /);
    at.slow(0);
    await press(page, 'keep');
    await standing(page, /^The whole guide is on this device: the edition of December 24, 2026/);
    const altered = await later((path) => edit(path('story/index.html'), '</h1>', ' twice</h1>'));
    edit(join(altered, 'story/index.html'), '</h1>', ' and more</h1>');
    await at.leadTo(altered);
    await page.reload();
    await standing(page, /The guide has changed since/);
    await press(page, 'keep');
    await said(page, /^Not kept: the files that arrived are not the ones that were built\..* still whole\.$/);
  });
});

test('two tabs: while one keeps the other waits, can remove, and then nothing is left; a stopped copy goes on', async () => {
  await reader(async (page, open) => {
    await page.evaluate(() => localStorage.setItem('record', 'mine'));
    const second = await open();
    at.slow(150);
    await press(page, 'keep');
    await standing(second, /Another tab is keeping the guide now\.$/);
    expect(await second.locator('[data-act="keep"]').isVisible()).toBe(false);
    await press(page, 'stop');
    await said(page, /^Stopped\. What was fetched stays/);
    await standing(page, /^A part of the guide is on this device: /);
    await press(page, 'keep');
    await page.locator('[data-act="stop"]').waitFor();
    await second.waitForFunction(() => (document.querySelector('[data-act="remove"]') as HTMLElement)?.hidden === false);
    await press(second, 'remove');
    await said(second, /^Removed: /);
    await said(page, /^Stopped: the copy was removed in another tab\.$/);
    await standing(page, /^Nothing of this guide is kept/);
    at.slow(0);
    await goto(page, 'brief/');
    const left = await page.evaluate(async () => ({
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      bases: (await indexedDB.databases()).length,
      own: localStorage.getItem('record'),
      keys: localStorage.length,
    }));
    expect(left).toEqual({ caches: [], workers: 0, bases: 0, own: 'mine', keys: 1 });
  });
});

test('a guide that takes copies back: the next visit leaves nothing of them', async () => {
  await reader(async (page) => {
    await keepAll(page);
    await at.leadTo(await later((path) => writeFileSync(path('sw.js'), gone)));
    await goto(page, 'brief/');
    // browsers look for another worker some seconds after a page has come; this one at once
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update().catch(() => undefined));
    const left = () => page.evaluate(async () => [...(await caches.keys()), ...(await navigator.serviceWorker.getRegistrations())].length);
    await expect.poll(left, { timeout: 10_000 }).toBe(0);
    at.off();
    expect(await goto(page, 'story/').catch(() => 'nothing')).toBe('nothing');
  });
});

for (const { missing } of [FIREFOX, WEBKIT]) if (missing) console.log(missing);

describe.each([
  ['Firefox', FIREFOX],
  ['WebKit', WEBKIT],
])('In %s,', (_, { missing, start }) => {
  test.skipIf(missing)('the guide is kept, read and searched without a line, and removed', async () => {
    const [engine, host] = await Promise.all([start(), line(small, '/')]);
    try {
      const tab = await engine.tab();
      const open = (path: string) => tab.open(host.address + path);
      const soon = (expression: string) => expect.poll(() => tab.evaluate(expression), { timeout: 20_000, interval: 50 });
      const text = (selector: string) => `document.querySelector('${selector}')?.textContent ?? ''`;
      await open('take-along/');
      await soon(text('.standing')).toMatch(/^Nothing of this guide is kept/);
      await tab.click('[data-act="keep"]');
      await soon(text('.standing')).toMatch(WHOLE);
      host.off();
      await open('search/?q=manuals');
      await soon(text('main > [role="note"]')).toMatch(FROM_COPY);
      await soon(text('#results li')).toMatch(/\S/);
      await open('find/');
      await tab.click('challenge-finder input[type="checkbox"]');
      await soon(text('challenge-finder [role="status"]')).toMatch(/\S/);
      await open('take-along/');
      await tab.click('[data-act="remove"]');
      await soon(text('guide-copy .said')).toMatch(/^Removed: /);
    } finally {
      host.close();
      await engine.close();
    }
  });
});
