import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chair } from '../../../../src/documents/self-check/chair.ts';
import { checkFragment, fromFragment } from '../../../../src/documents/self-check/check-link.ts';
import { pack } from '../../../../src/documents/share-link/link.ts';
import { keyOf, wordingOf } from '../../../../src/lib/stamp.ts';
import { chairs, guide, view } from './views.ts';

const ALL = view('Executive', 'ipnuipnuipnuip');
const TWO = [view('Executive', 'ipn-ipnuipnuip', { timetables: 'Late, again.\nSee March.' }), view('Program leader', 'nnn-nnnnnnnnnn')];

describe('A link', () => {
  test('gives 1,000 views back as they were', () => {
    fc.assert(
      fc.property(chairs(2), (views) => {
        expect(fromFragment(guide, checkFragment(guide, views))).toEqual({ state: 'whole', gone: 0, chairs: views, left: [] });
      }),
      { numRuns: 1_000 },
    );
  });
  test('holds six views with their notes', () => {
    fc.assert(
      fc.property(chairs(6), (views) => {
        expect(fromFragment(guide, checkFragment(guide, views))).toEqual({ state: 'whole', gone: 0, chairs: views, left: [] });
      }),
      { numRuns: 500 },
    );
  });
  test('with every question answered has at most 200 characters', () => {
    expect(ALL.answers).toHaveLength(14);
    expect(`https://guide.example/self-check/#${checkFragment(guide, [ALL])}`.length).toBeLessThanOrEqual(200);
  });
  test('that was cut anywhere gives its first answers or none, and never others', () => {
    for (const views of [[ALL], TWO]) {
      const fragment = checkFragment(guide, views);
      const asked = new Set(views.flatMap(({ answers }) => answers.map(({ question }) => question)));
      const order = guide.questions.map(({ id }) => id).filter((id) => asked.has(id));
      const seen: number[] = [];
      for (let length = 0; length < fragment.length; length++) {
        const link = fromFragment(guide, fragment.slice(0, length));
        if (link.state !== 'cut') {
          expect(['none', 'empty']).toContain(link.state);
          continue;
        }
        expect(link.of).toBe(order.length);
        expect(link.left).toEqual([]);
        seen.push(link.read);
        const answered = order.slice(0, link.read);
        link.chairs.forEach((chair: Chair, i) => {
          const whole = (views[i] as Chair).answers.filter(({ question }) => answered.includes(question));
          expect(chair.role).toBe((views[i] as Chair).role);
          expect(chair.answers.map(({ question, answer }) => [question, answer])).toEqual(
            // a note that was cut off leaves nothing of a question without an answer
            whole.filter(({ answer }) => answer !== '').map(({ question, answer }) => [question, answer]),
          );
          for (const { question, note } of chair.answers)
            expect(['', whole.find((one) => one.question === question)?.note]).toContain(note);
        });
      }
      // the longer what is left, the more of it can be read
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      expect(seen.at(-1)).toBe(order.length);
      expect(new Set(seen).size).toBeGreaterThan(5);
    }
  });
  test.each([
    ['nothing of ours', 'timetables', 'none'],
    ['a link of a decision record', pack('r', 1, ['a']), 'none'],
    ['a link of a later version', pack('s', 2, ['a']), 'newer'],
    ['a link with no field', pack('s', 1, []), 'unreadable'],
    ['a link whose fields do not add up', pack('s', 1, ['A\nB', 'x', 'y']), 'unreadable'],
    ['a changed character', `${checkFragment(guide, [ALL]).slice(0, -4)}AAzz`, 'unreadable'],
  ])('that is %s is %s', (_, fragment, state) => {
    expect(fromFragment(guide, fragment).state).toBe(state);
  });
  test('reads any fields without throwing, and takes only what it knows', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-z]{6}[a-zA-Z]{0,4}$/)), { maxLength: 30 }), (fields) => {
        const link = fromFragment(guide, pack('s', 1, fields));
        if (link.state === 'whole')
          for (const { answers } of link.chairs)
            for (const { question } of answers) expect(guide.questions.map(({ id }) => id)).toContain(question);
      }),
      { numRuns: 1_000 },
    );
  });
  test('of a question that the guide no longer has counts it, and of one that was renamed keeps its answer', () => {
    const fragment = checkFragment(guide, [ALL]);
    const [first, second, ...others] = guide.questions;
    if (!first || !second) throw new Error('The guide asks nothing.');
    const renamed = { ...second, id: 'staff', key: keyOf('staff'), formerly: [{ id: second.id, key: second.key }] };
    const link = fromFragment({ ...guide, questions: [renamed, ...others] }, fragment);
    if (link.state !== 'whole') throw new Error(link.state);
    expect(link.gone).toBe(1);
    expect(link.chairs[0]?.answers.slice(0, 2).map(({ question, answer }) => [question, answer])).toEqual([
      ['staff', 'partly'],
      [others[0]?.id, 'not'],
    ]);
  });
});

test('Keys of questions are all different, and another wording has another stamp', () => {
  const keys = guide.questions.flatMap(({ key, formerly }) => [key, ...formerly.map((old) => old.key)]);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.every((key) => /^[0-9a-z]{3}$/.test(key))).toBe(true);
  expect(wordingOf('Is it there?', ['a', 'b', 'c'])).not.toBe(wordingOf('Is it here?', ['a', 'b', 'c']));
  expect(wordingOf('Is it there?', ['a', 'b', 'c'])).not.toBe(wordingOf('Is it there?', ['a', 'b', 'd']));
});
