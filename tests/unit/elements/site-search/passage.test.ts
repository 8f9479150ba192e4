import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanQuery } from '../../../../src/documents/site-search/query.ts';
import { passage } from '../../../../src/elements/site-search/passage.ts';

const voices = [
  { voice: 'paper', label: 'The paper says' },
  { voice: 'editors', label: 'We infer' },
] as const;
const content = 'Timetables. The paper says. It names them once. What it may look like. We infer. A door may close in June. The end.';
const anchors = [
  { id: 'named', location: 1 },
  { id: 'looks', location: 8 },
  { id: 'guess', location: 13 },
  { id: 'end', location: 21 },
];
const at = (location: number) => ({
  content,
  anchors,
  weighted_locations: [{ location, balanced_score: 1 }],
  locations: [location],
});
const said = (p: ReturnType<typeof passage>) => p.pieces.map((x) => x.text).join('');

describe('A search result quotes one voice at a time', () => {
  test('the passage stands under the mark of its own statement', () => {
    const found = passage(at(16), voices);
    expect(found).toMatchObject({ id: 'guess', voice: 'editors' });
    expect(said(found)).toBe('A door may close in June.');
    expect(found.pieces.filter((p) => p.marked).map((p) => p.text.trim())).toEqual(['door']);
  });
  test('words of the paper never run on into an inference', () => {
    const found = passage(at(6), voices);
    expect(found).toMatchObject({ id: 'named', voice: 'paper' });
    expect(said(found)).toBe('It names them once.');
  });
  test('a heading has no voice', () => {
    expect(passage(at(9), voices)).toMatchObject({ id: 'looks', voice: undefined });
  });
  test('a long statement is cut around the match, and shows that it is', () => {
    const long = Array.from({ length: 90 }, (_, i) => `w${i}`).join(' ');
    const found = passage(
      { content: long, anchors: [], weighted_locations: [{ location: 50, balanced_score: 2 }], locations: [50] },
      voices,
      20,
    );
    expect(said(found)).toMatch(/^… w4\d .*w50 .* …$/);
  });
  test('no place, no anchors, nothing breaks', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.record({ id: fc.string(), location: fc.nat(60) })),
        fc.array(fc.nat(60)),
        (text, anchorList, locations) => {
          const found = passage(
            {
              content: text,
              anchors: anchorList,
              locations,
              weighted_locations: locations.map((location) => ({ location, balanced_score: 1 })),
            },
            voices,
          );
          expect(found.pieces.every((p) => typeof p.text === 'string')).toBe(true);
        },
      ),
    );
  });
});

describe('What was typed is made ready for search', () => {
  test.each([
    ['  too   slow ', 'too slow'],
    ['a\u0000b\u001bc\u202ed', 'a b c d'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ])('%j becomes %j', (typed, query) => {
    expect(cleanQuery(typed)).toBe(query);
  });
  test('10 kB are cut to 200 characters', () => {
    expect(cleanQuery('x'.repeat(10_000))).toHaveLength(200);
  });
});
