import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cleanQuery,
  inMarks,
  isDefining,
  phrasesOf,
  piecesOf,
  placeOf,
  term,
  withoutMarks,
  wordsOf,
  writtenIn,
} from '../../../../src/documents/site-search/query.ts';
import { Spelling } from '../../../../src/elements/site-search/spelling.ts';
import { Synonyms, understand } from '../../../../src/elements/site-search/understand.ts';
import { edits } from '../../../../src/lib/edits.ts';

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
  test('the nearest of any words is found, however it is looked for', () => {
    const word = fc.stringMatching(/^[a-e0]{4,13}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 8 }), fc.stringMatching(/^[a-e]{4,13}$/), (words, typed) => {
        const mended = new Spelling(words.join(' ')).mend(typed);
        const most = typed.length < 8 ? 1 : typed.length < 12 ? 2 : 3;
        const far = (one: string) => edits(typed, one, 20) + (one[0] === typed[0] ? 0 : 0.5);
        const near = words.filter((one) => !/\d/.test(one) && far(one) < most + 0.25);
        if (mended === undefined) expect(near).toEqual([]);
        // it may be known as it is, or be two words that are written together
        else if (mended !== typed && words.includes(mended)) expect(far(mended)).toBe(Math.min(...near.map(far)));
      }),
    );
  });
  test('learned in steps it mends the same', async () => {
    const words = 'fund 2024 timetables organization '.repeat(120);
    const [whole, steps] = [new Spelling(words), await Spelling.inSteps(words)];
    for (const typed of ['fand', '202', 'timetabels', 'organisation', 'nobody'])
      expect([typed, steps.mend(typed), steps.around(typed)]).toEqual([typed, whole.mend(typed), whole.around(typed)]);
  });
  test('a wrong first letter is rarer than any other', () => {
    expect(new Spelling('hand fund').mend('fand')).toBe('fund');
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

describe('Numbers are read as they are', () => {
  const known = new Spelling('interviews doi 38 2019 2021 673 682 10 1097 acm 0000000000005661 38363814 1055 s4 12');
  const read = (query: string) => understand(query, known, synonyms);
  const words = (query: string) => read(query).words.map(({ word }) => word);
  test.each([
    ['38', ['38']],
    ['38 interviews', ['38', 'interviews']],
    ['$10 1,055', ['10', '1055']],
    ['673-682', ['673 682']],
    ['673–682', ['673 682']],
    ['10.1097', ['10 1097']],
    ['acm.0000000000005661', ['acm 0000000000005661']],
    ['https://doi.org/10.1097/ACM.0000000000005661', ['10 1097 acm 0000000000005661']],
    ['doi:10.1097', ['10 1097']],
    ['PMID:38363814', ['38363814']],
    ['10.1097/ACM.00000000000056', ['10 1097 acm 0000000000005661']],
    ['2019-2020', ['2019']],
  ])('%s', (query, sought) => {
    expect(words(query)).toEqual(sought);
    expect(read(query).unknown).toBe(false);
  });
  test.each(['99999999', '2020', '39', '10.9999/xyz', '10.1097/ACM.0000000000009999', 'x38'])(
    '%s stands nowhere, and no other is taken for it',
    (query) => {
      expect(read(query)).toMatchObject({ words: [], unknown: true });
    },
  );
  test('a part of a number is looked up in those it is part of; a whole one in those that begin with it', () => {
    expect(read('5661').words).toEqual([{ word: '5661', also: [], sure: true, around: ['0000000000005661'] }]);
    expect(read('38').words[0]?.around).toEqual(['38363814']);
    expect(read('10').words[0]?.around).toEqual(['1097', '1055'].sort().reverse());
    expect(read('814').mended).toBeUndefined();
  });
  test('a number is never mended into a word, nor a word into a number', () => {
    expect(known.mend('interv1ews')).toBeUndefined();
    expect(new Spelling('s4001').mend('s400l')).toBeUndefined();
    expect(new Spelling('abc12').mend('abcde')).toBeUndefined();
  });
  test('any number is found as itself, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.bigInt(1n, 10n ** 16n),
        fc.constantFrom('', '$', '(', '“', 'doi:', '#'),
        fc.constantFrom('', ')', '.', '%', '?'),
        (n, before, after) => {
          const one = understand(`${before}${n}${after}`, new Spelling(`word ${n}`), synonyms);
          expect(one.words.map(({ word }) => word)).toEqual([String(n)]);
        },
      ),
    );
  });
});

describe('Quotation marks ask for a phrase', () => {
  test.each([
    ['"to foster"', ['to foster']],
    ['“to foster”', ['to foster']],
    ['„to foster“', ['to foster']],
    ['«to foster»', ['to foster']],
    ['‘to foster’', ['to foster']],
    ['"soft money" careers', ['soft money']],
    ['"soft money" "hard times"', ['soft money', 'hard times']],
    ['"soft money', []],
    ['soft money"', []],
    ['the system’s money', []],
    ['""', []],
    ['"?"', []],
  ])('%s', (query, phrases) => {
    expect(phrasesOf(query)).toEqual(phrases);
    expect(understand(query, spelling, synonyms).phrases).toEqual(phrases.map(wordsOf));
  });
  test('what stands in them is neither mended nor stands for anything else', () => {
    expect(understand('"buget executive"', spelling, synonyms).words).toEqual([
      { word: 'buget', also: [], sure: true },
      { word: 'executive', also: [], sure: true },
    ]);
  });
  test('any query is read, whatever marks it holds, and keeps its words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('"', '“', '”', '‘', '’', '«', '»', ' ', 'soft', 'money', 'a'), { maxLength: 20 }), (parts) => {
        const query = cleanQuery(parts.join(''));
        expect(piecesOf(query).flatMap(({ words }) => words)).toEqual(wordsOf(query.replace(/["“”«»‘]/g, ' ')));
        understand(query, spelling, synonyms);
      }),
    );
  });
  test('marks are taken away, or nested where the query is quoted itself', () => {
    expect(withoutMarks('"soft money" careers')).toBe('soft money careers');
    expect(inMarks('“soft money” careers')).toBe('‘soft money’ careers');
    expect(inMarks('"soft money')).toBe('"soft money');
  });
  test('words stand where they stand next to each other', () => {
    expect(placeOf(['b', 'c'], ['a', 'b', 'a', 'b', 'c'])).toBe(3);
    expect(placeOf(['b', 'c'], ['b', 'a', 'c'])).toBe(-1);
  });
});

describe('Words written together, apart or with a hyphen meet', () => {
  const known = new Spelling(
    'health care healthcare nonresearchers researchers start up code co design codesign base data term long longterm sign',
  );
  const read = (query: string) => understand(query, known, synonyms);
  test('neighbors that the guide writes together are searched so, too', () => {
    expect(read('health care').words).toMatchObject([
      { word: 'health', same: ['healthcare'] },
      { word: 'care', same: ['healthcare'] },
    ]);
    expect(read('health-care').words).toEqual(read('health care').words);
    expect(read('non researchers')).toMatchObject({ words: [{ word: 'nonresearchers' }], mended: undefined });
    expect(read('non-researchers')).toMatchObject({ words: [{ word: 'nonresearchers' }], mended: undefined });
  });
  test('one word is searched as two that the guide uses, too', () => {
    expect(read('healthcare').words[0]?.same).toEqual(['health care']);
    expect(read('codesign').words[0]?.same).toEqual(['code sign', 'co design']);
    expect(read('longterm').words[0]?.same).toEqual(['long term']);
  });
  test('one that the guide does not use is read as two', () => {
    expect(read('startup')).toMatchObject({ words: [{ word: 'start' }, { word: 'up' }], mended: 'start up' });
    expect(read('database').words.map(({ word }) => word)).toEqual(['data', 'base']);
    expect(known.mend('upco')).toBeUndefined();
  });
  test('a word and a number that are written together are read apart', () => {
    expect(new Spelling('smith 2024').mend('smith2024')).toBe('smith 2024');
    expect(new Spelling('smith 2024').mend('smith2025')).toBeUndefined();
  });
  test('what a text writes with hyphens is known as one word', () => {
    expect(writtenIn('Long-term, state-of-the-art')).toEqual(['long', 'term', 'state', 'of', 'the', 'art', 'longterm', 'stateoftheart']);
  });
});
