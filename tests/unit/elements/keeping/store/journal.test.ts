import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StoreOptions } from '../../../../../src/elements/keeping/store/results.ts';
import { BrowserStore } from '../../../../../src/elements/keeping/store/store.ts';
import { FakeDisk } from './fake-disk.ts';
import { denied, FakeStorage } from './fake-storage.ts';

const PREFIX = 'note-';
const read = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A browser: its storage, which a kill puts back, and its disk. */
function browser() {
  const storage = new FakeStorage();
  const disk = new FakeDisk();
  let written = new Map<string, string>();
  let hour = 0;
  return {
    storage,
    disk,
    /** the storage reaches the disk at last */
    write: () => {
      written = new Map(storage.texts);
    },
    /** the browser is killed: what its storage had not written is gone */
    kill: () => {
      storage.texts.clear();
      for (const [key, text] of written) storage.texts.set(key, text);
    },
    /** a page that is opened now */
    page: (options: Partial<StoreOptions<string>> = {}) =>
      new BrowserStore<string>({
        prefix: PREFIX,
        version: 1,
        read,
        storage: () => storage,
        disk: async () => disk,
        now: () => new Date(Date.UTC(2027, 0, 1, hour++)),
        ...options,
      }),
  };
}
const values = (store: BrowserStore<string>): string[] =>
  store
    .list()
    .kept.map(({ value }) => value)
    .sort();

describe('A browser that is killed', () => {
  test('loses nothing that was secured, neither the first save nor a later one', async () => {
    const { page, write, kill } = browser();
    const first = page();
    first.save('a', '1');
    expect(await first.secure('a')).toBe(true);
    kill();
    const second = page();
    expect(second.list().kept).toEqual([]);
    expect(await second.recover()).toEqual(['a']);
    expect(second.open('a')).toMatchObject({ state: 'kept', value: '1' });
    write();
    for (const value of ['2', '3', '4']) second.save('a', value);
    expect(await second.secure('a')).toBe(true);
    kill();
    const third = page();
    expect(third.open('a')).toMatchObject({ value: '1' });
    expect(await third.recover()).toEqual(['a']);
    expect(third.news('a')).toMatchObject({ state: 'changed', theirs: { value: '4' } });
    third.take('a');
    expect(third.save('a', '5')).toMatchObject({ state: 'saved' });
  });

  test('loses nothing either that had no copy when its page was left, once another page of the store was opened', async () => {
    const { page, write, kill, disk } = browser();
    page().save('a', '1');
    write();
    const left = page();
    left.open('a');
    left.save('a', '2');
    expect([...disk.texts.keys()]).toEqual([]);
    expect(await page().recover()).toEqual([]);
    kill();
    const next = page();
    expect(await next.recover()).toEqual(['a']);
    expect(next.open('a')).toMatchObject({ value: '2' });
  });

  test('gives back the last save even where its clock went back meanwhile', async () => {
    const { page, write, kill } = browser();
    const first = page();
    first.save('a', '1');
    write();
    const late = page({ now: () => new Date(Date.UTC(2023, 0, 1)) });
    late.open('a');
    late.save('a', '2');
    await late.secure('a');
    kill();
    const next = page();
    await next.recover();
    expect(next.open('a')).toMatchObject({ value: '2' });
  });

  test('keeps both where the page saved before it could read the disk', async () => {
    const { page, write, kill, disk } = browser();
    const first = page();
    first.save('a', '1');
    write();
    first.save('a', '2');
    await first.secure('a');
    kill();
    const second = page();
    second.open('a');
    disk.before = async () => {
      throw new Error('not now');
    };
    expect(await second.recover()).toEqual([]);
    for (const value of ['x', 'y', 'z']) second.save('a', value);
    expect(await second.secure('a')).toBe(false);
    disk.before = async () => {};
    expect(await second.secure('a')).toBe(true);
    expect(values(second)).toEqual(['2', 'z']);
    expect(second.open('a')).toMatchObject({ value: 'z' });
  });

  test('gives back what its storage has in a spoiled state, and what a later version of the site wrote', async () => {
    const { page, storage, disk } = browser();
    const first = page();
    first.save('a', '1');
    await first.secure('a');
    storage.texts.set(`${PREFIX}a`, '{"version":1,');
    disk.texts.set('b', '{"version":9}');
    disk.texts.set('c', 'no text of ours');
    const second = page();
    expect(await second.recover()).toEqual(['a', 'b']);
    expect(second.open('a')).toMatchObject({ value: '1' });
    expect(second.open('b')).toMatchObject({ state: 'aside', why: 'newer' });
    expect(second.list().aside.map(({ text }) => text)).toEqual(expect.arrayContaining(['{"version":1,', '{"version":9}']));
  });
});

describe('What was removed', () => {
  test('is removed on the disk too', async () => {
    const { page, disk, storage } = browser();
    const store = page();
    store.save('a', '1');
    await store.secure('a');
    store.forget('a');
    await expect.poll(() => disk.texts.size).toBe(0);
    await expect.poll(() => storage.texts.size).toBe(0);
  });

  test('never comes back by itself, also where the page ended before the disk knew', async () => {
    const { page, disk, storage } = browser();
    const store = page();
    store.save('a', '1');
    await store.secure('a');
    disk.before = () => Promise.reject(new Error('the page ended'));
    store.forget('a');
    await new Promise((done) => setTimeout(done));
    expect(disk.texts.size).toBe(1);
    expect(page().list()).toEqual({ kept: [], aside: [], blocked: false });
    disk.before = async () => {};
    const next = page();
    expect(await next.recover()).toEqual([]);
    expect(next.open('a')).toEqual({ state: 'none' });
    expect([disk.texts.size, storage.texts.size]).toEqual([0, 0]);
  });

  test('and is kept again goes on as one', async () => {
    const { page, kill } = browser();
    const store = page();
    for (const value of ['1', '2', '3']) store.save('a', value);
    await store.secure('a');
    store.forget('a');
    store.keep('a', '3');
    expect(await store.secure('a')).toBe(true);
    kill();
    const next = page();
    expect(await next.recover()).toEqual(['a']);
    expect(values(next)).toEqual(['3']);
  });
});

test.each([
  ['there is none', () => Promise.reject(new Error('no IndexedDB'))],
  ['it fails', async () => Object.assign(new FakeDisk(), { before: () => Promise.reject(new Error('broken')) })],
])('where the disk cannot be written because %s, all else goes on', async (_, disk) => {
  const { page } = browser();
  const store = page({ disk });
  expect(store.save('a', '1')).toMatchObject({ state: 'saved' });
  expect(await store.secure('a')).toBe(false);
  expect(await store.recover()).toEqual([]);
  expect(store.forget('a')).toMatchObject({ state: 'forgotten' });
});

test('a storage that is denied is no reason to throw', async () => {
  const { page, storage } = browser();
  const store = page();
  store.save('a', '1');
  storage.before = () => {
    throw denied();
  };
  expect(await store.secure('a')).toBe(false);
  expect(await store.recover()).toEqual([]);
});

test('texts of before there was a disk are opened, saved and secured as any other', async () => {
  const { page, storage, disk } = browser();
  storage.texts.set(`${PREFIX}a`, JSON.stringify({ version: 1, saved: '2026-12-31T00:00:00.000Z', stamp: 's', value: 'old' }));
  const store = page();
  expect(store.open('a')).toMatchObject({ state: 'kept', value: 'old' });
  expect(await store.secure('a')).toBe(true);
  expect(disk.texts.get('a')).toContain('old');
  expect(store.save('a', 'new')).toMatchObject({ state: 'saved' });
  expect(await store.secure('a')).toBe(true);
  expect(disk.texts.get('a')).toContain('new');
});

test('whatever two tabs do, what one of them secured is there after a kill, unless it was written over or removed (300 times)', async () => {
  const step = fc.record({ tab: fc.nat({ max: 1 }), act: fc.constantFrom('save', 'save', 'forget', 'write', 'kill') });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const { page, write, kill } = browser();
      const begin = async () => {
        const store = page();
        await store.recover();
        store.open('a');
        return store;
      };
      let tabs = [await begin(), await begin()];
      let wanted: string | undefined;
      let next = 0;
      for (const { tab, act } of steps) {
        const store = tabs[tab] as BrowserStore<string>;
        if (act === 'save') {
          const value = `${next++}`;
          store.open('a');
          if (store.keep('a', value).state !== 'saved') continue;
          expect(await store.secure('a')).toBe(true);
          wanted = value;
        } else if (act === 'forget') {
          store.forget('a');
          await new Promise((done) => setTimeout(done));
          write();
          wanted = undefined;
        } else if (act === 'write') write();
        else {
          kill();
          tabs = [await begin(), await begin()];
        }
        expect(values(tabs[0] as BrowserStore<string>)).toEqual(wanted === undefined ? [] : [wanted]);
      }
    }),
    { numRuns: 300 },
  );
});
