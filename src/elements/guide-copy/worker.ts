import {
  EDITION,
  type FileList,
  fileAt,
  isLasting,
  LIST,
  type Listed,
  nameOf,
  PARTS,
  PLACE,
  readList,
} from '../../documents/guide-copy/list.ts';
import { keptPageWords, notKeptWords } from '../../documents/guide-copy/words.ts';
import { entriesOf, GuideCopy } from './copy.ts';

/** What browsers give a service worker, as far as this one uses it. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  readonly clientId: string;
  readonly resultingClientId?: string;
  respondWith(answer: Promise<Response>): void;
}
declare const self: {
  registration: { scope: string };
  clients: { claim(): Promise<void>; get(id: string): Promise<unknown> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', run: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', run: (event: Fetching) => void): void;
};

/** So long a page may be waited for where a copy of it is there. */
const PATIENCE = 4000;
/** The list of the build on the server is asked for again after so long. */
const ASK_AGAIN = 60_000;

const { scope } = self.registration;
const base = new URL(scope).pathname;
const copy = new GuideCopy(scope);
/** of which build the pages are that windows are about to show, or that could not be noted; the empty text for one that is not kept */
const opening = new Map<string, Promise<string>>();
let asked = Number.NEGATIVE_INFINITY;
let tidied = Number.NEGATIVE_INFINITY;

/** What comes of it where storage or the line fails. */
const nothing = (): undefined => undefined;

const maps = new WeakMap<FileList, Map<string, Listed>>();
function entryAt(list: FileList, path: string): Listed | undefined {
  const map = maps.get(list) ?? new Map(entriesOf(list, PARTS).map((entry) => [entry[0], entry]));
  maps.set(list, map);
  return map.get(path);
}

/** A kept file, from the first of some builds that has it. */
async function keptOf(path: string, lists: readonly FileList[]): Promise<{ list: FileList; response: Response } | undefined> {
  for (const list of lists) {
    const entry = entryAt(list, path);
    const response = entry && (await copy.file(entry));
    if (response) return { list, response };
  }
  return undefined;
}

/** The build that the server has now, noted; undefined where it does not answer. At most once a minute. */
async function newest(): Promise<FileList | undefined> {
  if (Date.now() - asked < ASK_AGAIN) return undefined;
  asked = Date.now();
  const response = await fetch(scope + LIST, { cache: 'no-cache' }).catch(nothing);
  const list = response?.ok ? readList(await response.text()) : undefined;
  if (list) await copy.saw(list);
  return list;
}

/**
 * Keeps an answer of the server, where it is a file of a build that is known: large files to take away only where a reader chose them.
 *
 * @returns the build that it is of; the empty text where no list has these bytes
 */
async function keep(path: string, answer: Response, builds?: readonly FileList[]): Promise<string> {
  const bytes = await answer.arrayBuffer();
  const name = await nameOf(bytes);
  const has = (list: FileList | undefined) => list && entryAt(list, path)?.[2] === name;
  const list = (builds ?? (await copy.lists())).find(has) ?? (await newest().then((one) => (has(one) ? one : undefined)));
  if (!list) return '';
  const store = async () => {
    const { whole } = await copy.state();
    if (whole?.parts.includes('files') || list.guide.some(([one]) => one === path))
      await copy.put(name, bytes, answer.headers.get('Content-Type') ?? '');
  };
  // without room a page is read and not kept
  await store().catch(nothing);
  return list.build;
}

/** Whether an answer is a file of the site as it was built. */
const isFile = ({ status, type, redirected }: Response): boolean => status === 200 && type === 'basic' && !redirected;

/** Escapes what words may hold that HTML would take for markup. */
const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A page from the copy, with words at its beginning that say so. */
async function told(page: Response, words: string, status: number): Promise<Response> {
  const note = `<p class="whose" role="note" data-frame>${plain(words)} <a href="${base}${PLACE}">The copy on this device</a></p>`;
  const html = (await page.text()).replace(/<main\b[^>]*>/, (main) => main + note);
  return new Response(html, { status, headers: page.headers });
}

/** What the copy gives for a page: `build` is the one whose page it is, none where it leads elsewhere. */
interface Kept {
  response: Response;
  build?: string;
}

/** A kept file that a window shows, and the build it is shown as of: the whole one, if it is the same there, since what it loads is there. */
async function shownOf(path: string): Promise<{ list: FileList; response: Response } | undefined> {
  const lists = await copy.lists();
  const found = await keptOf(path, lists);
  const { whole } = await copy.state();
  const complete = lists.find(({ build }) => build === whole?.build);
  return found && complete && entryAt(complete, path)?.[2] === entryAt(found.list, path)?.[2] ? { ...found, list: complete } : found;
}

/** A page of the copy; nothing where it is not there. */
async function keptPage(path: string): Promise<Kept | undefined> {
  const lists = await copy.lists();
  const folder = `${path}/index.html`;
  if (lists.some((list) => entryAt(list, folder))) return { response: Response.redirect(`${scope}${path}/`, 301) };
  const { list, response } = (await shownOf(path)) ?? {};
  if (!list || !response) return undefined;
  const { build, day } = list;
  if (!path.endsWith('.html')) return { response, build };
  const changed = list !== lists[0] && entryAt(lists[0] as FileList, path)?.[2] !== entryAt(list, path)?.[2];
  return { response: await told(response, keptPageWords(day, changed), 200), build };
}

/** What stands in for a page that neither the server nor the copy gives; nothing where the copy cannot say even that. */
async function standIn(path: string): Promise<Kept | undefined> {
  const known = (await copy.lists()).some((list) => entryAt(list, path));
  const { list, response } = (await shownOf('404.html')) ?? {};
  return list && response && { response: await told(response, notKeptWords(known), known ? 503 : 404), build: list.build };
}

/** Takes away what nobody needs any more: at once where a build may have gone out of use, else now and then. */
async function tidy(client: string | undefined): Promise<void> {
  const { builds } = await copy.state();
  if (builds.length < 2 && Date.now() - tidied < ASK_AGAIN) return;
  tidied = Date.now();
  await copy.tidy(async (id) => id === client || opening.has(id) || (await self.clients.get(id)) !== undefined);
}

/** Whether the server gave an answer, and not an error of its own. */
const isAnswer = (answer: Response | undefined): answer is Response => answer !== undefined && answer.status < 500;

/** A page: the server's while it answers, else the copy's. What fails in storage never costs a page that could come. */
async function page(event: Fetching, path: string): Promise<Response> {
  const { request, resultingClientId: client } = event;
  let settle: (build: string) => void = nothing;
  const build = new Promise<string>((done) => {
    settle = done;
  });
  if (client) opening.set(client, build);
  const note = async (found: string | undefined) => {
    settle(found ?? '');
    // what cannot be stored is known as long as this worker runs
    if (client && (found === undefined || (await copy.pin(client, found).catch(() => false)))) opening.delete(client);
  };
  const fresh = fetch(request).catch(nothing);
  const late = new Promise<undefined>((end) => setTimeout(end, PATIENCE));
  const kept = isAnswer(await Promise.race([fresh, late])) ? undefined : await keptPage(path).catch(nothing);
  // what the copy lacks is worth the wait
  const answer = kept ? undefined : await fresh;
  if (!isAnswer(answer)) {
    const given = kept ?? (await standIn(path).catch(nothing));
    await note(given?.build);
    return given?.response ?? answer ?? Response.error();
  }
  const passing = isFile(answer) ? keep(path, answer.clone()).catch(() => '') : Promise.resolve('');
  event.waitUntil(
    passing
      .then(note)
      .then(() => tidy(client))
      .catch(nothing),
  );
  return answer;
}

/** What a page loads: of the build that the page is of, and of no other. */
async function part(event: Fetching, path: string): Promise<Response> {
  const { request, clientId } = event;
  // a name that holds a hash is the same in every build
  const lists = await copy.lists();
  if (isLasting(path)) {
    const kept = await keptOf(path, lists);
    if (kept) return kept.response;
    const answer = await fetch(request);
    if (isFile(answer)) event.waitUntil(keep(path, answer.clone(), lists).catch(() => ''));
    return answer;
  }
  const build = await (opening.get(clientId) ?? copy.pinOf(clientId));
  const list = build ? await copy.list(build) : undefined;
  const entry = list && entryAt(list, path);
  if (!list || !entry) return fetch(request);
  const kept = await copy.file(entry);
  if (kept) return kept;
  const answer = await fetch(request);
  if (!isFile(answer)) return answer;
  // the server has another build by now: rather nothing than a mixture, and a reload brings the newer page
  return (await keep(path, answer.clone(), [list])) === list.build ? answer : Response.error();
}

async function answered(event: Fetching, path: string): Promise<Response> {
  if (!(await copy.isThere())) return fetch(event.request);
  return event.request.mode === 'navigate' ? page(event, fileAt(path)) : part(event, path);
}

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) =>
  event.waitUntil(
    copy
      .dropOthers()
      .catch(nothing)
      .then(() => self.clients.claim()),
  ),
);
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const ours = url.origin === location.origin && url.pathname.startsWith(base) && request.method === 'GET';
  // names of files need no escapes: an address with one is of none
  const path = url.pathname.slice(base.length);
  // who asks past every copy, as the page does that fetches one, gets what the server has; a part of a file is the server's to give
  const past = request.mode !== 'navigate' && request.cache === 'no-cache';
  if (!ours || past || request.headers.has('range') || path === EDITION || path === LIST) return;
  // where storage fails it is as if there were no copy
  event.respondWith(answered(event, path).catch(() => fetch(request)));
});
