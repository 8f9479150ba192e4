import { type FileList, type Listed, nameOf, PARTS, type Part, readList } from '../../documents/guide-copy/list.ts';

/** Which builds a copy knows, the newest first, which of them it holds whole, and which parts a reader asked for last, if they asked for a whole one. */
export interface State {
  builds: readonly string[];
  whole?: { build: string; parts: readonly Part[] };
  asked?: readonly Part[];
}

/** The form of what is kept: a worker that knows another one begins anew. */
const FORM = 1;
/** How the names of all copies begin; they end with the path of their guide. */
export const PREFIX = 'guide-copy';

/** Builds whose pages may stand side by side where none is whole. */
const MOST_BUILDS = 3;

const NOTHING: State = { builds: [] };

/** The entries of some parts of a list. */
export const entriesOf = (list: FileList, parts: readonly Part[]): Listed[] => parts.flatMap((part) => list[part]);

/** The bytes that some entries take; two with the same content count once. */
export const bytesOf = (entries: readonly Listed[]): number =>
  [...new Map(entries.map(([, bytes, name]) => [name, bytes])).values()].reduce((sum, bytes) => sum + bytes, 0);

/**
 * What of the guide is kept in this browser: one cache, shared by the pages and the worker. Files lie in it under names made of
 * their content, so that builds share what is the same, and a file is never taken for another one; the list of a build says which
 * of them it is made of. All of it is gone with the cache, and a copy that is not there is never made by the way: only `begin` does.
 */
export class GuideCopy {
  readonly #cache: string;
  readonly #base: string;
  readonly #lists = new Map<string, FileList>();

  /** @param scope the address of the top of the site */
  constructor(scope: string) {
    this.#base = new URL(scope).href;
    this.#cache = `${PREFIX} ${FORM} ${new URL(scope).pathname}`;
  }

  /** Takes away copies of this guide in other forms. */
  async dropOthers(): Promise<void> {
    const end = ` ${new URL(this.#base).pathname}`;
    const others = (await caches.keys()).filter((key) => key.startsWith(`${PREFIX} `) && key.endsWith(end) && key !== this.#cache);
    await Promise.all(others.map((key) => caches.delete(key)));
  }

  /** Whether there is a copy, of whatever. @throws where the browser gives no storage, as all that follows does */
  isThere = (): Promise<boolean> => caches.has(this.#cache);

  /** Makes an empty copy, unless there is one. */
  async begin(): Promise<void> {
    await caches.open(this.#cache);
  }

  /** Removes all of it, once nobody writes any more. */
  async remove(): Promise<void> {
    await navigator.locks.request(this.#cache, () => caches.delete(this.#cache));
    this.#lists.clear();
  }

  /** Lets one tab at a time fetch a copy; the others are told at once. @returns what `work` gives, or `busy` */
  fetching = <R>(work: () => Promise<R>, busy: () => R): Promise<R> =>
    navigator.locks.request(`${this.#cache} fetching`, { ifAvailable: true }, (lock) => (lock ? work() : busy())) as Promise<R>;

  /** Whether some tab is fetching a copy now. */
  async isFetched(): Promise<boolean> {
    const { held } = await navigator.locks.query();
    return held?.some(({ name }) => name === `${this.#cache} fetching`) ?? false;
  }

  /**
   * Works with the cache, unless the copy is gone: to open it would make it anew.
   *
   * @param alone no other may write meanwhile
   * @returns false where there is no copy
   */
  async #with(work: (cache: Cache) => Promise<unknown>, alone = false): Promise<boolean> {
    return navigator.locks.request(this.#cache, { mode: alone ? 'exclusive' : 'shared' }, async () => {
      if (!(await this.isThere())) return false;
      await work(await caches.open(this.#cache));
      return true;
    });
  }

  #key = (kind: string, name: string): string => `${this.#base}~${kind}/${encodeURIComponent(name)}`;

  async #read(kind: string, name: string): Promise<Response | undefined> {
    // asked of all caches by name, since to open one that is gone would make it
    return (await caches.match(this.#key(kind, name), { cacheName: this.#cache })) ?? undefined;
  }

  /** What is known of the copy; no builds where there is none, or its note cannot be read. */
  async state(): Promise<State> {
    const found = await this.#read('state', 'state');
    return found ? ((await found.json().catch(() => NOTHING)) as State) : NOTHING;
  }

  /** Changes what is known of the copy; two changes never meet. @returns false where the copy is gone; throws where there is no room */
  change(next: (state: State) => State): Promise<boolean> {
    return this.#with(async (cache) => {
      await cache.put(this.#key('state', 'state'), Response.json(next(await this.state())));
    }, true);
  }

  /** The list of a build that was noted; undefined for another one. */
  async list(build: string): Promise<FileList | undefined> {
    const known = this.#lists.get(build);
    if (known) return known;
    const list = readList((await (await this.#read('list', build))?.text()) ?? '');
    if (list) this.#lists.set(build, list);
    return list;
  }

  /** The lists of all builds that are known, the newest first. */
  async lists(): Promise<FileList[]> {
    const { builds } = await this.state();
    return (await Promise.all(builds.map((build) => this.list(build)))).filter((list) => list !== undefined);
  }

  /** Notes a build that was just seen on the server. @returns as `change` does */
  async saw(list: FileList): Promise<boolean> {
    const { build } = list;
    const noted = await this.#with((cache) => cache.put(this.#key('list', build), Response.json(list)));
    return noted && this.change((state) => ({ ...state, builds: [build, ...state.builds.filter((other) => other !== build)] }));
  }

  /** Keeps a file. @returns as `change` does */
  put(name: string, bytes: BufferSource, type: string): Promise<boolean> {
    const kept = new Response(bytes, { headers: { 'Content-Type': type } });
    return this.#with((cache) => cache.put(this.#key('file', name), kept));
  }

  /** A kept file; undefined where it is not there or is not what its name says: then it is taken away. */
  async file([, , name]: Listed): Promise<Response | undefined> {
    const found = await this.#read('file', name);
    if (!found) return undefined;
    const bytes = await found.arrayBuffer();
    if ((await nameOf(bytes)) === name) return new Response(bytes, { headers: found.headers });
    await this.#with((cache) => cache.delete(this.#key('file', name)));
    return undefined;
  }

  /** The names of all files that are there. */
  async names(): Promise<Set<string>> {
    const start = this.#key('file', '');
    const names = new Set<string>();
    await this.#with(async (cache) => {
      for (const { url } of await cache.keys()) if (url.startsWith(start)) names.add(decodeURIComponent(url.slice(start.length)));
    });
    return names;
  }

  /** Notes of which build the page in a window is; the empty text for a build that is not kept. @returns as `change` does */
  pin(client: string, build: string): Promise<boolean> {
    return this.#with((cache) => cache.put(this.#key('pin', client), new Response(build)));
  }

  /** What `pin` noted of a window; undefined for one that was opened before there was a copy. */
  pinOf = async (client: string): Promise<string | undefined> => (await this.#read('pin', client))?.text();

  /**
   * Takes away what no page needs any more: notes of windows that are closed, builds older than the whole one, of the newer ones all
   * but a few, and files of which no build is left.
   *
   * @param isOpen whether a window is still there
   */
  async tidy(isOpen: (client: string) => Promise<boolean>): Promise<void> {
    await this.#with(async (cache) => {
      const keys = (await cache.keys()).map(({ url }) => url);
      const start = this.#key('pin', '');
      const used = new Set<string>();
      for (const url of keys.filter((key) => key.startsWith(start))) {
        const client = decodeURIComponent(url.slice(start.length));
        const build = (await this.pinOf(client)) ?? '';
        if (await isOpen(client)) used.add(build);
        else await cache.delete(url);
      }
      const state = await this.state();
      const whole = state.whole?.build;
      const last = whole === undefined ? MOST_BUILDS : state.builds.indexOf(whole);
      const builds = state.builds.filter((build, i) => (i <= last && i < MOST_BUILDS) || build === whole || used.has(build));
      if (builds.length === state.builds.length) return;
      const lists = (await Promise.all(builds.map((build) => this.list(build)))).filter((list) => list !== undefined);
      const needed = new Set(lists.flatMap((list) => entriesOf(list, PARTS)).map(([, , name]) => this.#key('file', name)));
      for (const build of state.builds.filter((one) => !builds.includes(one))) {
        this.#lists.delete(build);
        await cache.delete(this.#key('list', build));
      }
      for (const url of keys) if (url.startsWith(this.#key('file', '')) && !needed.has(url)) await cache.delete(url);
      await cache.put(this.#key('state', 'state'), Response.json({ ...state, builds }));
    }, true);
  }
}
