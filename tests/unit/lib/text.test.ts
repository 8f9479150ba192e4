import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest } from '../../../src/lib/nearest.ts';
import { clip, countWord, listed, numbersIn, plain, wordsOf } from '../../../src/lib/text.ts';
import { doiAddress, passage } from '../../../src/lib/urls.ts';

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

test('a text of exactly the length asked for stays whole, and one sign more is cut', () => {
  expect([clip('twelve signs', 12), clip('twelve signs', 11)]).toEqual(['twelve signs', 'twelve…']);
});

test('hyphened words and apostrophes are one word', () => {
  expect(wordsOf("researchers' long-term don’t 38")).toEqual(['researchers', 'long-term', 'don’t', '38']);
});

describe('Did you mean', () => {
  test('takes two slips in a short name, and not three', () => {
    expect([nearest('gasp', ['gaps']), nearest('gasps', ['gaps']), nearest('bags', ['gaps']), nearest('bagt', ['gaps'])]).toEqual([
      'gaps',
      'gaps',
      'gaps',
      undefined,
    ]);
  });
  test('takes a third of a long name', () => {
    expect([nearest('internal-fudning', ['internal-funding']), nearest('external-founding', ['internal-funding'])]).toEqual([
      'internal-funding',
      'internal-funding',
    ]);
    expect(nearest('something-else-here', ['internal-funding'])).toBeUndefined();
  });
});

test('the address of a DOI leads to it, whatever signs it holds', () => {
  expect(doiAddress('10.1002/(sici)1099-050x(199823/24)37:3/4<197::aid-hrm2>3.0.co;2-#')).toBe(
    'https://doi.org/10.1002/(sici)1099-050x(199823/24)37:3/4%3C197::aid-hrm2%3E3.0.co;2-%23',
  );
  expect(new URL(doiAddress('10.1234/a?b#c')).pathname).toBe('/10.1234/a%3Fb%23c');
  expect(doiAddress('10.1234/a%b')).toBe('https://doi.org/10.1234/a%25b');
});
test('a passage is named behind the place an address has already', () => {
  expect([passage('https://x.example/', 'a', 'b'), passage('https://x.example/#top', 'a', 'b')]).toEqual([
    'https://x.example/#:~:text=a,b',
    'https://x.example/#top:~:text=a,b',
  ]);
});
