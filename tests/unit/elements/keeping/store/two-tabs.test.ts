import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BrowserStore } from '../../../../../src/elements/keeping/store/store.ts';
import { denied, FakeStorage, full } from './fake-storage.ts';

const read = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const fails = { none: undefined, full, denied };

const step = fc.record({
  tab: fc.nat({ max: 1 }),
  id: fc.constantFrom('a', 'b'),
  act: fc.constantFrom('save', 'save', 'save', 'keep', 'open', 'take', 'forget', 'list', 'clear', 'spoil'),
  fail: fc.constantFrom<keyof typeof fails>('none', 'none', 'none', 'full', 'denied'),
  at: fc.nat({ max: 4 }),
});

test('no saved value is lost unless the other tab saw it, or it was forgotten or cleared (3,000 times, 60 steps)', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const storage = new FakeStorage();
      const tabs = [0, 1].map(() => ({
        store: new BrowserStore<number>({ prefix: 'n-', version: 1, read, storage: () => storage }),
        // What the reader of this tab has before them, and what was last told to be theirs.
        seen: new Map<string, number>(),
        told: new Map<string, number>(),
      }));
      const current = new Map<string, number>();
      const spoiled: string[] = [];
      let next = 0;

      for (const { tab, id, act, fail, at } of steps) {
        const { store, seen, told } = tabs[tab] as (typeof tabs)[number];
        let left = at;
        storage.before = () => {
          const error = fails[fail]?.();
          if (error && left-- === 0) throw error;
        };
        if (act === 'save' || act === 'keep') {
          const value = next++;
          const result = store[act](id, value);
          if (result.state === 'saved') {
            if (current.has(id)) expect(seen.get(id)).toBe(current.get(id));
            current.set(id, value);
            seen.set(id, value);
            told.delete(id);
          } else if (result.state === 'changed') {
            expect(result.theirs.value).toBe(current.get(id));
            expect(seen.get(id)).not.toBe(current.get(id));
            told.set(id, result.theirs.value);
          } else if (result.state === 'gone') {
            expect(act).toBe('save');
            expect(current.has(id)).toBe(false);
          } else expect(['full', 'blocked']).toContain(result.state);
        } else if (act === 'open') {
          const opened = store.open(id);
          if (opened.state === 'kept') {
            expect(opened.value).toBe(current.get(id));
            seen.set(id, opened.value);
            told.delete(id);
          }
        } else if (act === 'take') {
          store.take(id);
          const theirs = told.get(id);
          if (theirs !== undefined) seen.set(id, theirs);
          told.delete(id);
        } else if (act === 'forget') {
          const result = store.forget(id);
          if (result.state === 'forgotten') {
            expect(result.was.value).toBe(current.get(id));
            current.delete(id);
            seen.delete(id);
            told.delete(id);
          }
        } else if (act === 'list') {
          const { kept, blocked } = store.list();
          if (!blocked) expect(new Map(kept.map((one) => [one.id, one.value]))).toEqual(current);
        } else if (act === 'clear') {
          for (const gone of current.keys()) storage.texts.delete(`n-${gone}`);
          current.clear();
        } else if (!storage.texts.has(`n-${id}`)) {
          spoiled.push(`bad ${next++}`);
          storage.texts.set(`n-${id}`, spoiled.at(-1) as string);
        }

        storage.before = () => {};
        const texts = [...storage.texts.values()];
        for (const text of spoiled) expect(texts).toContain(text);
        for (const [kept, value] of current) expect(JSON.parse(storage.texts.get(`n-${kept}`) as string)).toMatchObject({ value });
      }
    }),
    { numRuns: 3000 },
  );
});
