import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import { nameFiles } from '../../../../src/build/name-files.ts';
import { FILE, partOf, readList, writeList } from '../../../../src/documents/site-search/name-files.ts';
import { hasDigit, placeOf, term, wordsOf } from '../../../../src/documents/site-search/query.ts';
import type { SearchData, SearchName } from '../../../../src/documents/site-search/search-name.ts';
import { NameIndex } from '../../../../src/elements/site-search/name-index.ts';
import { searchNames } from '../../../../src/exports/search-names.ts';
import { buildGuide } from '../../../../src/guide/build.ts';
import { checkedGuide } from '../../../../src/guide/check.ts';
import { isJudged } from '../../../../src/guide/links.ts';
import { readFiles } from '../../../../src/guide/read/files.ts';
import { addressOf } from '../../../../src/lib/urls.ts';
import { namesIn } from '../../../site/built-names.ts';
import { storeOf } from './stored-names.ts';

const name = (title: string, also: string[] = [], rest: Partial<SearchName> = {}): SearchName => ({
  address: `/${title}/`,
  title,
  kind: 'Gap',
  also,
  questions: [],
  summary: '',
  voices: ['paper'],
  ...rest,
});
const data = (names: SearchName[]): SearchData => ({ names, vocabulary: '', synonyms: [] });
const phrasesOf = (names: readonly SearchName[]): string[] =>
  names.flatMap(({ title, also, questions, summary }) => [title, ...also, ...questions, summary]);

/** What MiniSearch scores phrases for words: our index must say the same. */
function miniSearch(phrases: readonly string[]): (word: string) => Map<number, number> {
  const index = new MiniSearch({ fields: ['text'], tokenize: wordsOf, processTerm: (word) => term(word) });
  index.addAll(phrases.map((text, id) => ({ id, text })));
  return (word) =>
    new Map(
      index
        .search(word, {
          prefix: (stem) => stem.length > 2 && !hasDigit(stem),
          weights: { prefix: 0.4, fuzzy: 0 },
          bm25: { k: 1.2, b: 0.8, d: 0.3 },
        })
        .map(({ id, score }) => [id, score]),
    );
}

function ours(names: SearchName[]): (word: string) => Promise<Map<number, number>> {
  const store = storeOf(data(names));
  const index = new NameIndex(store.first, phrasesOf(names).length, store.index);
  return async (word) => {
    await index.load(word.split(' '));
    const { phrases, scores } = index.look(word);
    return new Map(phrases.map((phrase, at) => [phrase, scores[at] ?? 0]));
  };
}

/** Phrases that two searches score otherwise, but for the last digits: they add in another order. */
const differing = (some: ReadonlyMap<number, number>, others: ReadonlyMap<number, number>): number[] =>
  [...new Set([...some.keys(), ...others.keys()])].filter(
    (phrase) => !(Math.abs((some.get(phrase) ?? Number.NaN) - (others.get(phrase) ?? Number.NaN)) < 1e-9),
  );

test('a pair that is not linked is not called a link', () => {
  const guide = checkedGuide();
  const { names } = searchNames(guide);
  for (const { ref, data } of guide.links.filter(isJudged)) {
    const found = names.find(({ address }) => address === addressOf(ref));
    expect([ref, found?.label]).toEqual([ref, data.state === 'linked' ? undefined : guide.about.links.states[data.state].label]);
  }
});

describe('The index that is built ahead', () => {
  test('scores every word of a guide, and its first letters, as MiniSearch does', async () => {
    const { names } = searchNames(buildGuide(readFiles('tests/fixtures/guide'), 'tests/fixtures/guide'));
    const phrases = phrasesOf(names);
    const theirs = miniSearch(phrases);
    const mine = ours(names);
    const words = new Set(phrases.flatMap(wordsOf));
    const lost = [];
    for (const word of [...words, ...[...words].map((one) => one.slice(0, 4)), 'xqzvwk', 'constructor'])
      if (differing(await mine(word), theirs(word)).length > 0) lost.push(word);
    expect(lost).toEqual([]);
    expect(words.size).toBeGreaterThan(150);
  });
  test('scores any phrases as MiniSearch does', async () => {
    const word = fc.constantFrom('fund', 'funds', 'funding', 'fun', 'money', '38', '381', 'a', 'what', '__proto__', 'constructor', 'it’s');
    const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, fc.array(text, { maxLength: 3 })), { minLength: 1, maxLength: 6 }),
        word,
        async (some, query) => {
          const names = some.map(([title, also]) => name(title, also));
          const [sought = ''] = wordsOf(query);
          expect(differing(await ours(names)(sought), miniSearch(phrasesOf(names))(sought))).toEqual([]);
        },
      ),
    );
  });
  test('finds words next to each other where they stand so, and nowhere else', async () => {
    const word = fc.constantFrom('soft', 'money', 'ends', 'care');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(word, { maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        word,
        word,
        async (texts, one, other) => {
          const names = texts.map((words) => name(words.join(' ')));
          const found = await ours(names)(`${one} ${other}`);
          const stems = (words: readonly string[]) => words.map((each) => term(each));
          const holding = phrasesOf(names).flatMap((text, at) => (placeOf(stems([one, other]), stems(wordsOf(text))) >= 0 ? [at] : []));
          expect([...found.keys()].sort((a, b) => a - b)).toEqual(holding);
        },
      ),
    );
  });
  test('a list of postings is read as it was written', () => {
    const shapes = [1, 2].map((words) => ({ words, stems: words, core: 1, telling: true }));
    const posting = fc.record({
      step: fc.nat(500),
      shape: fc.nat(1),
      places: fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(posting), (some) => {
        let phrase = 0;
        const postings = some.map(({ step, shape, places }) => {
          phrase += step;
          return { phrase, shape: shapes[shape] ?? { words: 0, stems: 0, core: 0, telling: false }, places: [0, ...places] };
        });
        const read = readList(writeList(postings, (shape) => shapes.indexOf(shape)));
        expect(read.phrases).toEqual(postings.map((one) => one.phrase));
        expect(read.shapes).toEqual(some.map(({ shape }) => shape));
        expect(read.places.map((places) => [places].flat())).toEqual(postings.map(({ places }) => places));
      }),
    );
  });
});

describe('The files of the names', () => {
  const many = Array.from({ length: 3000 }, (_, i) =>
    name(`Gap ${i} of ${'abcdefgh'[i % 8]}way`, [`phrase ${i}`, `other ${i}`], { summary: `It is ${i}.` }),
  );
  const files = nameFiles({ ...data(many), vocabulary: 'gap phrase' });
  test('hold every name again', async () => {
    expect(await namesIn(storeOf(data(many)))).toEqual(many);
  });
  test('are small, but for what is known of all names and for a word that nearly every phrase holds', () => {
    const parts = [...files].filter(([path]) => /-\d+\.json$/.test(path));
    expect(parts.length).toBeGreaterThan(50);
    for (const [path, text] of parts)
      if (text.length > 13_000)
        expect([path, Object.keys(JSON.parse(text).holds)]).toEqual([path, [expect.stringMatching(/^(gap|phrase|other|it|is|of)$/)]]);
  });
  test('a query reads the parts of its words, and the cards of what is shown', async () => {
    const read: string[] = [];
    const store = storeOf(data(many), read);
    await new NameIndex(store.first, 12_000, store.index).load(['away']);
    await store.card(2999);
    expect(read).toHaveLength(2);
    expect(read[1]).toBe(FILE.cards(store.first.cards.length - 1));
  });
  test('cards of a small guide are one part', () => {
    expect([...nameFiles(data(many.slice(0, 300))).keys()].filter((path) => path.startsWith('cards'))).toEqual([FILE.cards(0)]);
  });
  test('are the same for the same names, and of another build where one differs', () => {
    const of = (some: SearchName[]) => JSON.parse(nameFiles(data(some)).get(FILE.words) ?? '').of;
    expect(of(many)).toBe(of(many));
    expect(of(many.slice(1))).not.toBe(of(many));
  });
  test('an identifier is known like a word, a number is not loaded before it is asked for', () => {
    const { holds } = JSON.parse(
      nameFiles({ ...data([name('a', [], { numbers: '2019 r01' })]), vocabulary: 'word' }).get(FILE.words) ?? '',
    );
    expect(holds).toBe('word r01');
  });
  test('the part of a thing is the last that does not begin after it', () => {
    expect(['a', 'b', 'bz', 'c', 'z'].map((one) => partOf(['b', 'c', 'd'], one))).toEqual([0, 0, 0, 1, 2]);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { minLength: 1 }), fc.nat(60), (some, one) => {
        const firsts = some.sort((a, b) => a - b);
        expect(partOf(firsts, one)).toBe(
          Math.max(
            0,
            firsts.findLastIndex((first) => first <= one),
          ),
        );
      }),
    );
  });
});
