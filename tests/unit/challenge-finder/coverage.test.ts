import { describe, expect, test } from 'vitest';
import { couldSentence, coverageOf, coverageSentence, type Pair } from '../../../src/challenge-finder/coverage.ts';

const pair = (from: string, to: string, state: string, voice = 'editors'): Pair => ({ from, to, state, voice });
const PAIRS = [
  pair('a', 'x', 'linked'),
  pair('a', 'y', 'not-linked'),
  pair('b', 'x', 'contested', 'others'),
  pair('b', 'y', 'not-linked'),
  pair('c', 'x', 'not-linked'),
  pair('c', 'y', 'linked', 'others'),
  pair('d', 'x', 'not-assessed', ''),
  pair('d', 'y', 'not-linked'),
];
const of = (from: string[], to: string[]) => coverageOf(PAIRS, from, to);
const say = (from: string[], to: string[]) => coverageSentence(of(from, to), (id) => `gap ${id}`, ['gap', 'gaps']);

describe('Coverage', () => {
  test('calls a gap touched where one chosen response is linked to it, contested where no more than that', () => {
    expect(of(['a', 'b', 'c', 'd'], ['x']).map(({ state }) => state)).toEqual(['linked', 'contested', 'open', 'open']);
  });
  test('gives a cell for each chosen response, and none where the guide has no such pair', () => {
    expect(of(['a'], ['x', 'y', 'z'])[0]?.cells).toEqual([PAIRS[0], PAIRS[1], undefined]);
  });
  test('names what could touch a gap and was not chosen', () => {
    expect(of(['c', 'd'], ['x']).map(({ could }) => could)).toEqual([['y'], []]);
  });
  test.each([
    [['a', 'b', 'c', 'd'], ['x'], '1 of 4 gaps touched, 1 more contested; gap c and gap d still open.'],
    [['a', 'c'], ['x', 'y'], '2 of 2 gaps touched; none still open.'],
    [['b'], ['x'], '0 of 1 gap touched, 1 contested; none still open.'],
    [['d'], ['x', 'y'], '0 of 1 gap touched; gap d still open.'],
  ])('of %j by %j says: %s', (from, to, sentence) => {
    expect(say(from, to)).toBe(sentence);
  });
  test('says how many more responses may touch what is open', () => {
    expect(couldSentence('careers', 0)).toBe('Careers is still open. Nothing in this guide is linked to it.');
    expect(couldSentence('careers', 1)).toBe('Careers is still open. One more response may touch it:');
    expect(couldSentence('careers', 3)).toBe('Careers is still open. Three more responses may touch it:');
  });
});
