import { describe, expect, test } from 'vitest';
import { newId } from '../../../../../src/elements/keeping/store/ids.ts';
import type { News, StoreOptions } from '../../../../../src/elements/keeping/store/results.ts';
import { BrowserStore } from '../../../../../src/elements/keeping/store/store.ts';
import { denied, FakeStorage, full } from './fake-storage.ts';

interface Note {
  text: string;
}

const read = (value: unknown): Note | undefined =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' ? { text: value.text } : undefined;
const note = (text: string): Note => ({ text });

/** A store in a tab of its own; its clock goes on by a second with each look. */
function tab(storage: FakeStorage, options: Partial<StoreOptions<Note>> = {}): BrowserStore<Note> {
  let seconds = 0;
  const now = () => new Date(Date.UTC(2027, 0, 1, 0, 0, seconds++));
  return new BrowserStore({ prefix: 'note-', version: 2, read, storage: () => storage, now, ...options });
}

const envelope = (fields: object = {}): string =>
  JSON.stringify({ version: 2, saved: '2026-12-31T00:00:00.000Z', stamp: 's', value: note('old'), ...fields });

const UNREADABLE = {
  'no JSON': '{"text":',
  'an empty text': '',
  null: 'null',
  'a list': '[]',
  'a bare value': '{"text":"x"}',
  'a foreign value': envelope({ value: { title: 'x' } }),
  'no value': envelope({ value: undefined }),
  'no stamp': envelope({ stamp: '' }),
  'no time': envelope({ saved: 'yesterday' }),
  'version 0': envelope({ version: 0 }),
  'a version in words': envelope({ version: 'two' }),
};

describe('One tab', () => {
  test('what is saved is opened and listed again, newest first', () => {
    const storage = new FakeStorage();
    const store = tab(storage);
    expect(store.save('a', note('1'))).toEqual({ state: 'saved', saved: '2027-01-01T00:00:00.000Z' });
    expect(store.save('b', note('2'))).toMatchObject({ state: 'saved' });
    expect(store.save('a', note('3'))).toMatchObject({ state: 'saved' });
    storage.texts.set('other-a', 'not ours');
    const kept = { saved: '2027-01-01T00:00:02.000Z', value: note('3') };
    expect(tab(storage).open('a')).toEqual({ state: 'kept', ...kept });
    expect(store.list()).toEqual({
      kept: [
        { id: 'a', ...kept },
        { id: 'b', saved: '2027-01-01T00:00:01.000Z', value: note('2') },
      ],
      aside: [],
      blocked: false,
    });
    expect(store.open('c')).toEqual({ state: 'none' });
  });

  test('a value of an earlier version reaches the reader with its version', () => {
    const storage = new FakeStorage();
    storage.texts.set('note-a', envelope({ version: 1, value: 'old' }));
    const store = tab(storage, { read: (value, version) => (version === 1 ? note(`${value}`) : read(value)) });
    expect(store.open('a')).toMatchObject({ state: 'kept', value: note('old') });
    expect(store.save('a', note('new'))).toMatchObject({ state: 'saved' });
    expect(JSON.parse(storage.texts.get('note-a') as string)).toMatchObject({ version: 2, value: note('new') });
  });

  test('what is forgotten comes back whole, is not saved again by chance, and can be kept again', () => {
    const store = tab(new FakeStorage());
    store.save('a', note('1'));
    expect(store.forget('a')).toMatchObject({ state: 'forgotten', was: { value: note('1') } });
    expect(store.forget('a')).toEqual({ state: 'none' });
    expect(store.save('a', note('2'))).toEqual({ state: 'gone' });
    expect(store.keep('a', note('1'))).toMatchObject({ state: 'saved' });
    expect(store.open('a')).toMatchObject({ value: note('1') });
  });

  test('a value that would not be read again is refused aloud, and nothing is written', () => {
    const storage = new FakeStorage();
    const store = tab(storage);
    for (const value of [{ text: undefined }, undefined, { text: 1n }])
      expect(() => store.save('a', value as unknown as Note)).toThrow(TypeError);
    expect(() => store.save('~a', note('1'))).toThrow(RangeError);
    expect(storage.texts.size).toBe(0);
  });

  test('ids by chance fit into an address and an attribute, and do not meet', () => {
    const ids = Array.from({ length: 5000 }, newId);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]{7}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a field __proto__ stays a field and reaches no other object', () => {
    const storage = new FakeStorage();
    storage.texts.set(
      'note-a',
      '{"version":2,"saved":"2027-01-01","stamp":"s","value":{"__proto__":{"bad":1},"text":"x"},"__proto__":{"bad":1}}',
    );
    storage.texts.set('note-__proto__', envelope());
    let seen: unknown;
    const store = tab(storage, {
      read: (value) => {
        seen = value;
        return read(value);
      },
    });
    expect(store.open('a')).toMatchObject({ state: 'kept', value: note('x') });
    expect(Object.hasOwn(seen as object, '__proto__')).toBe(true);
    expect(store.list().kept.map(({ id }) => id)).toEqual(['a', '__proto__']);
    expect(store.open('__proto__')).toMatchObject({ state: 'kept' });
    expect(store.save('__proto__', note('y'))).toMatchObject({ state: 'saved' });
    expect(({} as { bad?: number }).bad).toBeUndefined();
  });
});

describe('What cannot be read', () => {
  test.each(Object.entries(UNREADABLE))('%s is set aside, not removed, and kept when its id is saved', (_, text) => {
    const storage = new FakeStorage();
    storage.texts.set('note-a', text);
    const store = tab(storage);
    const aside = { key: 'note-a', text, why: 'unreadable' };
    expect(store.list()).toEqual({ kept: [], aside: [aside], blocked: false });
    expect(store.open('a')).toEqual({ state: 'aside', ...aside });
    expect(store.forget('a')).toEqual({ state: 'aside', ...aside });
    expect(storage.texts.get('note-a')).toBe(text);
    expect(store.save('a', note('1'))).toMatchObject({ state: 'saved' });
    expect(store.list()).toMatchObject({ kept: [{ id: 'a', value: note('1') }], aside: [{ ...aside, key: 'note-~a~1' }] });
    expect(store.forget('~a~1')).toMatchObject({ state: 'aside' });
  });

  test('a reader that throws counts as one that does not know the value', () => {
    const storage = new FakeStorage();
    storage.texts.set('note-a', envelope());
    const broken = () => {
      throw new Error('broken');
    };
    expect(tab(storage, { read: broken }).list().aside).toMatchObject([{ why: 'unreadable' }]);
  });

  test('a text that is already aside is not copied twice, and another one gets the next key', () => {
    const storage = new FakeStorage();
    storage.texts.set('note-a', 'bad');
    storage.before = (operation, key) => {
      if (operation === 'set' && key === 'note-a') throw full();
    };
    const store = tab(storage);
    for (let time = 0; time < 3; time++) expect(store.save('a', note('1'))).toEqual({ state: 'full' });
    expect([...storage.texts]).toEqual([
      ['note-a', 'bad'],
      ['note-~a~1', 'bad'],
    ]);
    storage.texts.set('note-a', 'worse');
    storage.before = () => {};
    expect(store.save('a', note('1'))).toMatchObject({ state: 'saved' });
    expect(store.list().aside.map(({ key, text }) => [key, text])).toEqual([
      ['note-~a~1', 'bad'],
      ['note-~a~2', 'worse'],
    ]);
  });

  test('a text without room for its copy stays where it is', () => {
    const storage = new FakeStorage();
    storage.texts.set('note-a', 'bad');
    storage.room = 12;
    expect(tab(storage).save('a', note('1'))).toEqual({ state: 'full' });
    expect([...storage.texts]).toEqual([['note-a', 'bad']]);
  });

  test('a later version is left alone in any case, whatever its envelope looks like', () => {
    for (const text of [envelope({ version: 3 }), '{"version":3}']) {
      const storage = new FakeStorage();
      storage.texts.set('note-a', text);
      const store = tab(storage);
      expect(store.list().aside).toEqual([{ key: 'note-a', text, why: 'newer' }]);
      expect(store.open('a')).toMatchObject({ state: 'aside', why: 'newer' });
      expect(store.save('a', note('1'))).toEqual({ state: 'newer' });
      expect(store.keep('a', note('1'))).toEqual({ state: 'newer' });
      expect(store.forget('a')).toMatchObject({ state: 'aside' });
      expect([...storage.texts]).toEqual([['note-a', text]]);
    }
  });
});

describe('A browser that refuses', () => {
  const throwing = () => {
    throw denied();
  };

  test.each([
    ['throws on access', throwing],
    ['has none', () => null],
    ['has undefined', () => undefined as unknown as null],
  ])('a storage that %s is blocked and breaks nothing', (_, storage) => {
    const store = new BrowserStore<Note>({ prefix: 'note-', version: 1, read, storage, listen: new EventTarget() });
    expect(store.list()).toEqual({ kept: [], aside: [], blocked: true });
    for (const result of [store.open('a'), store.save('a', note('1')), store.keep('a', note('1')), store.forget('a')])
      expect(result).toEqual({ state: 'blocked' });
    store.take('a');
    store.watch('a', () => {})();
  });

  test('each single operation may be refused, and nothing is changed by it', () => {
    for (const refused of ['get', 'set', 'remove', 'key']) {
      const storage = new FakeStorage();
      const store = tab(storage);
      store.save('a', note('1'));
      const before = new Map(storage.texts);
      storage.before = (operation) => {
        if (operation === refused) throw denied();
      };
      if (refused === 'get' || refused === 'set') expect(store.save('a', note('2'))).toEqual({ state: 'blocked' });
      if (refused === 'get' || refused === 'remove') expect(store.forget('a')).toEqual({ state: 'blocked' });
      if (refused === 'get' || refused === 'key') expect(store.list().blocked).toBe(true);
      expect(storage.texts).toEqual(before);
      storage.before = () => {};
      expect(store.save('a', note('2'))).toMatchObject({ state: 'saved' });
    }
  });

  test('without room the last saved value stays, its time is told, and saving works again when there is room', () => {
    const storage = new FakeStorage();
    const store = tab(storage);
    store.save('a', note('1'));
    storage.room = 200;
    expect(store.save('a', note('x'.repeat(300)))).toEqual({ state: 'full', since: '2027-01-01T00:00:00.000Z' });
    expect(store.save('b', note('x'.repeat(300)))).toEqual({ state: 'full' });
    expect(store.open('a')).toMatchObject({ value: note('1') });
    expect(store.save('a', note('2'))).toMatchObject({ state: 'saved' });
  });

  test('a write that is killed at any point leaves the value before or after (200 times)', () => {
    for (let run = 0; run < 200; run++) {
      const storage = new FakeStorage();
      if (run % 2) storage.texts.set('note-a', 'bad');
      else tab(storage).save('a', note('before'));
      const text = storage.texts.get('note-a');
      const store = tab(storage);
      store.open('a');
      let steps = Math.floor(run / 2) % 6;
      storage.before = () => {
        if (steps-- === 0) throw run % 3 ? full() : denied();
      };
      const { state } = store.save('a', note('after'));
      storage.before = () => {};
      const after = tab(storage).open('a');
      if (state === 'saved') expect(after).toMatchObject({ value: note('after') });
      else expect(storage.texts.get('note-a')).toBe(text);
      if (run % 2) expect([...storage.texts.values()]).toContain('bad');
    }
  });
});

describe('Two tabs', () => {
  test('nothing is written over what another tab saved, until it is taken', () => {
    const storage = new FakeStorage();
    const [mine, theirs] = [tab(storage), tab(storage)];
    mine.save('a', note('1'));
    expect(theirs.list().kept).toHaveLength(1);
    expect(theirs.save('a', note('never read'))).toMatchObject({ state: 'changed', theirs: { value: note('1') } });
    theirs.open('a');
    expect(theirs.save('a', note('2'))).toMatchObject({ state: 'saved' });
    for (const again of [mine.save('a', note('3')), mine.keep('a', note('3'))])
      expect(again).toMatchObject({ state: 'changed', theirs: { value: note('2') } });
    expect(theirs.save('a', note('4'))).toMatchObject({ state: 'saved' });
    mine.take('a');
    expect(mine.save('a', note('3'))).toMatchObject({ state: 'changed', theirs: { value: note('4') } });
    mine.take('a');
    expect(mine.save('a', note('3'))).toMatchObject({ state: 'saved' });
    expect(theirs.open('a')).toMatchObject({ value: note('3') });
  });

  test('what was cleared or forgotten elsewhere while open is gone, and comes back only by keep', () => {
    const storage = new FakeStorage();
    const [mine, theirs] = [tab(storage), tab(storage)];
    for (const remove of [() => storage.clear(), () => theirs.forget('a')]) {
      mine.keep('a', note('1'));
      remove();
      expect(mine.save('a', note('2'))).toEqual({ state: 'gone' });
      expect(storage.texts.has('note-a')).toBe(false);
      expect(mine.keep('a', note('2'))).toMatchObject({ state: 'saved' });
    }
  });

  test('a watched id tells what another tab did, and nothing of other ids, other storages or its own saves', () => {
    const [storage, listen, news] = [new FakeStorage(), new EventTarget(), [] as News<Note>[]];
    const [mine, theirs] = [tab(storage, { listen }), tab(storage)];
    const tell = (key: string | null, storageArea: Storage | null = storage) =>
      listen.dispatchEvent(Object.assign(new Event('storage'), { key, storageArea }));
    mine.save('a', note('1'));
    const end = mine.watch('a', (one) => news.push(one));
    tell('note-a');
    tell('note-b');
    expect(news).toEqual([]);
    theirs.open('a');
    theirs.save('a', note('2'));
    tell('note-a', new FakeStorage());
    expect(news).toEqual([]);
    tell('note-a');
    mine.take('a');
    tell('note-a', null);
    expect(mine.save('a', note('3'))).toMatchObject({ state: 'saved' });
    storage.texts.set('note-a', 'bad');
    tell('note-a');
    storage.clear();
    tell(null);
    expect(news).toMatchObject([{ state: 'changed', theirs: { value: note('2') } }, { state: 'aside', text: 'bad' }, { state: 'gone' }]);
    expect(mine.save('a', note('4'))).toEqual({ state: 'gone' });
    end();
    tell(null);
    expect(news).toHaveLength(3);
  });
});
