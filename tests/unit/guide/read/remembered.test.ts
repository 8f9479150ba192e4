import { expect, test, vi } from 'vitest';
import { remembered } from '../../../../src/guide/read/remembered.ts';

test('a file is read again when its text or what else decides has changed, and no other is', () => {
  const read = vi.fn((file: string, source: string, line = 1) => ({ file, source, line }));
  const again = remembered(read);
  const first = again('a', 'one');
  expect(again('a', 'one')).toBe(first);
  expect(again('b', 'one')).toEqual({ file: 'b', source: 'one', line: 1 });
  expect(again('a', 'one', 2)).toEqual({ file: 'a', source: 'one', line: 2 });
  expect(again('a', 'two', 2)).toEqual({ file: 'a', source: 'two', line: 2 });
  expect(again('a', 'one')).toEqual(first);
  expect(again('b', 'one')).toEqual({ file: 'b', source: 'one', line: 1 });
  expect(read.mock.calls).toEqual([
    ['a', 'one'],
    ['b', 'one'],
    ['a', 'one', 2],
    ['a', 'two', 2],
    ['a', 'one'],
  ]);
});
