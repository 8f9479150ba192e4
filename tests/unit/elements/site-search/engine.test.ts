import { describe, expect, test } from 'vitest';
import { FILE, partOf } from '../../../../src/documents/site-search/name-files.ts';
import type { SearchName } from '../../../../src/documents/site-search/search-name.ts';
import { SearchEngine } from '../../../../src/elements/site-search/engine.ts';
import { counts, fits, leave, matching } from '../../../../src/elements/site-search/facets.ts';
import { NameStore } from '../../../../src/elements/site-search/name-store.ts';
import { type FullText, type Index, inTurns, type Page, type Result } from '../../../../src/elements/site-search/pagefind.ts';
import { held, holding, locate, searchTexts } from '../../../../src/elements/site-search/texts.ts';
import type { Word } from '../../../../src/elements/site-search/understand.ts';
import { heldOf, storeOf } from './stored-names.ts';

const name = (address: string, title: string, kind: string, also: string[], rest: Partial<SearchName> = {}): SearchName => ({
  address,
  title,
  kind,
  also,
  questions: [],
  summary: '',
  voices: ['paper'],
  ...rest,
});
const names = [
  name('/hours/', 'Opening hours', 'Gap', ['closed on Sunday', 'time to decision'], { voices: ['paper', 'editors'] }),
  name('/lending/', 'Lending', 'Strategy', ['borrow a drill'], { questions: ['Who may borrow?'] }),
  name('/words/', 'Glossary', 'Page', ['list of words']),
  name('/words/#drill', 'Drill', 'Page', [], { summary: 'A tool that makes holes.' }),
  name('/drills/', 'Drills in libraries of tools', 'Source', ['Smith']),
];
const vocabulary =
  'opening hours closed sunday time decision lending borrow drill drills library tools glossary words list smith holes chief librarian';

const EVERYTHING = { kind: [], voice: [] };

/** An index in which a word stands on pages at places. */
function index(stands: Record<string, Record<string, number[]>>, anchors: Page['anchors'] = []): Index & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    search: async (term) => {
      asked.push(term);
      const pages = Object.entries(stands[term] ?? {});
      const results = pages.map(
        ([url, words], at): Result => ({
          id: url,
          score: 1 / (at + 1),
          words,
          data: async () => ({ url, content: '', anchors, weighted_locations: [], locations: words, meta: {}, sub_results: [] }),
        }),
      );
      return { results };
    },
  };
}
/** Loads an index as a full text, which tells what it was asked to have ready. */
const later =
  (pagefind: Index, ready: string[] = []) =>
  async (): Promise<FullText> => ({ ...pagefind, preload: async (words) => void ready.push(words) });
const engine = (pagefind: Index = index({}), synonyms: string[][] = []) =>
  new SearchEngine(storeOf({ names, vocabulary, synonyms }), later(pagefind));
const addresses = ({ found }: { found: { name: { address: string } }[] }) => found.map(({ name: { address } }) => address);

describe('Names and full text are one search', () => {
  const firstByName = async (query: string) => {
    const search = engine();
    const { found } = await search.byName(query, EVERYTHING);
    return (await search.show(found.slice(0, 1), true))[0];
  };
  test('a title, a phrase and a question lead to their page', async () => {
    expect(addresses(await engine().byName('opening hours', EVERYTHING))[0]).toBe('/hours/');
    expect(addresses(await engine().byName('closed sunday', EVERYTHING))[0]).toBe('/hours/');
    expect(addresses(await engine().byName('who may borrow', EVERYTHING))[0]).toBe('/lending/');
  });
  test('a result says by which phrase it was found, unless its title shows it', async () => {
    expect((await firstByName('decision'))?.because).toBe('time to decision');
    expect((await firstByName('opening hours'))?.because).toBeUndefined();
  });
  test('whoever asks what a word means gets the glossary, with the term', async () => {
    expect(await firstByName('what is a drill')).toMatchObject({
      name: { address: '/words/', title: 'Glossary' },
      terms: [{ title: 'Drill', summary: 'A tool that makes holes.' }],
    });
  });
  test('a query of words that say how it is asked finds by them, however many phrases hold them', async () => {
    const heavy = Array.from({ length: 3001 }, (_, i) => name(`/${i}/`, `The ${i === 7 ? 'lathe' : 'rest'}`, 'Gap', []));
    const read: string[] = [];
    const search = new SearchEngine(storeOf({ names: heavy, vocabulary: 'the lathe rest', synonyms: [] }, read), later(index({})));
    expect(addresses(await search.byName('the lathe', EVERYTHING))).toEqual(['/7/']);
    expect(addresses(await search.byName('the', EVERYTHING))).toHaveLength(3001);
  });
  test('a page that only the text knows is found, after those that are called so', async () => {
    const answer = await engine(index({ hours: { '/lending/': [3] } })).search('hours', EVERYTHING);
    expect(addresses(answer)).toEqual(['/hours/', '/lending/']);
    expect(answer.found[1]?.page?.url).toBe('/lending/');
  });
  test('a word that another one stands for finds less surely, and it is told', async () => {
    const answer = await engine(index({}), [['chief', 'smith']]).search('chief', EVERYTHING);
    expect(addresses(answer)).toEqual(['/drills/']);
    expect(answer.also).toEqual(['smith']);
  });
  test('nonsense finds nothing and asks no index', async () => {
    const pagefind = index({ xqzvwk: { '/hours/': [1] } });
    expect((await engine(pagefind).search('xqzvwk', EVERYTHING)).found).toEqual([]);
    expect(pagefind.asked).toEqual([]);
  });
  test('where somebody types on, the index is asked no further', async () => {
    const pagefind = index({ lending: { '/lending/': [3] }, hours: { '/hours/': [1] } });
    const search = engine(pagefind);
    let wanted = true;
    const ask = pagefind.search;
    pagefind.search = (term) => {
      wanted = false;
      return ask(term);
    };
    await search.search('lending hours', EVERYTHING, false, () => wanted);
    expect(pagefind.asked).toEqual(['lending']);
    await search.search('lending hours', EVERYTHING);
    expect(pagefind.asked).toEqual(['lending', 'lending', 'hours', 'lending hours']);
  });
  test('what the words need that say what is sought is loaded at once; where that fails, the words are asked all the same', async () => {
    const ready: string[] = [];
    const store = storeOf({ names, vocabulary: `${vocabulary} what are the`, synonyms: [] });
    const pagefind = index({ hours: { '/hours/': [1] } });
    await new SearchEngine(store, later(pagefind, ready)).search('what are the opening hours', EVERYTHING);
    expect(ready).toEqual(['opening hours']);
    const failing = async () => ({ ...pagefind, preload: () => Promise.reject(new Error('gone')) });
    expect(addresses(await new SearchEngine(store, failing).search('hours', EVERYTHING))).toEqual(['/hours/']);
  });
  test('by words that say how something is asked the full text is neither searched nor waited for', async () => {
    const gone = () => Promise.reject(new Error('gone'));
    const store = storeOf({ names, vocabulary: `${vocabulary} who the`, synonyms: [] });
    expect(addresses(await new SearchEngine(store, gone).search('the who', EVERYTHING))).toEqual(['/lending/']);
    await expect(new SearchEngine(store, gone).search('"the who"', EVERYTHING)).rejects.toThrow('gone');
  });
  test('where nobody waits for the answer any more, nothing is loaded for it', async () => {
    const ready: string[] = [];
    const search = new SearchEngine(storeOf({ names, vocabulary, synonyms: [] }), later(index({}), ready));
    await search.search('lending hours', EVERYTHING, false, () => false);
    expect(ready).toEqual([]);
  });
  test('what did not come is asked for again', async () => {
    let asked = 0;
    const store = storeOf({ names, vocabulary, synonyms: [] });
    const search = new SearchEngine(store, () => (asked++ === 0 ? Promise.reject(new Error('gone')) : later(index({}))()));
    await expect(search.search('lending', EVERYTHING)).rejects.toThrow('gone');
    expect(addresses(await search.search('lending', EVERYTHING))).toEqual(['/lending/']);
    const read = heldOf({ names, vocabulary, synonyms: [] });
    // ahead, and when it is waited for
    let fails = 2;
    const flaky = new NameStore(store.first, async (path) => {
      if (path === FILE.index(0) && fails-- > 0) throw new Error('gone');
      return read(path);
    });
    const named = new SearchEngine(flaky, later(index({})));
    await expect(named.byName('lending', EVERYTHING)).rejects.toThrow('gone');
    expect(addresses(await named.byName('lending', EVERYTHING))).toEqual(['/lending/']);
  });
  test('the full text is loaded once, when it is asked for', async () => {
    let loaded = 0;
    const search = new SearchEngine(storeOf({ names, vocabulary, synonyms: [] }), () => {
      loaded++;
      return later(index({}))();
    });
    await search.byName('lending', EVERYTHING);
    expect(loaded).toBe(0);
    await Promise.all([search.ready(), search.search('lending', EVERYTHING), search.search('hours', EVERYTHING)]);
    expect(loaded).toBe(1);
  });
  test('where a word stands is loaded as soon as it is typed to its end, with what stands for it', async () => {
    const read: string[] = [];
    const letter = (at: number) => String.fromCharCode(97 + at);
    // so many words that the index has several parts
    const many = Array.from({ length: 2000 }, (_, i) =>
      name(`/${i}/`, `${letter(i % 26)}word${[...String(i)].map((digit) => letter(Number(digit))).join('')}`, 'Gap', []),
    );
    const store = storeOf({ names: many, vocabulary: '', synonyms: [['bwordb', 'ywordce']] }, read);
    const search = new SearchEngine(store, later(index({})));
    const partOfIndex = (word: string) => FILE.index(partOf(store.first.index, word));
    search.expect('bword');
    expect(read).toEqual([]);
    search.expect('bwordb zwor');
    expect(read).toEqual([partOfIndex('bwordb'), partOfIndex('ywordce')]);
    await search.byName('bwordb', EVERYTHING);
    expect(read).toEqual([partOfIndex('bwordb'), partOfIndex('ywordce'), FILE.words]);
  });
  test('what is shown of all names is loaded ahead while that is not much', async () => {
    const [few, lots] = [[] as string[], [] as string[]];
    await storeOf({ names, vocabulary, synonyms: [] }, few).cardsAhead();
    expect(few).toEqual([FILE.cards(0)]);
    const long = 'A summary of so many words that a few of them fill a part. '.repeat(20);
    const told = Array.from({ length: 400 }, (_, i) => name(`/${i}/`, `Page ${i}`, 'Gap', [], { summary: long }));
    await storeOf({ names: told, vocabulary, synonyms: [] }, lots).cardsAhead();
    expect(lots).toEqual([]);
  });
  test('the index is asked one thing at a time, and somebody may type in between', async () => {
    const happened: string[] = [];
    const slow: Index = {
      search: async (term) => {
        happened.push(`asked ${term}`);
        for (const end = performance.now() + 10; performance.now() < end; );
        setTimeout(() => happened.push('typed'));
        return { results: [] };
      },
    };
    const patient = inTurns(slow, () => true);
    await Promise.all([patient.search('one'), patient.search('two')]);
    expect(happened).toEqual(['asked one', 'typed', 'asked two']);
  });
  test('what stops one question stops no other', async () => {
    const patient = inTurns({ search: async (term) => (term === 'one' ? Promise.reject(new Error('gone')) : { results: [] }) }, () => true);
    const [one, two] = await Promise.allSettled([patient.search('one'), patient.search('two')]);
    expect([one?.status, two?.status]).toEqual(['rejected', 'fulfilled']);
  });
  test('without a query everything is listed that a choice leaves', () => {
    expect(addresses(engine().browse({ kind: ['Gap', 'Source'], voice: [] }))).toEqual(['/hours/', '/drills/']);
  });
  test('a text index that cannot be loaded is told by the search, while names answer', async () => {
    const broken = new SearchEngine(storeOf({ names, vocabulary, synonyms: [] }), () => Promise.reject(new Error('gone')));
    expect(addresses(await broken.byName('lending', EVERYTHING))[0]).toBe('/lending/');
    await expect(broken.ready()).rejects.toThrow('gone');
    await expect(broken.search('lending', EVERYTHING)).rejects.toThrow('gone');
  });
});

describe('Full text', () => {
  test('rare words weigh more, and words in one statement more than words apart', async () => {
    const anchors = [
      { id: 'a', location: 0 },
      { id: 'b', location: 10 },
    ];
    expect(
      held(anchors, [
        { weight: 2, locations: [1] },
        { weight: 1, locations: [2] },
      ]),
    ).toBe(3);
    expect(
      held(anchors, [
        { weight: 2, locations: [1] },
        { weight: 1, locations: [12] },
      ]),
    ).toBe(2);
    expect(held([], [])).toBe(0);
    const [drill, holes] = ['drill', 'holes'].map((word): Word => ({ word, also: [], sure: true })) as [Word, Word];
    const together = { '/apart/': [1], '/near/': [1] };
    const found = await searchTexts(index({ drill: together, holes: { '/apart/': [15], '/near/': [3] } }, anchors), [drill, holes], 50);
    const of = (url: string) => found.find(({ page }) => page.url === url)?.score ?? 0;
    expect(of('/apart/') - of('/near/')).toBeLessThan(0.8);
  });
  test.each([
    ['drill ho', true, ['drill', '"ho"']],
    ['drill hol', true, ['drill', 'hol', 'drill hol']],
    ['drill bits ho', true, ['drill', 'bits', '"ho"', 'drill bits']],
    ['drill ho', false, ['drill', 'ho', 'drill ho']],
    ['ho', true, ['"ho"']],
  ])('a letter or two of a word begin too much while it grows: "%s", unfinished: %s', async (query, unfinished, asked) => {
    const pagefind = index({});
    const words = query.split(' ').map((word): Word => ({ word, also: [], sure: true }));
    await searchTexts(pagefind, words, 50, unfinished);
    expect(pagefind.asked).toEqual(asked);
  });
});

describe('Facets count what each choice would leave', () => {
  const ranked = names.slice(0, 3).map((one, at) => ({ name: one, score: 1 - at * 0.1 }));
  test('by itself, with the other facet as it is', () => {
    expect(Object.fromEntries(counts(ranked, EVERYTHING))).toEqual({
      'kind=Gap': 1,
      'kind=Strategy': 1,
      'kind=Page': 1,
      'voice=paper': 3,
      'voice=editors': 1,
    });
    expect(counts(ranked, { kind: [], voice: ['editors'] }).get('kind=Strategy')).toBe(0);
  });
  test('is as many as the choice then leaves', () => {
    for (const [key, many] of counts(ranked, EVERYTHING)) {
      const [facet, value] = key.split('=') as ['kind' | 'voice', string];
      expect(leave(ranked, { ...EVERYTHING, [facet]: [value] })).toHaveLength(many);
    }
  });
  test('what hardly matches is left out', () => {
    const far = { name: name('/far/', 'Far', 'Gap', []), score: 0.01 };
    expect(matching([...ranked, far])).toEqual(ranked);
    expect(matching([...ranked, { ...far, holds: true }])).toHaveLength(4);
  });
  test('kinds add up to what was found, and no choice finds more', () => {
    const kinds = [...counts(ranked, EVERYTHING)].filter(([key]) => key.startsWith('kind='));
    expect(kinds.reduce((sum, [, many]) => sum + many, 0)).toBe(ranked.length);
    for (const kind of [[], ['Gap'], ['Gap', 'Page']])
      for (const voice of [[], ['editors'], ['paper', 'editors']])
        expect(leave(ranked, { kind, voice }).length).toBeLessThanOrEqual(ranked.length);
  });
  test('kinds widen each other, kind and voice narrow each other', () => {
    const [hours] = names as [SearchName];
    expect(fits(hours, { kind: ['Gap', 'Page'], voice: ['editors'] })).toBe(true);
    expect(fits(hours, { kind: ['Gap'], voice: ['others'] })).toBe(false);
  });
});

describe('A phrase or a number is found where it stands', () => {
  const texts: Record<string, string> = {
    '/hours/': 'Opening hours. Soft money, 38 hours. Money is soft.',
    '/lending/': 'Money that is soft 10.1097/ACM.5661 hard',
    '/drills/': 'Softmoney 38363814 99(6):673-682',
  };
  /** Pagefind as it was measured: a word in marks only as it is, else with what it begins; parts of a word too. */
  const pagefind = (anchors: Page['anchors'] = []): Index => ({
    search: async (query) => {
      const exact = query.startsWith('"');
      const sought = query.toLowerCase().replaceAll('"', '').split(' ');
      const results = Object.entries(texts).flatMap(([url, content]): Result[] => {
        const words = content.toLowerCase().match(/[a-z0-9]+/g) ?? [];
        const fits = sought.every((word) => words.some((one) => (exact ? one === word : one.startsWith(word))));
        const data = async () => ({ url, content, anchors, weighted_locations: [], locations: [0], meta: {}, sub_results: [] });
        return fits ? [{ id: url, score: 1, words: [0], data }] : [];
      });
      return { results };
    },
  });
  const numbers: Record<string, string> = { '/hours/': '38', '/lending/': '10 1097 5661', '/drills/': '38363814 99 6 673 682' };
  const told = names.map((one) => ({ ...one, ...(numbers[one.address] && { numbers: numbers[one.address] as string }) }));
  const reader = new SearchEngine(storeOf({ names: told, vocabulary: `${vocabulary} acm soft money`, synonyms: [] }), later(pagefind()));
  const find = async (query: string) => addresses(await reader.search(query, EVERYTHING));

  test.each([
    ['"soft money"', ['/hours/']],
    ['“SOFT money”', ['/hours/']],
    ['"money soft"', []],
    ['"soft money" 38', ['/hours/']],
    ['"soft money" lending', ['/hours/']],
    ['"opening hours"', ['/hours/']],
    ['"drills in libraries"', []],
    ['10.1097', ['/lending/']],
    ['acm.5661', ['/lending/']],
    ['566', ['/lending/']],
    ['673-682', ['/drills/']],
    ['99(6)', ['/drills/']],
    ['38363814', ['/drills/']],
    ['99999999', []],
  ])('%s', async (query, found) => {
    expect(await find(query)).toEqual(found);
  });
  test('a whole number comes before one of which it is a part, and by names at once', async () => {
    expect((await find('38'))[0]).toBe('/hours/');
    expect(addresses(await reader.byName('38', EVERYTHING))[0]).toBe('/hours/');
  });
  test('parts of a number that stand in no such order are searched each', async () => {
    expect((await find('38-673')).sort()).toEqual(['/drills/', '/hours/']);
  });
  test('a phrase does not run from one statement into the next', async () => {
    const anchors = [
      { id: 'a', location: 0 },
      { id: 'b', location: 3 },
    ];
    expect(locate({ content: 'Opening hours. Soft money, 38', anchors }, ['soft', 'money'])).toEqual([]);
    expect(locate({ content: 'Opening hours. Soft money, 38', anchors: [] }, ['soft', 'money'])).toEqual([2, 3]);
    expect(await holding(pagefind(anchors), ['soft', 'money'])).toEqual([]);
  });
  test('names alone know a phrase in a title or in what a page says of itself', async () => {
    expect(addresses(await reader.byName('"opening hours"', EVERYTHING))).toEqual(['/hours/']);
    expect(addresses(await reader.byName('"hours opening"', EVERYTHING))).toEqual([]);
    expect(addresses(await reader.byName('"closed on sunday"', EVERYTHING))).toEqual([]);
  });
});
