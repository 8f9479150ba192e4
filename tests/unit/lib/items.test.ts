import { describe, expect, it, vi } from 'vitest';
import { itemAt, lastOf, madeOnce, triedOnce, valueFor } from '~/lib/items.ts';

describe('items that must be there', () => {
  it('are given by their place', () => {
    expect(itemAt(['a', 'b'], 1)).toBe('b');
    expect(lastOf(['a', 'b'])).toBe('b');
    expect(valueFor(new Map([['gaps', 0]]), 'gaps')).toBe(0);
  });

  it('are missed by name', () => {
    expect(() => itemAt(['a', 'b'], 2)).toThrow('No item 2 of 2.');
    expect(() => itemAt(['a', 'b'], -1)).toThrow('No item -1 of 2.');
    expect(() => lastOf([])).toThrow('No item -1 of 0.');
    expect(() => valueFor(new Map([['gaps', 0]]), 'gap')).toThrow('No value for gap.');
  });
});

it('what a map lacks is made once, also where it is zero or empty', () => {
  for (const value of ['', 0, 'some']) {
    const make = vi.fn(() => value);
    const known = new Map<string, string | number>();
    expect([madeOnce(known, 'a', make), madeOnce(known, 'a', make)]).toEqual([value, value]);
    expect([make.mock.calls.length, known.get('a')]).toEqual([1, value]);
  }
});

it('what is on its way is asked for once, and what failed once more', async () => {
  let asked = 0;
  const made = triedOnce(async () => {
    if (asked++ === 0) throw new Error('gone');
    return asked;
  });
  const first = [made(), made()];
  for (const one of first) await expect(one).rejects.toThrow('gone');
  expect(await made()).toBe(2);
  expect(await made()).toBe(2);
});
