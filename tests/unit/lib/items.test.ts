import { describe, expect, it } from 'vitest';
import { itemAt, lastOf, valueFor } from '~/lib/items.ts';

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
