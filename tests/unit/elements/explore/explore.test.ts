import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Place, walkGrid } from '../../../../src/elements/explore/grid-walk.ts';
import { type Allowed, readState, writeState } from '../../../../src/elements/shared/address-state.ts';

const allowed: Allowed = new Map([
  ['state', new Set(['linked', 'contested', '__proto__'])],
  ['whose', new Set(['others', 'editors'])],
  ['cell', new Set(['a--b', 'c--d'])],
]);

describe('State in an address', () => {
  test('what is written is read again, and what is not ours stays (2,000 times)', () => {
    const state = fc
      .record(
        {
          state: fc.constantFrom('linked', 'contested'),
          whose: fc.constantFrom('others', 'editors'),
          cell: fc.constantFrom('a--b', 'c--d'),
        },
        { requiredKeys: [] },
      )
      .map((record) => new Map(Object.entries(record)));
    fc.assert(
      fc.property(state, fc.webQueryParameters(), (wanted, foreign) => {
        const search = writeState(`?${foreign}`, wanted, allowed);
        expect(readState(search, allowed)).toEqual({ state: wanted, refused: [] });
        const others = (text: string) => [...new URLSearchParams(text)].filter(([name]) => !allowed.has(name));
        expect(others(search)).toEqual(others(`?${foreign}`));
      }),
      { numRuns: 2_000 },
    );
  });

  test('10,000 hostile addresses change nothing, throw nothing and give only what is allowed', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '?state=__proto__',
        '?__proto__[a]=1',
        '?constructor=1&state=constructor',
        '?cell=%',
        '?state=linked&state=<img onerror=1>',
        '?cell=javascript:1',
      ),
      fc
        .tuple(fc.constantFrom('state', 'whose', 'cell', '__proto__'), fc.string({ maxLength: 30 }))
        .map(([name, value]) => `?${name}=${value}`),
    );
    fc.assert(
      fc.property(hostile, (search) => {
        const { state, refused } = readState(search, allowed);
        for (const [name, value] of state) expect(allowed.get(name)?.has(value)).toBe(true);
        for (const name of refused) expect(allowed.has(name) && !state.has(name)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
  }, 120_000);

  test('a value nobody offers is refused by name', () => {
    expect(readState('?state=nope&whose=others&x=1', allowed)).toEqual({ state: new Map([['whose', 'others']]), refused: ['state'] });
  });

  test('an empty state leaves no question mark behind', () => {
    expect(writeState('?state=linked', new Map(), allowed)).toBe('');
    expect(writeState('?x=1&state=linked', new Map([['cell', 'a--b']]), allowed)).toBe('?x=1&cell=a--b');
  });
});

describe('Walking a grid by keys', () => {
  const size = { rows: 7, columns: 12 };
  const all = () => true;
  const go = (at: Place, key: string, ctrl = false, has: (place: Place) => boolean = all) => walkGrid(at, key, ctrl, size, has);
  const keys = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];

  test('at the corners it stops and does not wrap', () => {
    for (const [at, stuck] of [
      [{ r: 0, c: 0 }, ['ArrowLeft', 'ArrowUp', 'Home', 'PageUp']],
      [{ r: 0, c: 11 }, ['ArrowRight', 'ArrowUp', 'End', 'PageUp']],
      [{ r: 6, c: 0 }, ['ArrowLeft', 'ArrowDown', 'Home', 'PageDown']],
      [{ r: 6, c: 11 }, ['ArrowRight', 'ArrowDown', 'End', 'PageDown']],
    ] as const)
      for (const key of stuck) expect(go(at, key)).toEqual(at);
  });

  test('each key goes where the pattern says', () => {
    const at = { r: 3, c: 4 };
    expect(['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown'].map((key) => go(at, key))).toEqual([
      { r: 3, c: 5 },
      { r: 3, c: 3 },
      { r: 2, c: 4 },
      { r: 4, c: 4 },
    ]);
    expect(['Home', 'End'].map((key) => go(at, key))).toEqual([
      { r: 3, c: 0 },
      { r: 3, c: 11 },
    ]);
    expect(['Home', 'End'].map((key) => go(at, key, true))).toEqual([
      { r: 0, c: 0 },
      { r: 6, c: 11 },
    ]);
    expect(go({ r: 0, c: 4 }, 'PageDown')).toEqual({ r: 5, c: 4 });
    expect(go({ r: 6, c: 4 }, 'PageUp')).toEqual({ r: 1, c: 4 });
    expect(go(at, 'PageDown')).toEqual({ r: 6, c: 4 });
    expect(go(at, 'x')).toBeUndefined();
  });

  test('1,000 keys never leave the cells there are, whichever are missing', () => {
    const holes = fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(11)), { maxLength: 60, selector: String });
    fc.assert(
      fc.property(
        holes,
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean()), { minLength: 1000, maxLength: 1000 }),
        (missing, pressed) => {
          const gone = new Set(missing.map(String));
          gone.delete('3,4');
          const has = ({ r, c }: Place) => !gone.has(`${r},${c}`);
          let at: Place = { r: 3, c: 4 };
          for (const [key, ctrl] of pressed) {
            at = go(at, key, ctrl, has) as Place;
            expect(has(at) && at.r >= 0 && at.r < 7 && at.c >= 0 && at.c < 12).toBe(true);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
