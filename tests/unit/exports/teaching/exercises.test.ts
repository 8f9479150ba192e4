import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  callsOf,
  isGivenAway,
  newSeed,
  ROUND,
  readSeed,
  roundOf,
  SPOT_VOICES,
} from '../../../../src/documents/spot-the-inference/round.ts';
import { compare, outcome, placeWords, progress, verdict } from '../../../../src/elements/quiz-form/marking.ts';
import { slideAt, stepTo } from '../../../../src/elements/slide-deck/steps.ts';
import { type HandoutItem, handout } from '../../../../src/exports/teaching/handout.ts';
import { spotData, spotStatements } from '../../../../src/exports/teaching/spot-statements.ts';
import { checkedGuide } from '../../../../src/guide/check.ts';
import { totalsOf } from '../../../../src/guide/lesson-case.ts';
import { actLines, disputesOf } from '../../../../src/guide/teaching.ts';
import type { Lesson } from '../../../../src/guide/types.ts';
import { seeded, shuffled } from '../../../../src/lib/shuffle.ts';
import { isChosen } from '../../../../src/schemas/quiz.ts';

const guide = checkedGuide();

describe('The quiz', () => {
  test('has at least 24 questions of all four kinds, and every lesson uses some', () => {
    expect(guide.quiz.length).toBeGreaterThanOrEqual(24);
    expect(new Set(guide.quiz.map(({ data }) => data.type))).toEqual(new Set(['single', 'multiple', 'match', 'order']));
    for (const { data } of guide.lessons) expect(data.quiz.length).toBeGreaterThan(0);
  });
  test('gives no key away by its length: the right choice is neither the longest nor the shortest more often than by chance', () => {
    const single = guide.quiz.flatMap(({ data }) => (data.type === 'single' ? [data.choices] : []));
    const lengths = single.map((choices) => ({
      all: choices.map(({ text }) => text.length),
      key: choices.find(({ right }) => right)?.text.length as number,
    }));
    const longest = lengths.filter(({ all, key }) => key === Math.max(...all)).length;
    const shortest = lengths.filter(({ all, key }) => key === Math.min(...all)).length;
    expect(single.length).toBeGreaterThan(10);
    // of four choices one is the longest by chance in a quarter of the questions; of 18, in at most seven 19 times of 20
    expect(longest).toBeLessThanOrEqual(7);
    expect(shortest).toBeLessThanOrEqual(7);
  });
  test('asks for use: ten situations or more, and at most three keys that say that nothing is said', () => {
    const keys = guide.quiz.flatMap(({ id, data }) =>
      isChosen(data) ? data.choices.filter(({ right }) => right).map(({ text }) => ({ id, text })) : [],
    );
    const silent = /^none\b|\b(does not|no (share|figure|word)|names none|not (say|said|report\w*|known))\b/i;
    expect(new Set(keys.filter(({ text }) => silent.test(text)).map(({ id }) => id)).size).toBeLessThanOrEqual(3);
    const situations = guide.quiz.filter(({ data }) => /^Invented\b/.test(data.prompt));
    expect(situations.length).toBeGreaterThanOrEqual(9);
    // real programs are asked about by name, each with a source
    const real = guide.quiz.filter(
      ({ data }) => guide.cases.some((one) => data.prompt.includes(one.data.short)) || /UCSF/.test(data.prompt),
    );
    expect(situations.length + real.length).toBeGreaterThanOrEqual(10);
  });
  test('quotes as its own what stands in the guide as its own', () => {
    const [, quoted = ''] = /“(.+)”/.exec(guide.quiz.find(({ id }) => id === 'how-to-quote')?.data.prompt ?? '') ?? [];
    expect(guide.statements.filter(({ text }) => text.includes(quoted)).map(({ voice }) => voice)).toContain('editors');
    expect(quoted.length).toBeGreaterThan(20);
  });
  test('compares an answer with the guide’s, part by part', () => {
    const yes = { right: 'yes', given: 'yes' };
    const no = { right: '', given: '' };
    expect(compare('single', [yes, no])).toEqual({ state: 'as-the-guide', same: 2 });
    expect(compare('single', [{ right: 'yes', given: '' }, no])).toEqual({ state: 'open', same: 1 });
    expect(compare('multiple', [yes, { right: 'yes', given: '' }, no])).toEqual({ state: 'otherwise', same: 2 });
    expect(
      compare('match', [
        { right: '0', given: '0' },
        { right: '1', given: '' },
      ]),
    ).toEqual({ state: 'open', same: 1 });
    expect(
      compare('order', [
        { right: '1', given: '2' },
        { right: '2', given: '1' },
      ]),
    ).toEqual({ state: 'otherwise', same: 0 });
  });
  test('says how it went in words, without a grade', () => {
    expect(verdict('single', { state: 'open', same: 0 }, 4)).toBe('Mark an answer first.');
    expect(verdict('order', { state: 'open', same: 0 }, 4)).toBe('Fill in every line first.');
    const otherwise = (type: 'multiple' | 'match' | 'order', same: number) => verdict(type, { state: 'otherwise', same }, 4);
    expect([0, 1, 2].map((same) => otherwise('match', same))).toEqual([
      'Not yet as the guide has it: none of 4 pairs agree.',
      'Not yet as the guide has it: 1 of 4 pairs agrees.',
      'Not yet as the guide has it: 2 of 4 pairs agree.',
    ]);
    expect(otherwise('multiple', 3)).toBe('Not yet as the guide has it: 3 of 4 choices agree.');
    expect(otherwise('order', 2)).toBe('Not yet as the guide has it: 2 of 4 places agree.');
    expect(verdict('single', { state: 'otherwise', same: 2 }, 4)).toBe('Not as the guide has it.');
    for (const type of ['single', 'multiple', 'match', 'order'] as const)
      expect(verdict(type, { state: 'as-the-guide', same: 4 }, 4)).toBe('As the guide has it.');
    expect(verdict('single', { state: 'as-the-guide', same: 4 }, 4)).toBe('As the guide has it.');
    expect([
      progress(0, 0, 32),
      progress(6, 4, 32),
      progress(6, 1, 32),
      progress(1, 1, 32),
      progress(1, 0, 32),
      progress(3, 0, 32),
    ]).toEqual([
      '',
      '6 of 32 answered, 4 as the guide has them.',
      '6 of 32 answered, 1 as the guide has it.',
      '1 of 32 answered, 1 as the guide has it.',
      '1 of 32 answered, none as the guide has it.',
      '3 of 32 answered, none as the guide has them.',
    ]);
  });
  test('the end says what was answered as the guide has it, what otherwise, and how many were not', () => {
    expect([outcome(0, 0, 3), outcome(1, 1, 1), outcome(1, 0, 3), outcome(3, 2, 3)]).toEqual([
      { head: 'Nothing is answered yet', rest: '' },
      { head: '1 of 1 as the guide has it', rest: '' },
      { head: 'None of 1 as the guide has it', rest: '2 not answered.' },
      { head: '2 of 3 as the guide has them', rest: '' },
    ]);
    expect([placeWords(0, 1), placeWords(2, 12)]).toEqual(['Question 1 of 1', 'Question 3 of 12']);
  });
});

describe('Spot the inference', () => {
  const pool = spotStatements(guide);
  const { statements } = spotData(guide);
  test('takes its statements from the guide as they stand, of each voice as many', () => {
    const known = new Map([
      ...guide.statements.map((s): [string, string] => [s.text, s.voice]),
      ...[...guide.sentences.values()].map((s): [string, string] => [s.gist, 'paper']),
    ]);
    for (const { text, voice } of pool) expect([text, known.get(text)]).toEqual([text, voice]);
    expect(SPOT_VOICES.map((voice) => pool.filter((s) => s.voice === voice).length)).toEqual([32, 32, 32, 32]);
    for (const { why, to } of statements) expect([why.length > 20, to.length > 1]).toEqual([true, true]);
  });
  test('defeats a reader who goes by telltale words: in 1,000 rounds these tell two in five at most', () => {
    const told = Array.from({ length: 1000 }, (_, i) => roundOf(statements, newSeed(`${i}`)).filter(isGivenAway).length / ROUND);
    expect(told.reduce((sum, share) => sum + share, 0) / told.length).toBeLessThanOrEqual(0.4);
    expect(Math.max(...told)).toBeLessThan(0.5);
  });
  test('draws from a guide with few statements what it has, every voice first', () => {
    const few = statements.filter(({ voice }, i) => i < 3 || voice !== 'paper').slice(0, 8);
    expect(new Set(roundOf(few, 'few'))).toEqual(new Set(few));
    const easy = statements.filter(isGivenAway);
    const round = roundOf(easy, 'easy');
    expect([round.length, round.every(isGivenAway)]).toEqual([Math.min(ROUND, easy.length), true]);
    expect(roundOf([], 'none')).toEqual([]);
  });
  test('gives the same round for the same seed, twelve statements, none twice, every voice at least twice', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const round = roundOf(statements, seed);
        expect(round).toEqual(roundOf(statements, seed));
        expect(new Set(round.map(({ text }) => text)).size).toBe(ROUND);
        for (const voice of SPOT_VOICES) expect(round.filter((s) => s.voice === voice).length).toBeGreaterThanOrEqual(2);
      }),
    );
    expect(roundOf(statements, 'a')).not.toEqual(roundOf(statements, 'b'));
  });
  test('reads only seeds that it could have written', () => {
    fc.assert(fc.property(fc.string(), (text) => readSeed(newSeed(text)) !== undefined));
    for (const bad of ['', 'A', '<img>', 'a'.repeat(13), '__proto__', null]) expect(readSeed(bad)).toBeUndefined();
  });
  test('tells what was taken for what', () => {
    expect(callsOf([{ voice: 'paper' }, { voice: 'editors' }, { voice: 'editors' }], ['paper', 'paper', undefined])).toEqual([
      { as: 'paper', voice: 'editors', count: 1 },
    ]);
  });
});

describe('Mixing', () => {
  test('keeps every item and depends on the seed alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        expect([...shuffled(items, seed)].sort()).toEqual([...items].sort());
        expect(shuffled(items, seed)).toEqual(shuffled(items, seed));
      }),
    );
  });
  test('gives numbers from 0 up to 1, spread evenly', () => {
    const next = seeded('even');
    const tenths = Array.from({ length: 10_000 }, () => Math.floor(next() * 10));
    for (let i = 0; i < 10; i++) expect(Math.abs(tenths.filter((n) => n === i).length - 1000)).toBeLessThan(150);
  });
});

describe('Slides', () => {
  test('keys lead to a slide there is', () => {
    expect(['ArrowRight', ' ', 'PageUp', 'Home', 'End', 'x'].map((key) => stepTo(key, 0, 5))).toEqual([1, 1, 0, 0, 4, undefined]);
    expect(stepTo('ArrowDown', 4, 5)).toBe(4);
  });
  test('an address names a slide; any other is the first', () => {
    expect(['#slide-3', '#slide-9', '#slide-0', '', '#x', '#slide-2x'].map((hash) => slideAt(hash, 5))).toEqual([2, 0, 0, 0, 0, 0]);
  });
});

describe('Inferences to dispute', () => {
  const chosen = disputesOf(guide);
  test('are six to eight of ours, named in the content and in its order, each with a case against it', () => {
    expect(chosen.map(({ id }) => id)).toEqual(guide.teaching?.dispute);
    expect([chosen.length >= 6, chosen.length <= 8]).toEqual([true, true]);
    for (const { data } of chosen)
      expect([data.voice, data.state === 'not-linked', data.against.length > 60]).toEqual(['editors', false, true]);
    // several gaps, and one that may do harm
    expect(new Set(chosen.map(({ ends }) => ends.from.ref)).size).toBeGreaterThan(5);
    expect(chosen.some(({ data }) => data.state === 'may-worsen')).toBe(true);
  });
  test('of a guide that names none are the first that it has', () => {
    const { teaching } = guide;
    const none = disputesOf({ ...guide, teaching: teaching && { ...teaching, dispute: [] } });
    expect([none.length, none.every(({ data }) => data.voice === 'editors')]).toEqual([8, true]);
    expect(disputesOf({ teaching: undefined, links: [] })).toEqual([]);
  });
});

describe('The clock', () => {
  test.each(guide.lessons.map((lesson): [string, Lesson] => [lesson.id, lesson]))(
    'of %s names what is done in every minute',
    (_, lesson) => {
      const { steps, minutes } = lesson.data;
      const sum = (all: readonly { minutes: number }[]) => all.reduce((taken, one) => taken + one.minutes, 0);
      expect(steps.map(({ acts }) => sum(acts))).toEqual(steps.map((step) => step.minutes));
      expect(sum(steps)).toBe(minutes);
      expect(actLines(lesson, 0)[0]).toMatch(/^0 to \d+: \p{Lu}/u);
      expect(actLines(lesson, steps.length - 1).at(-1)).toContain(` to ${minutes}: `);
      expect(actLines(lesson, steps.length)).toEqual([]);
    },
  );
  test('of a debate leaves time to read the link before it is attacked', () => {
    const lesson = guide.lessons.find(({ id }) => id === '50-minutes') as Lesson;
    const debate = lesson.data.steps.find(({ title }) => title === 'Judge one link');
    expect(debate?.acts.map(({ minutes }) => minutes)).toEqual([3, 3, 3, 2, 3]);
  });
});

test('two requests and a rubric stand on the learners’ sheet, before what they write themselves', () => {
  const lesson = guide.lessons.find(({ id }) => id === 'portfolio-in-practice') as Lesson;
  const items = handout(guide, lesson, false);
  const at = (found: (item: HandoutItem) => boolean) => items.findIndex(found);
  const samples = ['sample-weak', 'sample-good'].map((id) => at((item) => item.type === 'statement' && item.statement.id === id));
  const rubric = at((item) => item.type === 'rubric');
  const task = at((item) => item.type === 'task' && item.parts.some(({ text }) => text.includes('four sentences')));
  expect([...samples, rubric, task]).toEqual([...samples, rubric, task].sort((a, b) => a - b));
  expect(samples[0]).toBeGreaterThan(0);
  // four sentences each, and one that says they are invented
  for (const i of samples) {
    const item = items[i];
    const text = item?.type === 'statement' ? item.statement.text : '';
    expect([text.split(/[.?!]”?(?: |$)/).filter(Boolean).length, /^An invented request/.test(text)]).toEqual([5, true]);
  }
  const rows = lesson.data.rubric?.rows ?? [];
  expect(rows.length).toBe(5);
  for (const { levels } of rows) expect(new Set(levels).size).toBe(3);
});

test('the sums that the exercise on a portfolio quotes are right', () => {
  const lesson = guide.lessons.find(({ id }) => id === 'portfolio-in-practice') as Lesson;
  const totals = totalsOf(lesson.data.case as NonNullable<Lesson['data']['case']>);
  expect(Object.fromEntries(totals)).toEqual({
    all: 9.25,
    'all/outside': 5.5,
    'all/system': 2.25,
    'all/joint': 1.5,
    'some/asked': 5.25,
    'some/unasked': 4,
  });
  // what the worked answers say: outside money after the trial, and who stays
  expect((totals.get('all/outside') as number) - 2.5).toBe(3);
  expect(lesson.data.case?.projects.length).toBe(8);
});
