import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLinked, type Pair } from '../../../../src/documents/challenge-finder/coverage.ts';
import {
  answersTo,
  type Candidate,
  type FinderState,
  type Known,
  readFinder,
  writeFinder,
} from '../../../../src/elements/challenge-finder/finder-state.ts';
import {
  askSentence,
  nothingSentence,
  resultSentence,
  shortResult,
  touches,
  trayLeads,
} from '../../../../src/elements/challenge-finder/words.ts';
import type { LinkState } from '../../../../src/lib/link-states.ts';
import { countWord } from '../../../../src/lib/text.ts';
import type { LinkVoice } from '../../../../src/lib/voices.ts';

const KNOWN: Known = {
  from: ['gaps-a', 'gaps-b', 'gaps-c'],
  to: ['strategies-x', 'strategies-y', 'recommendations-z'],
  who: ['strategies', 'recommendations'],
  whose: ['others'],
  only: ['strategies-x', 'strategies-y', 'recommendations-z'],
};
const NONE: FinderState = { from: [], to: [], who: '', whose: '', only: '' };
const NOUN = ['gap', 'gaps'] as const;
const some = (values: readonly string[]) => fc.subarray([...values]);
const one = (values: readonly string[]) => fc.constantFrom('', ...values);
const states: fc.Arbitrary<FinderState> = fc.record({
  from: some(KNOWN.from),
  to: some(KNOWN.to),
  who: one(KNOWN.who),
  whose: one(KNOWN.whose),
  only: one(KNOWN.only),
});

describe('The address of the finder', () => {
  test('holds any state, 2,000 times', () => {
    fc.assert(
      fc.property(states, fc.webQueryParameters(), (state, other) => {
        const address = writeFinder(other, state, KNOWN);
        expect(readFinder(address, KNOWN)).toEqual({ state, refused: [] });
      }),
      { numRuns: 2_000 },
    );
  });
  test('survives 10,000 hostile ones and changes no prototype', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        'from=',
        'to=',
        '__proto__=',
        '&',
        '=',
        '%',
        '%E0%A4%A',
        'gaps-a',
        'constructor',
        '<img onerror=alert(1)>',
        '\u0000',
        '+',
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const { state } = readFinder(parts.join(''), KNOWN, { 'gaps-old': 'gaps-a' });
        expect(KNOWN.from).toEqual(expect.arrayContaining([...state.from]));
        expect(KNOWN.to).toEqual(expect.arrayContaining([...state.to]));
        expect(['', ...KNOWN.who]).toContain(state.who);
      }),
      { numRuns: 10_000 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
  }, 60_000);
  test('has the order of the page, whatever the order in it', () => {
    expect(readFinder('?from=gaps-c&from=gaps-a', KNOWN).state.from).toEqual(['gaps-a', 'gaps-c']);
  });
  test('finds an entry by its old name', () => {
    expect(readFinder('?from=gaps-old', KNOWN, { 'gaps-old': 'gaps-b' })).toEqual({ state: { ...NONE, from: ['gaps-b'] }, refused: [] });
  });
  test('tells what it left out', () => {
    expect(readFinder('?from=gaps-a&from=gaps-q&who=nobody', KNOWN)).toEqual({
      state: { ...NONE, from: ['gaps-a'] },
      refused: ['from', 'who'],
    });
  });
  test('leaves alone what is not its own', () => {
    expect(writeFinder('?voice=paper&from=gaps-c', { ...NONE, from: ['gaps-a'] }, KNOWN)).toBe('?voice=paper&from=gaps-a');
  });
});

const pair = (from: string, to: string, voice: LinkVoice = 'editors', state: LinkState = 'linked'): Pair => ({ from, to, state, voice });
const CANDIDATES: Candidate[] = [
  {
    to: 'strategies-x',
    who: 'strategies',
    title: 'Xylophone',
    pairs: [pair('gaps-a', 'strategies-x'), pair('gaps-b', 'strategies-x', 'others')],
  },
  {
    to: 'strategies-y',
    who: 'strategies',
    title: 'Yarn',
    pairs: [pair('gaps-a', 'strategies-y'), pair('gaps-b', 'strategies-y', 'others', 'contested')],
  },
  { to: 'recommendations-z', who: 'recommendations', title: 'Abacus', pairs: [pair('gaps-b', 'recommendations-z', 'others')] },
];
const ask = (state: Partial<FinderState>) =>
  answersTo(CANDIDATES, { ...NONE, ...state }).map(({ to, pairs }) => [to, pairs.map(({ from }) => from)]);

describe('What answers', () => {
  test('is nothing while nothing is asked', () => {
    expect(ask({})).toEqual([]);
  });
  test('stands in the order of how many ticked gaps it touches, then of how many are contested, then of titles', () => {
    expect(ask({ from: ['gaps-a', 'gaps-b'] })).toEqual([
      ['strategies-x', ['gaps-a', 'gaps-b']],
      ['strategies-y', ['gaps-a', 'gaps-b']],
      ['recommendations-z', ['gaps-b']],
    ]);
    expect(ask({ from: ['gaps-b'] }).map(([to]) => to)).toEqual(['recommendations-z', 'strategies-x', 'strategies-y']);
    const contested: Candidate = {
      to: 'strategies-c',
      who: 'strategies',
      title: 'Aardvark',
      pairs: ['gaps-a', 'gaps-b'].map((gap) => pair(gap, 'strategies-c', 'editors', 'contested')),
    };
    expect(answersTo([contested, ...CANDIDATES], { ...NONE, from: ['gaps-a', 'gaps-b'] }).map(({ to }) => to)).toEqual([
      'strategies-x',
      'strategies-y',
      'recommendations-z',
      'strategies-c',
    ]);
  });
  test('is narrowed by who acts, and by whose link it is', () => {
    expect(ask({ from: ['gaps-a', 'gaps-b'], who: 'recommendations' }).map(([to]) => to)).toEqual(['recommendations-z']);
    expect(ask({ from: ['gaps-a'], whose: 'others' })).toEqual([]);
    expect(ask({ from: ['gaps-a', 'gaps-b'], whose: 'others' })).toEqual([
      ['recommendations-z', ['gaps-b']],
      ['strategies-x', ['gaps-b']],
      ['strategies-y', ['gaps-b']],
    ]);
  });
  test('may start from one response, and gives its gaps', () => {
    expect(ask({ only: 'strategies-x' })).toEqual([['strategies-x', ['gaps-a', 'gaps-b']]]);
    expect(ask({ only: 'strategies-x', from: ['gaps-b'] })).toEqual([['strategies-x', ['gaps-b']]]);
  });
});

describe('What the tray and the boxes say of an answer', () => {
  const short = (state: Partial<FinderState>) => {
    const whole = { ...NONE, ...state };
    const answers = answersTo(CANDIDATES, whole);
    return [shortResult(answers, whole, NOUN), resultSentence(answers, whole, NOUN)];
  };
  test('is the first sentence of the result, whatever was asked', () => {
    fc.assert(
      fc.property(states, (state) => {
        const [first = '', all = ''] = short(state);
        expect(all.startsWith(first)).toBe(true);
        expect(first === '').toBe(all === '');
        expect(first === '').toBe(state.from.length === 0 && !state.only);
      }),
    );
  });
  test('counts what may touch at least one', () => {
    expect(short({ from: ['gaps-a', 'gaps-b'] })[0]).toBe('Three responses may touch at least one of the two gaps you ticked.');
    expect(short({ from: ['gaps-b'] })[0]).toBe('Two responses may touch the gap you ticked; of one more that is contested.');
    expect(short({ from: ['gaps-c'] })[0]).toBe('Nothing shown is linked to the gap you ticked.');
    expect(short({ only: 'strategies-x' })[0]).toBe('This response may touch two gaps.');
  });
  test('leads from the tray to the boxes, to the answers, or to what the choice comes to', () => {
    expect([trayLeads(0, 2), trayLeads(0, 0), trayLeads(2, 0), trayLeads(1, 3)]).toEqual(['#recognise', '#answers', '#answers', '#choice']);
  });
  test('asks for a tick where there is none', () => {
    expect(askSentence(NOUN)).toBe('Tick at least one sentence: each stands for a gap. Then what may help stands below.');
  });
});

describe('A response that may make a ticked gap worse', () => {
  // it may touch a and make b worse; the other one touches nothing and makes c worse
  const both: Candidate = {
    to: 'strategies-v',
    who: 'strategies',
    title: 'Vane',
    pairs: [pair('gaps-a', 'strategies-v'), pair('gaps-b', 'strategies-v', 'editors', 'may-worsen')],
  };
  const harm: Candidate = {
    to: 'strategies-w',
    who: 'strategies',
    title: 'Axe',
    pairs: [pair('gaps-c', 'strategies-w', 'others', 'may-worsen')],
  };
  const answers = (state: Partial<FinderState>) => answersTo([...CANDIDATES, harm, both], { ...NONE, ...state });
  const warned = (state: Partial<FinderState>) =>
    answers(state).flatMap(({ to, worse }) => (worse.length > 0 ? [[to, worse.map(({ from }) => from)]] : []));

  test('is shown with its warning, beside what it may touch', () => {
    expect(answers({ from: ['gaps-a', 'gaps-b'] }).find(({ to }) => to === 'strategies-v')).toEqual({
      to: 'strategies-v',
      pairs: [both.pairs[0]],
      worse: [both.pairs[1]],
    });
  });
  test('is shown where it may touch none of them, after those that may', () => {
    expect(answers({ from: ['gaps-b', 'gaps-c'] }).map(({ to }) => to)).toEqual([
      'recommendations-z',
      'strategies-x',
      'strategies-y',
      'strategies-w',
      'strategies-v',
    ]);
  });
  test('warns whoever speaks for it', () => {
    expect(warned({ from: ['gaps-b'], whose: 'others' })).toEqual([['strategies-v', ['gaps-b']]]);
  });
  test('warns of ticked gaps only; of all where a response is started from', () => {
    expect(warned({ from: ['gaps-a'] })).toEqual([]);
    expect(warned({ only: 'strategies-v' })).toEqual([['strategies-v', ['gaps-b']]]);
  });
  test.each([
    [{ from: ['gaps-b'] }, 'Two responses may touch the gap you ticked; of one more that is contested. One may make it worse.'],
    [{ from: ['gaps-c'] }, 'Nothing shown is linked to the gap you ticked. One response may make it worse.'],
    [
      { from: ['gaps-b', 'gaps-c'] },
      'Two responses may touch at least one of the two gaps you ticked; of one more that is contested. None of them is linked to both. Two may make at least one of the two worse.',
    ],
    [
      { from: ['gaps-a', 'gaps-b'] },
      'Four responses may touch at least one of the two gaps you ticked. One of them may touch both. One of these may also make one of the two worse.',
    ],
    [
      { from: ['gaps-a', 'gaps-b', 'gaps-d'] },
      'Four responses may touch at least one of the three gaps you ticked. None of them is linked to all three. One of these may also make at least one of the three worse.',
    ],
    [{ only: 'strategies-v' }, 'This response may touch one gap. It may make one gap worse.'],
    [{ only: 'strategies-w' }, 'This response may make one gap worse.'],
    [{ only: 'strategies-v', from: ['gaps-b'] }, 'This response may make the gap you ticked worse.'],
  ])('%j says: %s', (state, sentence) => {
    expect(resultSentence(answers(state), { ...NONE, ...state }, NOUN)).toBe(sentence);
  });
  test('says "also" of what was counted as help only, whatever the answers are', () => {
    const gaps = ['gaps-a', 'gaps-b', 'gaps-c'];
    const told = fc.constantFrom<LinkState>('linked', 'contested', 'may-worsen', 'not-linked');
    fc.assert(
      fc.property(fc.subarray(gaps, { minLength: 1 }), fc.array(fc.tuple(told, told, told), { maxLength: 4 }), (from, all) => {
        const some: Candidate[] = all.map((states, i) => ({
          to: `x${i}`,
          who: '',
          title: `${i}`,
          pairs: gaps.flatMap((gap, j) => (states[j] === 'not-linked' ? [] : [pair(gap, `x${i}`, 'editors', states[j])])),
        }));
        const state = { ...NONE, from };
        const said = resultSentence(answersTo(some, state), state, NOUN);
        const has = (one: Candidate, wanted: LinkState): boolean =>
          one.pairs.some((each) => from.includes(each.from) && each.state === wanted);
        const linked = some.filter((one) => has(one, 'linked'));
        const contested = some.filter((one) => has(one, 'contested') && !has(one, 'linked'));
        const harming = some.filter((one) => has(one, 'may-worsen'));
        expect(/may touch/.test(said)).toBe(linked.length > 0);
        expect(/contested/.test(said)).toBe(contested.length > 0);
        expect(/worse/.test(said)).toBe(harming.length > 0);
        expect(/also/.test(said)).toBe(
          linked.length > 0 && harming.length > 0 && harming.every((one) => linked.includes(one) || contested.includes(one)),
        );
        if (linked.length > 0) expect(said.toLowerCase()).toMatch(new RegExp(`^${countWord(linked.length)} responses? may touch`));
        if (contested.length > 0) expect(said).toMatch(new RegExp(`; (of )?${countWord(contested.length)} (more|responses?) `));
        if (/Each may touch/.test(said)) expect(some.filter((one) => has(one, 'linked') || has(one, 'contested'))).toEqual(linked);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('What is said of it', () => {
  const said = (state: Partial<FinderState>) => resultSentence(answersTo(CANDIDATES, { ...NONE, ...state }), { ...NONE, ...state }, NOUN);
  test.each([
    [{}, ''],
    [{ from: ['gaps-a'] }, 'Two responses may touch the gap you ticked.'],
    [{ from: ['gaps-a', 'gaps-b'] }, 'Three responses may touch at least one of the two gaps you ticked. One of them may touch both.'],
    [
      { from: ['gaps-b', 'gaps-c'] },
      'Two responses may touch at least one of the two gaps you ticked; of one more that is contested. None of them is linked to both.',
    ],
    [
      { from: ['gaps-a', 'gaps-b', 'gaps-c'] },
      'Three responses may touch at least one of the three gaps you ticked. None of them is linked to all three.',
    ],
    [
      { from: ['gaps-a', 'gaps-b'], who: 'strategies' },
      'Two responses may touch at least one of the two gaps you ticked. One of them may touch both.',
    ],
    [
      { from: ['gaps-a', 'gaps-b'], who: 'recommendations' },
      'One response may touch at least one of the two gaps you ticked. It is not linked to both.',
    ],
    [{ from: ['gaps-c', 'gaps-d'] }, 'Nothing shown is linked to either of the two gaps you ticked.'],
    [{ from: ['gaps-c'] }, 'Nothing shown is linked to the gap you ticked.'],
    [{ only: 'strategies-y' }, 'This response may touch one gap; contested for one more.'],
    [{ only: 'strategies-y', from: ['gaps-b'] }, 'This response is contested for the gap you ticked.'],
    [{ from: ['gaps-b'], who: 'strategies', whose: 'others' }, 'One response may touch the gap you ticked; of one more that is contested.'],
    [{ only: 'strategies-x' }, 'This response may touch two gaps.'],
    [{ only: 'strategies-x', from: ['gaps-a', 'gaps-c'] }, 'This response may touch one of the two gaps you ticked.'],
  ])('%j: %s', (state, sentence) => {
    expect(said(state)).toBe(sentence);
  });
  test.each([
    [{}, 'Tick a sentence above, or start from a response, to see what may help.'],
    [{ from: ['gaps-c'] }, 'Nothing is linked to what you ticked. The other pairs are below, each with its reason.'],
    [
      { from: ['gaps-a'], whose: 'others' },
      'Nothing linked fits these choices. Try anyone’s link. The other pairs are below, each with its reason.',
    ],
    [
      { from: ['gaps-a'], who: 'recommendations', whose: 'others' },
      'Nothing linked fits these choices. Try anyone who acts or anyone’s link. The other pairs are below, each with its reason.',
    ],
    [
      { from: ['gaps-c'], only: 'strategies-x' },
      'Nothing linked fits these choices. Try other gaps. The other pairs are below, each with its reason.',
    ],
  ])('where nothing is shown for %j: %s', (state, sentence) => {
    expect(nothingSentence({ ...NONE, ...state }, NOUN, true)).toBe(sentence);
  });
  test('points to no other pairs where there are none', () => {
    expect(nothingSentence({ ...NONE, from: ['gaps-c'] }, NOUN, false)).toBe('Nothing is linked to what you ticked.');
    expect(nothingSentence({ ...NONE, only: 'strategies-x' }, NOUN, false)).toBe('Nothing is linked to what you started from.');
  });
  test('over the reasons of a response how many of the ticked gaps it touches', () => {
    const answer = { to: 'strategies-x', pairs: [pair('gaps-a', 'strategies-x')], worse: [] };
    expect(touches(answer, { ...NONE, from: ['gaps-a', 'gaps-b'] }, NOUN)).toBe('May touch one of the two gaps you ticked.');
    expect(touches(answer, { ...NONE, from: ['gaps-a'] }, NOUN)).toBe('May touch the gap you ticked.');
    expect(touches(answer, NONE, NOUN)).toBe('May touch one gap.');
  });
  test('for every number of ticked gaps, touched and made worse', () => {
    const some = (n: number, all: number): string =>
      all === 1
        ? 'the gap'
        : n < all
          ? `${countWord(n)} of the ${countWord(all)} gaps`
          : all === 2
            ? 'both gaps'
            : `all ${countWord(all)} gaps`;
    for (let all = 1; all <= 12; all++)
      for (let help = 0; help <= all; help++)
        for (let open = 0; open <= all - help; open++)
          for (let harm = help + open === 0 ? 1 : 0; harm <= all - help - open; harm++) {
            const from = Array.from({ length: all }, (_, i) => `gaps-${i}`);
            const pairs = from.slice(0, help + open).map((gap, i) => pair(gap, 'x', 'editors', i < help ? 'linked' : 'contested'));
            const worse = from.slice(help + open, help + open + harm).map((gap) => pair(gap, 'x', 'editors', 'may-worsen'));
            expect(pairs.filter(isLinked)).toHaveLength(help);
            const expected = [
              ...(help > 0 ? [`May touch ${some(help, all)} you ticked${open > 0 ? `; contested for ${countWord(open)} more` : ''}.`] : []),
              ...(help === 0 && open > 0 ? [`Contested for ${some(open, all)} you ticked.`] : []),
              ...(harm > 0 ? [`May make ${some(harm, all)} you ticked worse.`] : []),
            ].join(' ');
            expect(touches({ to: 'x', pairs, worse }, { from }, NOUN)).toBe(expected);
            expect(expected).not.toMatch(/all (one|two)\b/);
          }
  });
});
