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
  standingWords,
} from '../../documents/guide-copy/words.ts';
import { part, write } from '../shared/dom.ts';
import { entriesOf, GuideCopy } from './copy.ts';
import { fill, stored, Unfinished } from './fill.ts';
import { standingOf } from './standing.ts';

/** What the language does not know of yet: the gate through which addresses of programs go. */
interface Policies {
  createPolicy(name: string, rules: { createScriptURL(text: string): string }): { createScriptURL(text: string): string };
}

/** What other tabs are told: that something has changed. */
const CHANNEL = 'guide-copy';

const nothing = (): undefined => undefined;

/** A text of the server as it is now; undefined where none comes. */
async function textAt(address: string): Promise<string | undefined> {
  const response = await fetch(address, { cache: 'no-cache' }).catch(nothing);
  return response?.ok ? response.text().catch(nothing) : undefined;
}

/** The list of the build on the server. @throws Unfinished where none comes */
async function serverList(scope: string): Promise<FileList> {
  const list = readList((await textAt(scope + LIST)) ?? '');
  if (!list) throw new Unfinished('line');
  return list;
}

/** The edition on the server; undefined where none comes, or something else, such as the page of a network that asks for a login. */
async function serverEdition(scope: string): Promise<Edition | undefined> {
  try {
    return JSON.parse((await textAt(scope + EDITION)) ?? '');
  } catch {
    return undefined;
  }
}

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
  /** what the button takes where the box for files is not shown */
  #parts: readonly Part[] | undefined;
  /** the parts by which the box was last set */
  #boxed = '';
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
      else if (act === 'read') void this.#fetch(() => this.#begin());
      else if (act === 'stop') this.#stop?.abort();
      else if (act === 'remove') void this.#remove().catch(this.#cannot);
    });
    void this.#start().catch(this.#cannot);
  }

  async #start(): Promise<void> {
    this.#listen();
    // a page that holds a channel open is not kept for Back
    addEventListener('pagehide', () => this.#channel?.close());
    addEventListener('pageshow', ({ persisted }) => {
      if (!persisted) return;
      this.#listen();
      void this.#show();
    });
    const edition = await serverEdition(this.#scope);
    // in development there is no list of what there is
    if (edition && !edition.parts) return this.#say(NOT_BUILT);
    this.#edition = edition;
    await this.#show();
  }

  #say = (text: string): void => write(part(this, '.said'), text);
  /** Says that the browser gives no storage, as some do where cookies are blocked, and offers nothing. */
  #cannot = (): void => {
    write(part(this, '.standing'), '');
    for (const one of this.querySelectorAll<HTMLElement>('button, .cost, .progress')) one.hidden = true;
    this.#say(CANNOT.browser);
  };
  #listen(): void {
    this.#channel = new BroadcastChannel(CHANNEL);
    this.#channel.addEventListener('message', () => void this.#show());
  }
  #changed = (): void => this.#channel?.postMessage('');
  #box = (): HTMLInputElement => part(this, '[name="files"]');

  #show = (): Promise<void> => this.#draw().catch(this.#cannot);

  async #draw(): Promise<void> {
    const server = () => serverList(this.#scope).catch(nothing);
    const { standing, parts, newer } = await standingOf(this.#copy, this.#edition?.build, server);
    const fetching = this.#stop !== undefined;
    const focused = document.activeElement;
    const elsewhere = !fetching && (await this.#copy.isFetched());
    write(
      part(this, '.standing'),
      fetching
        ? FETCHING
        : [standingWords(standing), newer && newerWords(newer.day, newer.bytes), elsewhere && BUSY].filter(Boolean).join(' '),
    );
    const { state } = standing;
    const lost = state === 'whole' && standing.lost > 0;
    const edition = this.#edition;
    const whole = state === 'whole';
    const add = whole && !newer && !lost && !parts?.includes('files');
    this.#parts = add ? PARTS : whole ? parts : undefined;
    // the box says what was asked for, until a reader says otherwise
    if (parts && String(parts) !== this.#boxed) this.#box().checked = parts.includes('files');
    this.#boxed = String(parts ?? '');
    const keep = part<HTMLButtonElement>(this, '[data-act="keep"]');
    const label = newer
      ? 'Take the newer edition'
      : lost
        ? 'Fetch what is missing'
        : add
          ? 'Add the files to take away'
          : state === 'part'
            ? 'Go on'
            : whole
              ? ''
              : 'Keep the whole guide';
    write(keep, label);
    const idle = !fetching && !elsewhere;
    keep.hidden = !idle || !edition || !label;
    part(this, '[data-act="read"]').hidden = !idle || state !== 'none' || !edition;
    part(this, '[data-act="stop"]').hidden = !fetching;
    part(this, '[data-act="remove"]').hidden = fetching || state === 'none';
    part(this, '.progress').hidden = !fetching;
    part(this, '.kept.cost').hidden = !idle || !edition || (whole && !add);
    part(this, '.also').hidden = !idle || !edition || whole;
    // who pressed a button that is gone stands at the next one
    if (focused instanceof HTMLElement && this.contains(focused) && focused.hidden)
      this.querySelector<HTMLElement>('button:not([hidden])')?.focus();
    if (!edition) return;
    write(
      part(this, '.guide'),
      add ? `The files to take away: ${costWords(edition.parts.files)}.` : `The whole guide: ${costWords(edition.parts.guide)}.`,
    );
    write(part(this, '.files'), costWords(edition.parts.files));
  }

  /**
   * Sets up what keeps from now on: the worker, and the page for what is not there.
   *
   * @param parts of a copy that is wanted whole
   */
  async #begin(parts?: readonly Part[]): Promise<FileList> {
    const was = await this.#copy.isThere();
    const list = await serverList(this.#scope);
    // what another tab removed meanwhile is not begun anew
    if (was && !(await this.#copy.isThere())) throw new Unfinished('removed');
    const worker = this.#scope + WORKER;
    await navigator.serviceWorker
      .register(trusted(worker), { scope: this.#scope })
      .catch(async () => Promise.reject(new Unfinished((await textAt(worker)) === undefined ? 'line' : 'refused')));
    await this.#copy.begin();
    await navigator.serviceWorker.ready;
    if (parts) await stored(this.#copy.change((state) => ({ ...state, asked: parts })));
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
    const parts = this.#parts ?? (this.#box().checked ? PARTS : ['guide']);
    const list = await this.#begin(parts);
    await fill(this.#copy, list, entriesOf(list, parts), this.#how()).catch(async (error) => {
      // files of a build that is changed over meanwhile come otherwise than its list says
      const now = error instanceof Unfinished && error.why === 'altered' && (await serverList(this.#scope).catch(nothing));
      throw now && now.build !== list.build ? new Unfinished('changing') : error;
    });
    await stored(this.#copy.change((state) => ({ ...state, whole: { build: list.build, parts } })));
  }

  /** Why work ended before it was done, in words; what no one foresaw is a browser that does not give what is asked for. */
  async #why(error: unknown): Promise<string> {
    const why = error instanceof Unfinished ? error.why : 'refused';
    const state = await this.#copy.state().catch(nothing);
    return why === 'stopped' ? STOPPED : failureWords(why, state?.whole !== undefined);
  }

  /** Does work that fetches, one tab at a time, and tells what came of it. */
  async #fetch(work: () => Promise<unknown>): Promise<void> {
    if (this.#stop) return;
    const told = async () => {
      this.#stop = new AbortController();
      try {
        this.#say('');
        await this.#show();
        this.#changed();
        await work();
        return '';
      } catch (error) {
        return await this.#why(error);
      } finally {
        this.#stop = undefined;
      }
    };
    this.#say(await this.#copy.fetching(told, () => BUSY).catch((error) => this.#why(error)));
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
