import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip, countWord, listed, numbersIn, plain, wordsOf } from '../../src/lib/text.ts';

describe('numbersIn', () => {
  test('finds digits and words, and leaves "one" alone because it is mostly a pronoun', () => {
    expect(numbersIn('One of seven areas, 38 interviews, 1,200 beds, forty').map((n) => n.value)).toEqual([7, 38, 1200, 40]);
  });
  test('a word that only holds a number is none', () => {
    expect(numbersIn('often, tension, weight, someone')).toEqual([]);
  });
  test('every whole number in digits is found again', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.stringMatching(/^[a-z ,.]*$/), (n, around) => {
        expect(numbersIn(`${around} ${n} ${around}`).map((x) => x.value)).toContain(n);
      }),
    );
  });
});

describe('plain', () => {
  test('copies that differ in quotes, dashes and capitals come out the same', () => {
    expect(plain('The researchers’ long-Term (October 2019–April 2021) needs.')).toBe(
      plain("the researchers' long-term (october 2019-april 2021) needs"),
    );
  });
  test('is stable: plain of plain is plain', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(plain(plain(text))).toBe(plain(text));
      }),
    );
  });
});

test('counts up to ten are words, beyond they are digits', () => {
  expect([0, 2, 7, 10, 11].map(countWord)).toEqual(['zero', 'two', 'seven', 'ten', '11']);
});

test('names are listed as a sentence has them', () => {
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'], 'or')]).toEqual(['', 'a', 'a and b', 'a, b or c']);
});

test('a text is never cut to more than the length asked for', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 8, max: 80 }), (text, most) => {
      expect(clip(text, most).length).toBeLessThanOrEqual(Math.max(most, 0));
    }),
  );
});

test('hyphened words and apostrophes are one word', () => {
  expect(wordsOf("researchers' long-term don’t 38")).toEqual(['researchers', 'long-term', 'don’t', '38']);
});
