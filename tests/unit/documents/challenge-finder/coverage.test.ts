import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Covered, coverageOf, coverageSentence, type Pair, someOf } from '../../../../src/documents/challenge-finder/coverage.ts';
import { couldSentence, couldTouch, narrowedSentence, trayWords } from '../../../../src/elements/challenge-finder/words.ts';
import { LINK_STATES, type LinkState } from '../../../../src/lib/link-states.ts';

const NOUN = ['gap', 'gaps'] as const;
const pair = (from: string, to: string, state: LinkState, voice: Pair['voice'] = 'editors'): Pair => ({ from, to, state, voice });
const PAIRS = [
  pair('a', 'x', 'linked'),
  pair('a', 'y', 'not-linked'),
  pair('b', 'x', 'contested', 'others'),
  pair('b', 'y', 'not-linked'),
  pair('c', 'x', 'not-linked'),
  pair('c', 'y', 'linked', 'others'),
  pair('d', 'x', 'not-assessed', ''),
  pair('d', 'y', 'not-linked'),
  pair('e', 'x', 'may-worsen'),
  pair('e', 'y', 'linked'),
  pair('f', 'x', 'may-worsen', 'others'),
  pair('f', 'y', 'may-worsen'),
];
const of = (from: string[], to: string[], pairs = PAIRS) => coverageOf(pairs, from, to);
const name = (id: string): string => (id < 'm' ? `gap ${id}` : `response ${id}`);
const say = (from: string[], to: string[]) => coverageSentence(of(from, to), name, NOUN);

describe('Coverage', () => {
  test('calls a gap touched where one chosen response is linked to it, contested where no more than that', () => {
    expect(of(['a', 'b', 'c', 'd', 'e'], ['x']).map(({ state }) => state)).toEqual(['linked', 'contested', 'open', 'open', 'open']);
  });
  test('a linked pair beats a contested one, in either order', () => {
    const pairs = [pair('a', 'x', 'linked'), pair('a', 'y', 'contested')];
    expect(of(['a'], ['x', 'y'], pairs)[0]?.state).toBe('linked');
    expect(of(['a'], ['y', 'x'], pairs)[0]?.state).toBe('linked');
  });
  test('never counts as touched what may be made worse, and names the response that may do it', () => {
    expect(of(['e', 'f'], ['x']).map(({ state, worse }) => [state, worse])).toEqual([
      ['open', ['x']],
      ['open', ['x']],
    ]);
    expect(of(['e', 'f'], ['y', 'x']).map(({ state, worse }) => [state, worse])).toEqual([
      ['linked', ['x']],
      ['open', ['y', 'x']],
    ]);
  });
  test('names what could touch a gap and was not chosen; never what may make it worse', () => {
    expect(['c', 'd', 'f'].map((gap) => couldTouch(PAIRS, gap, ['x']))).toEqual([['y'], [], []]);
  });
});

describe('Coverage in words', () => {
  test.each([
    [['a'], ['x'], 'The choice may touch gap a.'],
    [['b'], ['x'], 'Whether the choice touches gap b is contested.'],
    [['d'], ['x', 'y'], 'Nothing chosen is linked to gap d.'],
    [['f'], ['x'], 'Nothing chosen is linked to gap f. Warning: response x may make gap f worse.'],
    [['a', 'c'], ['x', 'y'], 'The choice may touch both gaps.'],
    [['a', 'c', 'e'], ['x', 'y'], 'The choice may touch all three gaps. Warning: response x may make gap e worse.'],
    [['a', 'b'], ['x'], 'The choice may touch one of the two gaps; whether it touches gap b is contested.'],
    [
      ['a', 'b', 'c', 'd'],
      ['x'],
      'The choice may touch one of the four gaps; whether it touches gap b is contested; nothing chosen is linked to gap c or gap d.',
    ],
    [
      ['e', 'f'],
      ['x', 'y'],
      'The choice may touch one of the two gaps; nothing chosen is linked to gap f. Warning: response x may make gap e worse; response x and response y may make gap f worse.',
    ],
    [['z'], ['x'], 'Nothing chosen is linked to response z.'],
  ])('of %j by %j: %s', (from, to, sentence) => {
    expect(say(from, to)).toBe(sentence);
  });
  test('says first what was counted, where not all was', () => {
    expect(narrowedSentence(say(['a', 'd'], ['x']), true)).toBe(
      'Counting only links that another publication speaks for: the choice may touch one of the two gaps; nothing chosen is linked to gap d.',
    );
    expect(narrowedSentence(say(['a', 'd'], ['x']), false)).toBe(say(['a', 'd'], ['x']));
  });
  test('is true of any choice: each gap is told once, "may" is never lost, and each harm is named', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghijkl'), { minLength: 1 });
    const responses = fc.uniqueArray(fc.constantFrom(...'mnopqrstuvwx'), { minLength: 1 });
    fc.assert(
      fc.property(
        ids,
        responses,
        fc.array(fc.constantFrom(...LINK_STATES, undefined), { minLength: 144, maxLength: 144 }),
        (from, to, states) => {
          const pairs = from.flatMap((gap, i) =>
            to.flatMap((response, j) => {
              const state = states[i * to.length + j];
              return state ? [pair(gap, response, state)] : [];
            }),
          );
          const rows = coverageOf(pairs, from, to);
          const told = coverageSentence(rows, name, NOUN);
          const [help = '', ...warnings] = told.split(' Warning: ');
          const stated = (gap: string): boolean => new RegExp(`gap ${gap}\\b`).test(help);
          const has = (gap: string, state: LinkState): boolean => pairs.some((one) => one.from === gap && one.state === state);
          const touched = from.filter((gap) => has(gap, 'linked'));
          expect(from.filter((gap) => !touched.includes(gap)).every(stated)).toBe(true);
          if (from.length > 1) expect(touched.some(stated)).toBe(false);
          expect(/may touch/i.test(help)).toBe(touched.length > 0);
          expect(/contested/.test(help)).toBe(from.some((gap) => !has(gap, 'linked') && has(gap, 'contested')));
          expect(warnings.length).toBe(pairs.some(({ state }) => state === 'may-worsen') ? 1 : 0);
          const harm = warnings.join('');
          for (const gap of from) expect(harm.includes(`may make gap ${gap} worse`)).toBe(has(gap, 'may-worsen'));
          for (const response of to)
            expect(new RegExp(`response ${response}\\b`).test(harm)).toBe(
              pairs.some((one) => one.to === response && one.state === 'may-worsen'),
            );
          expect(told).not.toMatch(/\b(are|is|was|were) touched|undefined|all (one|two)\b| {2}|;\./);
        },
      ),
      { numRuns: 500 },
    );
  });
  test('some of several gaps: two and many', () => {
    expect([someOf(1, 2, 'gaps'), someOf(2, 2, 'gaps'), someOf(2, 7, 'gaps'), someOf(7, 7, 'gaps'), someOf(12, 12, 'gaps')]).toEqual([
      'one of the two gaps',
      'both gaps',
      'two of the seven gaps',
      'all seven gaps',
      'all 12 gaps',
    ]);
  });
  test('says how many more responses may touch what nothing chosen is linked to', () => {
    expect(couldSentence('careers', 0, 'gap')).toBe('Nothing chosen is linked to careers, and no other response is.');
    expect(couldSentence('careers', 1, 'gap')).toBe('Nothing chosen is linked to careers. One other response may touch this gap:');
    expect(couldSentence('careers', 12, 'gap')).toBe('Nothing chosen is linked to careers. 12 other responses may touch this gap:');
    expect(couldSentence('careers', 0, 'gap', true)).toBe(
      'Nothing chosen is linked to careers by a link that another publication speaks for, and no other response is.',
    );
    expect(couldSentence('careers', 3, 'gap', true)).toBe(
      'Nothing chosen is linked to careers by a link that another publication speaks for. Three other responses may touch this gap:',
    );
  });
});

describe('The tray', () => {
  const name = (id: string): string => ({ a: 'aims', b: 'beats', c: 'cases', d: 'dates' })[id] ?? id;
  const row = (from: string, state: Covered['state'], worse: string[] = []): Covered => ({ from, state, worse });
  const say = (rows: Covered[], weighed = 1, narrowed = false) =>
    trayWords(rows, weighed, name, ['gap', 'gaps'], 'Two responses may touch the gap you ticked.', narrowed);
  test('says what may help while nothing is weighed, and nothing where nothing was asked', () => {
    const result = 'Two responses may touch the gap you ticked.';
    expect(say([row('a', 'open')], 0)).toEqual({ sum: '', full: result, brief: result });
    expect(trayWords([], 0, name, ['gap', 'gaps'], '', false)).toEqual({ sum: '', full: '', brief: '' });
  });
  test('asks for a gap where none is ticked', () => {
    expect(say([], 1)).toMatchObject({ sum: '1 weighed.', full: 'Tick a gap to see what it may touch.' });
    expect(say([], 3)).toMatchObject({ sum: '3 weighed.', brief: 'Tick a gap to see what they may touch.' });
  });
  test.each<[string, Covered[], string, string]>([
    ['one gap', [row('a', 'linked')], 'may touch aims.', 'may touch aims.'],
    ['one open gap', [row('a', 'open')], 'nothing weighed is linked to aims.', 'not linked to aims.'],
    ['one contested gap', [row('a', 'contested')], 'contested for aims.', 'contested for aims.'],
    [
      'one gap that may get worse',
      [row('a', 'open', ['x'])],
      'nothing weighed is linked to aims. Warning: x may make it worse.',
      'not linked to aims; may make it worse.',
    ],
    [
      'one gap that may be touched and get worse',
      [row('a', 'linked', ['x', 'y'])],
      'may touch aims. Warning: x and y may make it worse.',
      'may touch aims; may make it worse.',
    ],
    [
      'two of which one may get worse',
      [row('a', 'linked'), row('b', 'open', ['x'])],
      'may touch aims; nothing weighed is linked to beats. Warning: x may make it worse.',
      'may touch 1 of 2 gaps; may make 1 worse.',
    ],
    ['both', [row('a', 'linked'), row('b', 'linked')], 'may touch both gaps.', 'may touch both gaps.'],
    [
      'both with a warning',
      [row('a', 'linked'), row('b', 'linked', ['x'])],
      'may touch both gaps. Warning: x may make beats worse.',
      'may touch both gaps; may make 1 worse.',
    ],
    ['all', [row('a', 'linked'), row('b', 'linked'), row('c', 'linked')], 'may touch all three gaps.', 'may touch all 3 gaps.'],
    ['none', [row('a', 'open'), row('b', 'open')], 'nothing weighed is linked to aims or beats.', '0 of 2 gaps linked.'],
    [
      'contested ones only',
      [row('a', 'contested'), row('b', 'contested')],
      'contested for aims and beats.',
      '0 of 2 gaps linked; 2 contested.',
    ],
    [
      'of each kind',
      [row('a', 'linked', ['x']), row('b', 'contested'), row('c', 'open', ['x', 'y']), row('d', 'open')],
      'may touch one of the four gaps; contested for beats; nothing weighed is linked to cases or dates. Warning: x may make aims worse; x and y may make cases worse.',
      'may touch 1 of 4 gaps; 1 contested; may make 2 worse.',
    ],
  ])('tells %s', (_, rows, full, brief) => {
    expect(say(rows)).toEqual({ sum: '1 weighed:', full, brief });
  });
  test('says it where only links of others count', () => {
    expect(say([row('a', 'linked'), row('b', 'open')], 2, true)).toEqual({
      sum: '2 weighed, by others’ links:',
      full: 'may touch aims; nothing weighed is linked to beats.',
      brief: 'may touch 1 of 2 gaps.',
    });
  });
  test('tells each gap once as touched, contested or open, and warns of each harm, whatever they are', () => {
    const states = fc.constantFrom<Covered['state']>('linked', 'contested', 'open');
    fc.assert(
      fc.property(fc.array(fc.tuple(states, fc.subarray(['x', 'y'])), { minLength: 1, maxLength: 7 }), (some) => {
        const rows = some.map(([state, worse], i) => row(`gap${i}`, state, worse));
        const { full, brief } = say(rows);
        const [told = '', warning = ''] = full.split(' Warning: ');
        const times = (text: string, from: string): number => text.split(new RegExp(`\\b${from}\\b`)).length - 1;
        const counted = /may touch (all|both|\w+ of the)/.test(told);
        for (const { from, state, worse } of rows) {
          const named = state === 'linked' && counted ? 0 : 1;
          expect(times(told, from)).toBe(named);
          expect(times(warning, from)).toBeLessThanOrEqual(worse.length > 0 ? 1 : 0);
        }
        expect(warning.split('; ').filter(Boolean)).toHaveLength(rows.filter(({ worse }) => worse.length > 0).length);
        // "it" is the one gap that was named last
        if (/make it worse/.test(warning)) {
          const own = rows.filter(({ worse }) => worse.length > 0);
          expect(own).toHaveLength(1);
          expect(told.endsWith(`${own[0]?.from}.`)).toBe(true);
        }
        expect(/may touch/.test(full)).toBe(rows.some(({ state }) => state === 'linked'));
        expect(/contested/.test(full)).toBe(rows.some(({ state }) => state === 'contested'));
        for (const text of [full, brief]) expect(/may make/.test(text)).toBe(rows.some(({ worse }) => worse.length > 0));
        if (rows.length > 1 && rows.some(({ state }) => state !== 'linked')) expect(brief).not.toMatch(/both|all/);
      }),
      { numRuns: 500 },
    );
  });
});
