import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Keeper, type KeeperStore, keepOnLeaving } from '../../../../src/elements/keeping/keeper.ts';
import { clock } from '../../../../src/elements/keeping/kept-list.ts';
import { Notices } from '../../../../src/elements/keeping/notices.ts';
import type { Kept } from '../../../../src/elements/keeping/store/envelope.ts';
import type { News, Opened, Saved } from '../../../../src/elements/keeping/store/results.ts';

const TIME = '2027-01-01T10:00:00.000Z';
const THEIRS: Kept<string> = { saved: '2027-01-01T11:30:00.000Z', value: 'theirs' };

/** A store that answers what a test tells it to. */
class FakeStore implements KeeperStore<string> {
  result: Saved<string> = { state: 'saved', saved: TIME };
  opened: Opened<string> = { state: 'kept', ...THEIRS };
  found: News<string> | undefined;
  putBack: string[] = [];
  readonly saves: [id: string, value: string][] = [];
  readonly taken: string[] = [];
  readonly watched = new Map<string, (news: News<string>) => void>();
  /** what the disk answers, in turn; nothing yet where a test answers later */
  readonly disk: ((sure: boolean) => void)[] = [];

  save(id: string, value: string): Saved<string> {
    this.saves.push([id, value]);
    return this.result;
  }
  open(): Opened<string> {
    return this.opened;
  }
  take(id: string): void {
    this.taken.push(id);
  }
  news(): News<string> | undefined {
    return this.found;
  }
  secure(): Promise<boolean> {
    return new Promise((answer) => this.disk.push(answer));
  }
  async recover(): Promise<string[]> {
    return this.putBack;
  }
  watch(id: string, callback: (news: News<string>) => void): () => void {
    this.watched.set(id, callback);
    return () => this.watched.delete(id);
  }
}

let store: FakeStore;
let keeper: Keeper<string>;
let place: HTMLElement;
let memory: string;
/** what the page did, in order */
let did: string[];
let win: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  const { document } = parseHTML('<div></div>');
  vi.stubGlobal('document', document);
  win = new EventTarget();
  vi.stubGlobal('addEventListener', win.addEventListener.bind(win));
  place = document.querySelector('div') as unknown as HTMLElement;
  store = new FakeStore();
  memory = 'mine';
  did = [];
  keeper = new Keeper<string>(store, new Notices(place), {
    thing: 'record',
    read: () => memory,
    show: (value) => did.push(`show ${value}`),
    refill: () => did.push('refill'),
    named: () => did.push('named'),
    saved: (iso, surety, news) => did.push(`${surety} ${iso}${news ? ', news' : ''}`),
    download: () => did.push('download'),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const notices = (): string[] => [...place.children].map((one) => one.firstElementChild?.textContent ?? '');
const press = (label: string): void => {
  const button = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === label);
  if (!button) throw new Error(`No button ${label}.`);
  button.dispatchEvent(new (document.defaultView as unknown as typeof globalThis).Event('click'));
};
const answer = async (sure: boolean): Promise<void> => {
  store.disk.shift()?.(sure);
  await vi.advanceTimersByTimeAsync(0);
};
const quiet = (): Promise<unknown> => vi.advanceTimersByTimeAsync(400);

const CHANGED = `This record was changed in another tab at ${clock(THEIRS.saved)}. Nothing here is saved until you choose.`;
const GONE = 'This record was deleted in another tab, or the browser was emptied. What you see is still here.';
const NEWER = 'The kept record was written by a newer version of the guide. It was not changed. Save a file of what you see, then reload.';
const BLOCKED = 'This browser is not keeping what you write. Copy the link or save a file before you leave.';
const FULL = 'Not saved: this browser has no room left. Your work is still on this page. Download it now.';

describe('While somebody writes', () => {
  test('nothing is saved that nobody changed', () => {
    keeper.begin();
    keeper.flush();
    expect([store.saves, keeper.unsaved, keeper.id]).toEqual([[], false, undefined]);
  });

  test('it is saved once typing has come to rest, under an id of its own, and always under that', async () => {
    keeper.begin();
    keeper.changed();
    await vi.advanceTimersByTimeAsync(399);
    keeper.changed();
    await vi.advanceTimersByTimeAsync(399);
    expect([store.saves, keeper.unsaved]).toEqual([[], true]);
    await vi.advanceTimersByTimeAsync(1);
    expect(store.saves).toEqual([[keeper.id, 'mine']]);
    expect(keeper.unsaved).toBe(false);
    memory = 'more';
    keeper.changed();
    keeper.flush();
    expect(store.saves).toEqual([
      [keeper.id, 'mine'],
      [keeper.id, 'more'],
    ]);
    keeper.flush();
    expect(store.saves).toHaveLength(2);
  });

  test('it is called kept only when the disk has it', async () => {
    keeper.changed();
    keeper.flush();
    expect(did).toEqual(['named', `keeping ${TIME}`]);
    await answer(true);
    expect(did.at(-1)).toBe(`kept ${TIME}, news`);
  });

  test('where the disk refuses, or takes too long, less is said; what it says at last counts', async () => {
    keeper.changed();
    keeper.flush();
    await answer(false);
    expect(did.at(-1)).toBe(`unsure ${TIME}, news`);
    keeper.changed();
    keeper.flush();
    await vi.advanceTimersByTimeAsync(4999);
    expect(did.at(-1)).toBe(`keeping ${TIME}`);
    await vi.advanceTimersByTimeAsync(1);
    expect(did.at(-1)).toBe(`unsure ${TIME}`);
    await answer(true);
    expect(did.at(-1)).toBe(`kept ${TIME}, news`);
  });

  test('that it is kept is news once: when it begins, and when a failure has ended', async () => {
    const save = async (): Promise<string | undefined> => {
      keeper.changed();
      keeper.flush();
      await answer(true);
      return did.at(-1);
    };
    keeper.hold('a', TIME);
    await answer(true);
    expect(did.at(-1)).toBe(`kept ${TIME}`);
    expect([await save(), await save()]).toEqual([`kept ${TIME}, news`, `kept ${TIME}`]);
    store.result = { state: 'full' };
    await save();
    store.result = { state: 'saved', saved: TIME };
    expect([await save(), await save()]).toEqual([`kept ${TIME}, news`, `kept ${TIME}`]);
    keeper.begin();
    expect([await save(), await save()]).toEqual([`kept ${TIME}, news`, `kept ${TIME}`]);
  });

  test('an answer of the disk to an earlier save, or to another record, says nothing', async () => {
    keeper.changed();
    keeper.flush();
    keeper.changed();
    keeper.flush();
    await answer(true);
    expect(did.at(-1)).toBe(`keeping ${TIME}`);
    keeper.begin();
    await answer(true);
    expect(did.at(-1)).toBe(`keeping ${TIME}`);
  });

  test('what was opened is called kept only when the disk has it, too', async () => {
    keeper.hold('a', TIME);
    expect(did).toEqual([`keeping ${TIME}`]);
    await answer(true);
    expect(did).toEqual([`keeping ${TIME}`, `kept ${TIME}`]);
  });
});

describe('Where it cannot be saved', () => {
  const failing: [name: string, result: Saved<string>, says: string][] = [
    ['there is no room', { state: 'full' }, FULL],
    ['the browser keeps nothing', { state: 'blocked' }, BLOCKED],
    ['a newer version wrote it', { state: 'newer' }, NEWER],
  ];
  test.each(failing)('because %s, that is told, it stays unsaved and is tried again', async (_, result, says) => {
    store.result = result;
    keeper.changed();
    await quiet();
    expect([notices(), keeper.unsaved, did]).toEqual([[says], true, []]);
    store.result = { state: 'saved', saved: TIME };
    keeper.flush();
    expect([notices(), keeper.unsaved]).toEqual([[], false]);
  });

  test('later, the last time it was saved is told, and a file is offered', async () => {
    keeper.hold('a', TIME);
    store.result = { state: 'full', since: TIME };
    keeper.changed();
    await quiet();
    expect(notices()).toEqual([`Not saved since ${clock(TIME)}. Your work is still on this page. Download it now.`]);
    press('Download JSON');
    expect(did.at(-1)).toBe('download');
  });
});

describe('Where another tab wrote', () => {
  const ways: [name: string, meet: () => void][] = [
    [
      'as a save finds out',
      () => {
        store.result = { state: 'changed', theirs: THEIRS };
        keeper.flush();
      },
    ],
    ['as the browser tells', () => store.watched.get('a')?.({ state: 'changed', theirs: THEIRS })],
    [
      'as the page sees when it comes back',
      () => {
        store.found = { state: 'changed', theirs: THEIRS };
        keeper.shownAgain(true);
      },
    ],
  ];
  test.each(ways)('%s, nothing is written until the reader has chosen', async (_, meet) => {
    keeper.hold('a', TIME);
    keeper.changed();
    meet();
    expect(notices()).toEqual([CHANGED]);
    const before = store.saves.length;
    store.result = { state: 'saved', saved: TIME };
    keeper.changed();
    await quiet();
    keeper.flush();
    expect([store.saves.length, keeper.unsaved]).toEqual([before, true]);
    press('Keep mine as a copy');
    expect(store.saves.at(-1)).toEqual([keeper.id, 'mine']);
    expect([keeper.id === 'a', keeper.unsaved, notices()]).toEqual([false, false, []]);
    expect([...store.watched.keys()]).toEqual([keeper.id]);
  });

  test('theirs can be shown, as it stands by then, and is what a save goes on from', async () => {
    keeper.hold('a', TIME);
    store.watched.get('a')?.({ state: 'changed', theirs: THEIRS });
    store.opened = { state: 'kept', saved: TIME, value: 'theirs, later' };
    press('Show theirs');
    expect([store.taken, did.at(-1), notices(), keeper.unsaved]).toEqual([['a'], 'show theirs, later', [], false]);
    store.opened = { state: 'blocked' };
    store.watched.get('a')?.({ state: 'changed', theirs: THEIRS });
    press('Show theirs');
    expect(did.at(-1)).toBe('show theirs');
    keeper.changed();
    await quiet();
    expect(store.saves).toEqual([['a', 'mine']]);
  });

  test.each([
    ['told', () => store.watched.get('a')?.({ state: 'gone' })],
    [
      'seen when the page comes back',
      () => {
        store.found = { state: 'gone' };
        keeper.shownAgain(true);
      },
    ],
    [
      'found by a save',
      () => {
        store.result = { state: 'gone' };
        keeper.changed();
        keeper.flush();
        store.result = { state: 'saved', saved: TIME };
      },
    ],
  ])('what it deleted, as %s, is kept again only where the reader wants it', async (_, meet) => {
    keeper.hold('a', TIME);
    meet();
    expect(notices()).toEqual([GONE]);
    const before = store.saves.length;
    keeper.changed();
    await quiet();
    expect(store.saves).toHaveLength(before);
    press('Keep it as a new record');
    expect([store.saves.at(-1), keeper.id === 'a']).toEqual([[keeper.id, 'mine'], false]);
  });

  test('what it left unreadable is left alone', () => {
    keeper.hold('a', TIME);
    store.watched.get('a')?.({ state: 'aside', key: 'k', text: '', why: 'newer' });
    expect(notices()).toEqual([]);
  });
});

describe('A page that comes back', () => {
  test('fills its form again from memory; an untouched one shows what another tab wrote', () => {
    keeper.hold('a', TIME);
    keeper.shownAgain(false);
    expect(did.slice(1)).toEqual(['refill']);
    store.found = { state: 'changed', theirs: THEIRS };
    keeper.shownAgain(false);
    expect(did.slice(1)).toEqual(['refill', 'refill']);
    keeper.shownAgain(true);
    expect([store.taken, did.slice(3), notices()]).toEqual([['a'], [`keeping ${THEIRS.saved}`, 'show theirs', 'refill'], []]);
  });

  test('and holds nothing yet only fills its form', () => {
    keeper.begin();
    store.found = { state: 'gone' };
    keeper.shownAgain(true);
    expect([did, notices()]).toEqual([['refill'], []]);
  });

  test('while the reader has to choose asks nothing twice', () => {
    keeper.hold('a', TIME);
    store.watched.get('a')?.({ state: 'changed', theirs: THEIRS });
    store.found = { state: 'gone' };
    keeper.shownAgain(true);
    expect(notices()).toEqual([CHANGED]);
  });

  test('after a kill shows what was put back, unless something was typed since', async () => {
    keeper.hold('a', TIME);
    store.putBack = ['a', 'b'];
    store.found = { state: 'changed', theirs: THEIRS };
    expect(await keeper.recover()).toBe(true);
    expect([did.at(-1), notices()]).toEqual(['show theirs', []]);
    keeper.changed();
    await keeper.recover();
    expect(notices()).toEqual([CHANGED]);
    store.putBack = [];
    expect(await keeper.recover()).toBe(false);
  });
});

describe('Whoever leaves', () => {
  beforeEach(() => {
    keepOnLeaving(keeper);
    keeper.changed();
  });

  test.each(['pagehide', 'beforeunload'])('has everything saved at %s', (moment) => {
    const event = new Event(moment, { cancelable: true });
    win.dispatchEvent(event);
    expect([store.saves, event.defaultPrevented]).toEqual([[[keeper.id, 'mine']], false]);
  });

  test('or looks at another tab, likewise; not when coming back', () => {
    const changed = (hidden: boolean): void => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new (document.defaultView as unknown as typeof globalThis).Event('visibilitychange'));
    };
    changed(false);
    expect(store.saves).toEqual([]);
    changed(true);
    expect(store.saves).toHaveLength(1);
  });

  test('is asked first where it cannot be saved', () => {
    store.result = { state: 'full' };
    const event = new Event('beforeunload', { cancelable: true });
    win.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  });

  test('and comes back finds the form filled', () => {
    win.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(did).toContain('refill');
  });
});
