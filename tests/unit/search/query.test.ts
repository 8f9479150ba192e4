import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDefining, term, wordsOf } from '../../../src/site-search/query.ts';
import { edits, Spelling } from '../../../src/site-search/spelling.ts';
import { Synonyms, understand } from '../../../src/site-search/understand.ts';

const spelling = new Spelling(
  'timetables funding organization program behavior center budget budgeting leader executive hospital soft sota money analyze result central',
);
const synonyms = new Synonyms([
  ['executive', 'leader', 'chief', 'top management'],
  ['money', 'budget'],
]);

describe('Spelling is mended by the guide’s own words', () => {
  test.each([
    ['timetables', 'timetables'],
    ['timetable', 'timetable'],
    ['timetabels', 'timetables'],
    ['buget', 'budget'],
    ['sotf', 'soft'],
    ['fundnig', 'funding'],
  ])('%s is read as %s', (typed, read) => {
    expect(spelling.mend(typed)).toBe(read);
  });
  test.each([
    ['organisation', 'organization'],
    ['programme', 'program'],
    ['behaviour', 'behavior'],
    ['centre', 'center'],
    ['analyse', 'analyze'],
  ])('British %s is read as %s', (typed, read) => {
    expect(spelling.mend(typed)).toBe(read);
  });
  test.each(['xqzvwk', 'blorf', 'qq', 'neutral', 'resists', '資金'])('%s is like no word of the guide', (typed) => {
    expect(spelling.mend(typed)).toBeUndefined();
  });
  test('small words stay as they are', () => {
    expect(['why', 'does', 'the'].map((word) => spelling.mend(word))).toEqual(['why', 'does', 'the']);
  });
  test('three letters of a word that is still being typed are enough', () => {
    expect(spelling.mend('tim', true)).toBe('tim');
    expect(spelling.mend('tim')).toBeUndefined();
    expect(spelling.mend('ti', true)).toBeUndefined();
  });
  test('edits count what is left out, added, changed or swapped, and stop early', () => {
    expect(edits('budget', 'budget', 2)).toBe(0);
    expect(edits('buget', 'budget', 2)).toBe(1);
    expect(edits('bugdet', 'budget', 2)).toBe(1);
    expect(edits('a', 'abcdef', 2)).toBe(3);
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => edits(a, b, 3) === edits(b, a, 3) && edits(a, b, 3) <= 4));
  });
});

describe('Words have one stem', () => {
  test.each([
    ['organisations', 'organization'],
    ['behavioural', 'behavioral'],
    ['centres', 'center'],
    ['prioritised', 'prioritize'],
    ['paediatric', 'pediatric'],
    ['modelling', 'modeling'],
    ['licence', 'license'],
    ['timetables', 'timetable'],
  ])('%s and %s', (one, other) => {
    expect(term(one)).toBe(term(other));
  });
  test.each([
    ['rolled', 'role'],
    ['filled', 'file'],
    ['hour', 'horn'],
  ])('but not %s and %s', (one, other) => {
    expect(term(one)).not.toBe(term(other));
  });
  test('accents and possessives do not count', () => {
    expect(wordsOf('The sponsor’s Café, naïve')).toEqual(['the', 'sponsor', 'cafe', 'naive']);
  });
});

describe('A query is understood before it is sent', () => {
  const read = (query: string, unfinished = false) => understand(query, spelling, synonyms, unfinished);
  test('a word brings those that stand for it, in any of its forms', () => {
    expect(read('executives').words).toEqual([{ word: 'executives', also: ['leader', 'chief'], sure: true }]);
  });
  test('a phrase is understood as a whole; a word that was typed anyway is not searched twice', () => {
    const [, last] = read('budget money').words;
    expect(last?.also).toEqual([]);
    const known = new Spelling('top management leader');
    expect(understand('top management', known, synonyms).words.map(({ also }) => also)).toEqual([[], ['executive', 'leader', 'chief']]);
  });
  test('an abbreviation is told as it is written, and known however it is typed', () => {
    const known = new Synonyms([['executive', 'CEO']]);
    expect(understand('executive', spelling, known).words[0]?.also).toEqual(['CEO']);
    expect(understand('ceo executive', new Spelling('ceo executive'), known).words.map(({ also }) => also)).toEqual([[], []]);
  });
  test('it tells how it read a mistyped word, and is less sure of it', () => {
    expect(read('buget')).toMatchObject({ mended: 'budget', words: [{ word: 'budget', sure: false }], unknown: false });
    expect(read('budget').mended).toBeUndefined();
  });
  test('nonsense is unknown; nonsense beside a word of the guide is left out', () => {
    expect(read('xqzvwk blorf')).toMatchObject({ words: [], unknown: true });
    expect(read('the xqzvwk')).toMatchObject({ unknown: true });
    expect(read('budget xqzvwk')).toMatchObject({ mended: 'budget', unknown: false });
  });
  test('only the last word may be unfinished', () => {
    expect(read('budget tim', true).words.map(({ word }) => word)).toEqual(['budget', 'tim']);
    expect(read('tim budget', true).words.map(({ word }) => word)).toEqual(['budget']);
  });
  test('at most sixteen different words are looked at', () => {
    expect(read(Array.from({ length: 40 }, (_, i) => `the${i} budget`).join(' ')).words.length).toBeLessThanOrEqual(16);
  });
  test.each(['what is soft money', 'What does R01 mean?', 'define tenure', 'meaning of SOTA', 'soft money definition'])(
    '“%s” asks what a word means',
    (q) => {
      expect(isDefining(q)).toBe(true);
    },
  );
  test.each(['why is it slow', 'whatever', 'defined budgets', 'soft money'])('“%s” does not', (q) => {
    expect(isDefining(q)).toBe(false);
  });
});
