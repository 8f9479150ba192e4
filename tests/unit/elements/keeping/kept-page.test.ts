import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { KeptPage as KeptPageClass, Opening } from '../../../../src/elements/keeping/kept-page.ts';
import { FakeDisk } from './store/fake-disk.ts';
import { FakeStorage } from './store/fake-storage.ts';

const shared = vi.hoisted(() => ({ disk: undefined as FakeDisk | undefined }));
vi.mock('../../../../src/elements/keeping/store/idb-disk.ts', () => ({ idbDisk: async () => shared.disk }));

const dom = parseHTML('<body></body>');
vi.stubGlobal('HTMLElement', dom.HTMLElement);
const { KeptPage } = await import('../../../../src/elements/keeping/kept-page.ts');

/** what a link in the address opens */
let linked: Opening<string>;
/** whether the parts of the page load that come later */
let loads: boolean;

/** A page that keeps one text. */
class FakePage extends (KeptPage as typeof KeptPageClass<string, string>) {
  protected readonly names = { thing: 'note', param: 'note', link: /^n_/, safe: 'Your note is safe.' };
  protected readonly wording = { nameOf: (text: string) => text, deleted: (text: string) => text };
  memory = '';
  shown: string[] = [];
  refilled = 0;
  saved: string[] = [];
  fileGave: unknown;

  protected accept = (value: unknown) => (typeof value === 'string' ? value : undefined);
  protected empty = () => '';
  protected read = () => this.memory;
  protected show(text: string): void {
    this.memory = text;
    this.shown.push(text);
    this.list();
  }
  protected refill = () => void this.refilled++;
  protected enter = () => {};
  protected open(): void {
    if (this.hasLink()) this.openLink();
    else this.settle({ id: new URLSearchParams(location.search).get('note') ?? undefined });
  }
  protected openLink(): void {
    this.settle(linked);
  }
  protected typed(field: HTMLInputElement): void {
    this.memory = field.value;
    this.keeper.changed();
  }
  protected pressed({ dataset }: HTMLButtonElement): void {
    if (dataset.share === undefined) return;
    const made = loads ? Promise.resolve('https://guide.example/notes/#n_link') : Promise.reject(new Error('It did not load.'));
    this.share(made, this.querySelector('.share') as HTMLElement, 'note', () => this.file('json'));
  }
  protected async save(kind: string): Promise<void> {
    if (!loads) throw new Error('It did not load.');
    this.saved.push(`${kind} ${this.memory}`);
  }
  protected async readFile(file: File): Promise<string> {
    if (!loads) throw new Error('It did not load.');
    return file.name;
  }
  protected took(read: unknown): void {
    this.fileGave = read;
    if (typeof read === 'string') this.begin(read, 'It came from a file.');
  }
}
dom.customElements.define('fake-page', FakePage);

const PAGE = `<fake-page><div class="notices"></div><p class="status"></p><p class="kept"></p><p class="kept-said"></p>
  <input class="text"><input type="file"><button data-new></button><button data-file="json"></button><button data-file="md"></button>
  <button data-share></button><p class="share"><input></p><section class="others-kept"><ul></ul></section></fake-page>`;
const NOT_KEPT = 'What is here is not kept in this browser, and a new note would take its place. Save a file of it first.';

let storage: FakeStorage;
let win: EventTarget;
let address: URL;
let page: FakePage;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  shared.disk = new FakeDisk();
  storage = new FakeStorage();
  address = new URL('https://guide.example/notes/');
  linked = { value: 'by a link', says: 'It came by a link.', keep: true };
  loads = true;
  vi.stubGlobal('document', dom.document);
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('location', address);
  vi.stubGlobal('navigator', { clipboard: { writeText: async () => {} } });
  vi.stubGlobal('addEventListener', (type: string, heard: EventListener) => win.addEventListener(type, heard));
  vi.stubGlobal('removeEventListener', (type: string, heard: EventListener) => win.removeEventListener(type, heard));
  vi.stubGlobal('history', {
    replaceState: (_: null, __: string, to: string) => {
      address.href = new URL(to, address).href;
    },
  });
});
afterEach(() => vi.useRealTimers());

/** Loads the page at an address. */
function open(at = ''): void {
  win = new EventTarget();
  address.href = new URL(at, 'https://guide.example/notes/').href;
  dom.document.body.innerHTML = PAGE;
  page = dom.document.querySelector('fake-page') as unknown as FakePage;
}
const here = (): string => `${address.search}${address.hash}`;
const on = (selector: string, type: string): void => {
  page.querySelector(selector)?.dispatchEvent(new dom.Event(type, { bubbles: true }));
};
const write = (text: string): void => {
  (page.querySelector('.text') as HTMLInputElement).value = text;
  on('.text', 'input');
};
const leave = (): void => void win.dispatchEvent(new Event('pagehide'));
const goTo = (at: string, ...events: string[]): void => {
  address.href = new URL(at, address).href;
  for (const type of events) win.dispatchEvent(new Event(type));
};
const press = (text: string): void => {
  const found = [...page.querySelectorAll('button')].find(({ textContent }) => textContent === text);
  if (!found) throw new Error(`No button ${text}.`);
  found.dispatchEvent(new dom.Event('click', { bubbles: true }));
};
const told = (): string[] => [...page.querySelectorAll('.notice > p:first-child')].map(({ textContent }) => textContent ?? '');
const others = (): string[] => [...page.querySelectorAll('.others-kept .to')].map(({ textContent }) => textContent ?? '');
/** What the browser keeps, oldest first. */
const inStore = (): string[] =>
  [...storage.texts].flatMap(([key, text]) => (key.startsWith('note /notes/ ') ? [JSON.parse(text).value] : []));
/** Keeps a text as an earlier visit would; gives its id. */
function keepEarlier(text: string): string {
  open();
  if (page.memory !== '') on('[data-new]', 'click');
  write(text);
  leave();
  return address.searchParams.get('note') as string;
}

describe('What is written', () => {
  test('is kept, named in the address and there again', () => {
    open();
    write('First');
    leave();
    expect([inStore(), /^\?note=\w+$/.test(here())]).toEqual([['First'], true]);
    open(here());
    expect(page.memory).toBe('First');
    open();
    expect(page.memory).toBe('First');
  });

  test('leaves a place of the page in the address, and takes a link out of it', () => {
    open('#files');
    write('First');
    leave();
    expect(here()).toMatch(/^\?note=\w+#files$/);
    open('#n_link');
    expect([page.memory, here(), told()]).toEqual(['by a link', '#n_link', ['It came by a link.']]);
    write('Mine');
    leave();
    expect(here()).toMatch(/^\?note=\w+$/);
    expect(inStore()).toEqual(['First', 'Mine']);
  });

  test('makes way for something new only after it is kept', () => {
    open();
    write('First');
    on('[data-new]', 'click');
    expect([inStore(), page.memory, here(), others()]).toEqual([['First'], '', '', ['First']]);
  });

  test('stays where it cannot be kept, whatever is opened, until a file holds it', async () => {
    const id = keepEarlier('Kept');
    keepEarlier('Another');
    storage.room = 0;
    write('Not kept');
    const ways: [string, () => void][] = [
      ['a new one', () => on('[data-new]', 'click')],
      ['another', () => press('Open')],
      ['the way back', () => goTo(`?note=${id}`, 'popstate')],
      ['a link', () => goTo('#n_link', 'popstate', 'hashchange')],
    ];
    for (const [way, go] of ways) {
      go();
      expect([way, page.memory, told().includes(NOT_KEPT)]).toEqual([way, 'Not kept', true]);
      page.querySelector('[data-notice="file"]')?.remove();
    }
    on('[data-file="md"]', 'click');
    await vi.waitFor(() => expect(page.saved).toEqual(['md Not kept']));
    await vi.advanceTimersByTimeAsync(0);
    on('[data-new]', 'click');
    expect(page.memory).toBe('Not kept');
    press('Download JSON');
    await vi.waitFor(() => expect(page.saved).toContain('json Not kept'));
    await vi.advanceTimersByTimeAsync(0);
    write('Not in the file');
    on('[data-new]', 'click');
    expect(page.memory).toBe('Not in the file');
    write('Not kept');
    on('[data-new]', 'click');
    expect(page.memory).toBe('');
    expect(inStore()).toEqual(['Kept', 'Another']);
  });
});

describe('What the address asks for', () => {
  test('and is not there, or cannot be read, is told', () => {
    open('?note=gone');
    expect(told()).toEqual(['No saved note of that name in this browser. Open a file or a link, or start here.']);
    storage.texts.set('note /notes/ old', 'no JSON');
    open('?note=old');
    expect(told()).toEqual([
      'The saved note: This can’t be read. It was set aside and not changed. It can be downloaded below. Here is a new note.',
    ]);
  });

  test('is opened once: not for a place of the page, and a link not by both of its events', () => {
    const id = keepEarlier('First');
    keepEarlier('Second');
    page.shown = [];
    goTo('#files', 'popstate', 'hashchange');
    expect(page.shown).toEqual([]);
    goTo(`?note=${id}`, 'popstate');
    expect(page.shown).toEqual(['First']);
    goTo('/notes/#n_link', 'popstate', 'hashchange');
    expect(page.shown).toEqual(['First', 'by a link']);
  });

  test('is kept at a press', () => {
    open('#n_link');
    expect(inStore()).toEqual([]);
    press('Keep it in this browser');
    expect([inStore(), told()]).toEqual([['by a link'], []]);
  });

  test('stays in the address while a link is still to be read', () => {
    keepEarlier('First');
    linked = { unread: true };
    open('#n_link');
    expect([page.memory, here()]).toEqual(['First', '#n_link']);
  });
});

describe('What comes back', () => {
  test('fills the form again', () => {
    open();
    win.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    expect(page.refilled).toBe(1);
  });

  test.each([
    ['opens on a page where nothing is', '', () => {}, 'First', []],
    ['is listed beside a link', '#n_link', () => {}, 'by a link', ['First']],
    ['is listed beside what was written meanwhile', '', () => write('Mine'), 'Mine', ['First']],
  ])('from the disk %s', async (_, at, meanwhile, shown, listed) => {
    keepEarlier('First');
    await vi.waitFor(() => expect(shared.disk?.texts.size).toBe(1));
    storage.texts.clear();
    open(at);
    meanwhile();
    await vi.waitFor(() => expect(inStore()).toContain('First'));
    await vi.advanceTimersByTimeAsync(0);
    expect([page.memory, others()]).toEqual([shown, listed]);
  });
});

describe('A part of the page that does not load', () => {
  const SAFE = 'a part of this page did not load. Your note is safe.';
  test.each([
    ['a file', '[data-file="json"]', `The file could not be made: ${SAFE} Try again, or save JSON.`],
    ['a link', '[data-share]', `The link could not be made: ${SAFE} Try again, or save a file.`],
  ])('is told of %s, and what is here stays', async (_, button, says) => {
    open();
    write('Mine');
    loads = false;
    on(button, 'click');
    await vi.waitFor(() => expect(told()).toEqual([says]));
    expect(page.memory).toBe('Mine');
    loads = true;
    on(button, 'click');
    await vi.waitFor(() => expect(told()).toEqual([]));
  });

  test('is told of a file that was chosen; what is read takes its place after what is here is kept', async () => {
    open();
    write('Mine');
    const choose = (): void => {
      Object.assign(page.querySelector('[type="file"]') as HTMLInputElement, { files: [{ name: 'From a file' }] });
      on('[type="file"]', 'change');
    };
    loads = false;
    choose();
    const problem = 'The file could not be opened: a part of this page did not load. Try again.';
    await vi.waitFor(() => expect(page.fileGave).toEqual({ problem }));
    expect(page.memory).toBe('Mine');
    loads = true;
    choose();
    await vi.waitFor(() => expect(page.memory).toBe('From a file'));
    expect([inStore(), here(), told()]).toEqual([['Mine'], '', ['It came from a file.']]);
  });

  test('of the markup is named', () => {
    dom.document.body.innerHTML = '<p></p>';
    const bare = new FakePage();
    expect(() => bare.connectedCallback()).toThrow('<fake-page> needs .notices.');
  });
});
