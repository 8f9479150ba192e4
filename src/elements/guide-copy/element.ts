import { EDITION, type Edition, type FileList, LIST, PARTS, type Part, readList, WORKER } from '../../documents/guide-copy/list.ts';
import {
  BUSY,
  CANNOT,
  costWords,
  FETCHING,
  failureWords,
  NOT_BUILT,
  newerWords,
  progressWords,
  REMOVED,
  STOPPED,
  type Standing,
  standingWords,
} from '../../documents/guide-copy/words.ts';
import { part, write } from '../shared/dom.ts';
import { bytesOf, entriesOf, GuideCopy } from './copy.ts';
import { fill, Unfinished } from './fill.ts';

/** What the language does not know of yet: the gate through which addresses of programs go. */
interface Policies {
  createPolicy(name: string, rules: { createScriptURL(text: string): string }): { createScriptURL(text: string): string };
}

/** What other tabs are told: that something has changed. */
const CHANNEL = 'guide-copy';

/** The list of the build on the server, or why there is none. */
async function serverList(scope: string): Promise<FileList> {
  const response = await fetch(scope + LIST, { cache: 'no-cache' }).catch(() => undefined);
  const list = response?.ok ? readList(await response.text()) : undefined;
  if (!list) throw new Unfinished('line');
  return list;
}

/** The edition on the server; undefined where it does not answer. */
const serverEdition = async (scope: string): Promise<Edition | undefined> => {
  const response = await fetch(scope + EDITION, { cache: 'no-cache' }).catch(() => undefined);
  return response?.ok ? ((await response.json()) as Edition) : undefined;
};

/** Browsers under Trusted Types take the address of a worker from a policy only. */
const policy = (window as Window & { trustedTypes?: Policies }).trustedTypes?.createPolicy('guide-copy', {
  createScriptURL: (address) => address,
});
const trusted = (address: string): string => policy?.createScriptURL(address) ?? address;

/**
 * Keeps the guide in this browser, on request: what is read, or all of it. Nothing is registered or stored before a reader asks
 * for it, and all of it is gone when they remove it.
 */
class GuideCopyElement extends HTMLElement {
  #scope!: string;
  #copy!: GuideCopy;
  #edition: Edition | undefined;
  #stop: AbortController | undefined;
  #channel: BroadcastChannel | undefined;

  connectedCallback(): void {
    this.#scope = new URL(this.dataset.base ?? '/', location.href).href;
    const cannot = !isSecureContext
      ? CANNOT.insecure
      : 'serviceWorker' in navigator && 'caches' in window && navigator.locks
        ? ''
        : CANNOT.browser;
    this.hidden = false;
    if (cannot) {
      this.#say(cannot);
      return;
    }
    this.#copy = new GuideCopy(this.#scope);
    this.addEventListener('click', ({ target }) => {
      const act = target instanceof Element ? target.closest<HTMLElement>('[data-act]')?.dataset.act : undefined;
      if (act === 'keep') void this.#fetch(() => this.#keepAll());
      else if (act === 'read') void this.#fetch(() => this.#begin(false));
      else if (act === 'stop') this.#stop?.abort();
      else if (act === 'remove') void this.#remove();
    });
    this.#listen();
    // a page that holds a channel open is not kept for Back
    addEventListener('pagehide', () => this.#channel?.close());
    addEventListener('pageshow', ({ persisted }) => {
      if (!persisted) return;
      this.#listen();
      void this.#show();
    });
    void serverEdition(this.#scope).then((edition) => {
      // in development there is no list of what there is
      if (edition && !edition.parts) return this.#say(NOT_BUILT);
      this.#edition = edition;
      return this.#show();
    });
  }

  #say = (text: string): void => write(part(this, '.said'), text);
  #listen(): void {
    this.#channel = new BroadcastChannel(CHANNEL);
    this.#channel.addEventListener('message', () => void this.#show());
  }
  #changed = (): void => this.#channel?.postMessage('');
  #chosen = (): Part[] => (part<HTMLInputElement>(this, '[name="files"]').checked ? [...PARTS] : ['guide']);

  /** How the copy stands, looked up anew: another tab or the browser itself may have changed it. */
  async #standing(): Promise<{ standing: Standing; newer?: { list: FileList; bytes: number } }> {
    if (!(await this.#copy.isThere())) return { standing: { state: 'none' } };
    const [{ whole, asked }, lists, names] = await Promise.all([this.#copy.state(), this.#copy.lists(), this.#copy.names()]);
    const kept = (list: FileList, parts: readonly Part[]) => entriesOf(list, parts).filter(([, , name]) => names.has(name));
    const list = whole && lists.find(({ build }) => build === whole.build);
    if (whole && list) {
      const there = kept(list, whole.parts);
      const standing = {
        state: 'whole',
        day: list.day,
        bytes: bytesOf(there),
        lost: entriesOf(list, whole.parts).length - there.length,
      } as const;
      if (!this.#edition || this.#edition.build === list.build) return { standing };
      const newest = await serverList(this.#scope).catch(() => undefined);
      if (!newest) return { standing };
      const missing = entriesOf(newest, whole.parts).filter(([, , name]) => !names.has(name));
      return { standing, newer: { list: newest, bytes: bytesOf(missing) } };
    }
    const [newest] = lists;
    const found = new Map(lists.flatMap((one) => kept(one, PARTS)).map((entry) => [entry[2], entry]));
    const bytes = bytesOf([...found.values()]);
    const pages = [...found.values()].filter(([path]) => path.endsWith('.html') && path !== '404.html').length;
    const of = newest ? bytesOf(newest.guide) : 0;
    return { standing: asked ? { state: 'part', bytes, of } : { state: 'read', pages, bytes } };
  }

  async #show(): Promise<void> {
    const { standing, newer } = await this.#standing();
    const fetching = this.#stop !== undefined;
    const focused = document.activeElement;
    const elsewhere = !fetching && (await this.#copy.isFetched());
    write(
      part(this, '.standing'),
      fetching
        ? FETCHING
        : [standingWords(standing), newer && newerWords(newer.list.day, newer.bytes), elsewhere && BUSY].filter(Boolean).join(' '),
    );
    const { state } = standing;
    const lost = state === 'whole' && standing.lost > 0;
    const edition = this.#edition;
    const keep = part<HTMLButtonElement>(this, '[data-act="keep"]');
    const label = newer ? 'Take the newer edition' : lost ? 'Fetch what is missing' : state === 'part' ? 'Go on' : 'Keep the whole guide';
    write(keep, label);
    const idle = !fetching && !elsewhere;
    keep.hidden = !idle || !edition || (state === 'whole' && !newer && !lost);
    part(this, '[data-act="read"]').hidden = !idle || state !== 'none' || !edition;
    part(this, '[data-act="stop"]').hidden = !fetching;
    part(this, '[data-act="remove"]').hidden = fetching || state === 'none';
    part(this, '.progress').hidden = !fetching;
    for (const cost of this.querySelectorAll<HTMLElement>('.cost')) cost.hidden = !idle || !edition || state === 'whole';
    // who pressed a button that is gone stands at the next one
    if (focused instanceof HTMLElement && this.contains(focused) && focused.hidden)
      this.querySelector<HTMLElement>('button:not([hidden])')?.focus();
    if (!edition) return;
    write(part(this, '.guide'), `The whole guide: ${costWords(edition.parts.guide)}.`);
    write(part(this, '.files'), costWords(edition.parts.files));
  }

  /** Sets up what keeps from now on: the worker, and the page for what is not there. `all` notes that a whole copy is wanted. */
  async #begin(all: boolean): Promise<FileList> {
    await navigator.serviceWorker
      .register(trusted(this.#scope + WORKER), { scope: this.#scope })
      .then(() => this.#copy.begin())
      .catch(() => Promise.reject(new Unfinished('refused')));
    await navigator.serviceWorker.ready;
    if (all) await this.#copy.change((state) => ({ ...state, asked: true }));
    const list = await serverList(this.#scope);
    const wanted = new Set(this.#edition?.first);
    await fill(
      this.#copy,
      list,
      list.guide.filter(([path]) => wanted.has(path)),
      this.#how(),
    );
    return list;
  }

  #how = () => ({
    scope: this.#scope,
    signal: this.#stop?.signal ?? new AbortController().signal,
    told: (done: number, of: number) => {
      const bar = part<HTMLProgressElement>(this, 'progress');
      bar.max = of;
      bar.value = done;
      write(part(this, '.how-far'), progressWords(done, of));
    },
  });

  /** Fetches all of the newest build. What is kept whole stays until the new one is whole too. */
  async #keepAll(): Promise<void> {
    const list = await this.#begin(true);
    const { whole } = await this.#copy.state();
    const parts: readonly Part[] = whole?.parts ?? this.#chosen();
    await fill(this.#copy, list, entriesOf(list, parts), this.#how()).catch(async (error) => {
      // files of a build that is changed over meanwhile come otherwise than its list says
      const now = error instanceof Unfinished && error.why === 'altered' && (await serverList(this.#scope).catch(() => undefined));
      throw now && now.build !== list.build ? new Unfinished('changing') : error;
    });
    const noted = await this.#copy.change((state) => ({ ...state, whole: { build: list.build, parts } }));
    if (!noted) throw new Unfinished('removed');
  }

  /** Does work that fetches, one tab at a time, and tells what came of it. */
  async #fetch(work: () => Promise<unknown>): Promise<void> {
    if (this.#stop) return;
    const had = (await this.#copy.state()).whole !== undefined;
    await this.#copy.fetching(
      async () => {
        this.#stop = new AbortController();
        this.#say('');
        await this.#show();
        this.#changed();
        const said = await work().then(
          () => '',
          (error) => {
            if (!(error instanceof Unfinished)) throw error;
            return error.why === 'stopped' ? STOPPED : failureWords(error.why, had);
          },
        );
        this.#stop = undefined;
        this.#say(said);
      },
      () => Promise.resolve(this.#say(BUSY)),
    );
    await this.#show();
    this.#changed();
  }

  /** Takes away all that was kept, and the worker. */
  async #remove(): Promise<void> {
    await this.#copy.remove();
    const registration = await navigator.serviceWorker.getRegistration(this.#scope);
    await registration?.unregister();
    this.#say(REMOVED);
    await this.#show();
    this.#changed();
  }
}

customElements.define('guide-copy', GuideCopyElement);
