import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack, unpack } from '../../../../src/documents/share-link/link.ts';
import { fits, LONGEST } from '../../../../src/documents/share-link/longest.ts';
import { anyText, GOLDEN, record } from './links.ts';

describe('Texts in a fragment', () => {
  test('any texts come back as they were, from letters, digits, - and _ with a letter at the end (2,000 times)', () => {
    fc.assert(
      fc.property(fc.array(anyText(8), { maxLength: 4 }), fc.integer({ min: 1, max: 999_999 }), (fields, version) => {
        const fragment = pack('r', version, fields);
        expect(fragment).toMatch(/^r[\w-]*[A-Za-z]$/);
        expect(unpack(fragment, 'r', version)).toEqual({ state: 'whole', version, fields });
      }),
      { numRuns: 2_000 },
    );
  });

  test('records as teams write them come back, whatever a program did to the link on its way', () => {
    const ways: ((fragment: string) => string)[] = [
      (fragment) => fragment.replaceAll('_', '%5F').replaceAll('-', '%2d'),
      (fragment) => [...fragment].map((sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`).join(''),
      (fragment) => fragment.replace(/.{70}/g, '$&\r\n '),
      (fragment) => fragment.replace(/.{70}/g, '$&%20'),
      ...['.', ')', '>', '%3E', '_', '!?…'].map((end) => (fragment: string) => fragment + end),
    ];
    fc.assert(
      fc.property(record, (fields) => {
        const fragment = pack('r', 1, fields);
        for (const way of ways) expect(unpack(way(fragment), 'r', 1)).toEqual({ state: 'whole', version: 1, fields });
      }),
      { numRuns: 300 },
    );
  });

  test('links that people have shared are read for ever: a link in the fixture is never changed', () => {
    expect(GOLDEN.length).toBeGreaterThanOrEqual(13);
    for (const { fragment, mark, version, fields } of GOLDEN)
      expect(unpack(fragment, mark, 1)).toEqual({ state: 'whole', version, fields });
  });

  test('the same texts give the same link today as then', () => {
    for (const { fragment, mark, version, fields } of GOLDEN) expect(pack(mark, version, fields)).toBe(fragment);
  });

  test('a link may have 2,000 characters with its whole address', () => {
    expect(LONGEST).toBe(2000);
    expect(fits('x'.repeat(2000))).toBe(true);
    expect(fits('x'.repeat(2001))).toBe(false);
  });

  test('a link that fits is always one that opens: more text than a link may hold makes one that is too long', () => {
    for (const length of [199_999, 200_000, 1_000_000]) {
      const fragment = pack('r', 1, ['x'.repeat(length)]);
      expect(fits(fragment)).toBe(length < 200_000);
      expect(unpack(fragment, 'r', 1).state).toBe(length < 200_000 ? 'whole' : 'unreadable');
    }
  });

  test('a mark or a version that no link has is refused aloud', () => {
    for (const mark of ['', 'R', 'ab', '1', 'é']) expect(() => pack(mark, 1, [])).toThrow(RangeError);
    for (const version of [0, -1, 1.5, Number.NaN, 1e6, Number.POSITIVE_INFINITY]) expect(() => pack('r', version, [])).toThrow(RangeError);
  });
});
