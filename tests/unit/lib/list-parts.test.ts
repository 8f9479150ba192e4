import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inParts, laterParts, listPart, restOf } from '../../../src/lib/list-parts.ts';

test('A list in parts is the list in its order; none of them is empty, and none is larger than it may be but for one item', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 12 }), (all, most) => {
      const parts = inParts(all, most, (size) => size);
      expect(parts.flat()).toEqual(all);
      for (const part of parts) {
        expect(part.length > 0 || all.length === 0).toBe(true);
        expect(part.length === 1 || part.reduce((sum, size) => sum + size, 0) <= most).toBe(true);
      }
      // nothing that fits stands on the next page
      for (const [i, part] of parts.slice(1).entries())
        expect((parts[i] ?? []).reduce((sum, size) => sum + size, 0) + (part[0] ?? 0)).toBeGreaterThan(most);
    }),
  );
  expect(inParts([], 3)).toEqual([[]]);
  expect(inParts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
});

test('Parts after the first have addresses of their own', () => {
  expect(laterParts('/sources/', 1)).toEqual([]);
  expect(laterParts('/sources/', 3)).toEqual(['/sources/parts/2/', '/sources/parts/3/']);
  expect(restOf('/sources/', 1)).toEqual({});
  expect(restOf('/sources/', 3)['data-rest']).toBe('/sources/parts/2/ /sources/parts/3/');
});

test('How long a part may be is a setting', () => {
  expect([listPart({}), listPart({ LIST_PART: '' }), listPart({ LIST_PART: ' 50 ' })]).toEqual([300, 300, 50]);
  for (const value of ['0', '-1', '1.5', 'many', '1e3'])
    expect(() => listPart({ LIST_PART: value })).toThrow(
      `LIST_PART is "${value}", but it must be a whole number above zero; left out it is 300.`,
    );
});
