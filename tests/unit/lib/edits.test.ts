import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edits } from '../../../src/lib/edits.ts';

test('edits count what is left out, added, changed or swapped, and stop early', () => {
  expect(edits('budget', 'budget', 2)).toBe(0);
  expect(edits('buget', 'budget', 2)).toBe(1);
  expect(edits('bugdet', 'budget', 2)).toBe(1);
  expect(edits('a', 'abcdef', 2)).toBe(3);
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => edits(a, b, 3) === edits(b, a, 3) && edits(a, b, 3) <= 4));
});
