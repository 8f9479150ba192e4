import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, emptyChair, givenTo } from '../../../../src/documents/self-check/chair.ts';
import { compare, isDifferent, isOpposed } from '../../../../src/documents/self-check/compare.ts';
import { finding, notCompared } from '../../../../src/documents/self-check/words.ts';
import { chairs, guide, view } from './views.ts';

const IDS = guide.questions.map(({ id }) => id);
/** the questions at some places, from 1 */
const at = (...places: number[]) => places.map((place) => IDS[place - 1]);
const ids = (rows: readonly { question: string }[]): string[] => rows.map(({ question }) => question);
const two = (a: string, b: string) => compare(IDS, [view('Executive', a), view('Program leader', b)]);

describe('Two views side by side', () => {
  //                 1234567890abcd
  const side = two('ipinpunnpp-iu-', 'nppnnnn-inpnu-');
  test('begin with what is in place for one and not for the other, then the other differences, each in the order of the questions', () => {
    expect(ids(side.differ)).toEqual(at(1, 12, 3, 5, 9, 10));
  });
  test('list what nobody finds in place, first where all say not', () => {
    expect(ids(side.missing)).toEqual(at(4, 7, 2, 5, 10));
  });
  test('list what somebody does not know, and count what was not compared', () => {
    expect(ids(side.unknown)).toEqual(at(6, 13));
    expect(ids(side.single)).toEqual(at(8, 11));
    expect(ids(side.unanswered)).toEqual(at(14));
    expect(notCompared(side)).toBe('Two questions were answered by one of you only and one question by nobody. Nothing was filled in.');
  });
  test('say in one sentence on how much they differ, do not know and agree', () => {
    expect(finding(side)).toBe(
      'You differ on 6 of the 11 questions that both of you answered; on 2 more at least one of you does not know; you agree on the other 3.',
    );
    expect(finding(two('iiiiiiiiiiiiii', 'uuuuuuuuuuuuuu'))).toBe('On all 14 questions at least one of you does not know.');
    expect(finding(two('iiiiiiiiiiiiii', 'iiiiiiiniiiiii'))).toBe('You differ on 1 of 14 questions; you agree on the other 13.');
    expect(finding(two('iiiiiiiiiiiiii', 'iiiiiiiuiiiiii'))).toBe(
      'On 1 of 14 questions at least one of you does not know; you agree on the other 13.',
    );
    expect(finding(two('nnnnnnniiiiiii', 'iiiiiiiuuuuuuu'))).toBe(
      'You differ on 7 of 14 questions; on the other 7 at least one of you does not know.',
    );
    expect(finding(two('iiiiiiiiiiiiii', 'iiiiiiiiiiiiii'))).toBe('You agree on all 14 questions.');
    expect(finding(two('iiiiiiiiiiiiii', 'nnnnnnnnnnnnnn'))).toBe('You differ on all 14 questions.');
    expect(finding(two('ii', 'ii'))).toBe('You agree on all 2 questions that both of you answered.');
    expect(finding(two('i', 'i'))).toBe('You agree on the one question that both of you answered.');
    expect(finding(two('i', 'n'))).toBe('You differ on the one question that both of you answered.');
    expect(finding(two('u', 'u'))).toBe('On the one question that both of you answered at least one of you does not know.');
    expect(finding(two('iu', 'ni'))).toBe(
      'You differ on 1 of the 2 questions that both of you answered; on the other one at least one of you does not know.',
    );
    expect(finding(two('i', '-n'))).toBe('You have not answered the same questions yet, so there is nothing to compare.');
  });
  test('count a question that only one answered as not compared, whatever the answer was', () => {
    expect(notCompared(two('u', '-n'))).toBe(
      'Two questions were answered by one of you only and 12 questions by nobody. Nothing was filled in.',
    );
    expect(notCompared(two('iiiiiiiiiiiiii', 'iiiiiiiiiiiii-'))).toBe(
      'One question was answered by one of you only. Nothing was filled in.',
    );
    expect(notCompared(two('iiiiiiiiiiiii-', 'iiiiiiiiiiiii-'))).toBe('One question was answered by nobody. Nothing was filled in.');
    expect(notCompared(two('iiiiiiiiiiiiii', 'iiiiiiiiiiiiii'))).toBe('');
  });
  test('do not differ where one does not know: not to know is apart from the other words', () => {
    const { differ, missing, inPlace, unknown } = two('uuu', 'inp');
    expect([ids(differ), ids(missing), ids(inPlace)]).toEqual([[], [], []]);
    expect(ids(unknown)).toEqual(at(1, 2, 3));
  });
  test('count a question that one does not know and another did not answer as not known, and as answered by one only', () => {
    const side = two('u-i', '-un');
    expect(ids(side.unknown)).toEqual(at(1, 2));
    expect([ids(side.single), side.both]).toEqual([at(1, 2), 1]);
  });
  test('leave a chair out in which nobody sat', () => {
    const rows = compare(IDS, [view('A', 'i'), emptyChair(), view('C', 'n')]).rows;
    expect(rows[0]?.said.map(({ place }) => place)).toEqual([0, 2]);
  });
});

describe('The sentence on two views', () => {
  const LETTERS = ['i', 'p', 'n', 'u', '-'];
  const classOf = (a: string, b: string): 'differ' | 'unsure' | 'agree' | undefined =>
    a === '-' || b === '-' ? undefined : a === 'u' || b === 'u' ? 'unsure' : a === b ? 'agree' : 'differ';
  test('puts every pair of answers where it belongs', () => {
    for (const a of LETTERS)
      for (const b of LETTERS) {
        const { differ, unsure, agree, both } = two(`${a}ii`, `${b}ii`);
        const [of] = IDS as [string];
        const lists = { differ, unsure, agree };
        for (const [name, list] of Object.entries(lists))
          expect(ids(list).includes(of), `${a} and ${b}: ${name}`).toBe(classOf(a, b) === name);
        expect(both).toBe(classOf(a, b) ? 3 : 2);
      }
  });
  test('names every question that was compared, once, whatever the two say', () => {
    const letters = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: IDS.length, maxLength: IDS.length });
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        fc.pre(/[^-]/.test(a) && /[^-]/.test(b));
        const expected = { differ: 0, unsure: 0, agree: 0 };
        for (const [i, letter] of [...a].entries()) {
          const name = classOf(letter, b[i] as string);
          if (name) expected[name]++;
        }
        expect(told(finding(two(a, b)))).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** The three counts that a sentence tells, read back from its words. */
function told(sentence: string): { differ: number; unsure: number; agree: number } {
  const counts = { differ: 0, unsure: 0, agree: 0 };
  if (sentence.startsWith('You have not answered')) return counts;
  const whole = Number(/(?:of(?: the)?|all) (\d+) questions/.exec(sentence)?.[1] ?? 1);
  for (const part of sentence.split('; ')) {
    const name = /differ/i.test(part) ? 'differ' : /does not know/.test(part) ? 'unsure' : 'agree';
    const n = /on (?:the other )?(\d+)/i.exec(part)?.[1];
    counts[name] = n ? Number(n) : /all|the one question/.test(part) ? whole : 1;
  }
  return counts;
}

describe('Up to six views', () => {
  test('do not agree for whoever left a question blank', () => {
    const of = (...letters: string[]) =>
      finding(
        compare(
          IDS,
          letters.map((each) => view('', each)),
        ),
      );
    expect(of('iiiiiiiiiiiiii', 'iiiiiiiiiiiiii', 'i-------------')).toBe('Those of you who answered agree on all 14 questions.');
    expect(of('iiiiiiiiiiiiii', 'niiiiiiiiiiiii', '-u------------')).toBe(
      'You differ on 1 of 14 questions; on 1 more at least one of you does not know; those of you who answered agree on the other 12.',
    );
    expect(of('ii', 'ii', 'ii')).toBe('You agree on all 2 questions that two or more of you answered.');
  });
  const words = (said: readonly { answer: Answer }[]): Answer[] => said.map(({ answer }) => answer).filter((word) => word !== '');
  test('put each question where its words belong, in the order of the questions', () => {
    fc.assert(
      fc.property(chairs(6), (views) => {
        const side = compare(IDS, views);
        expect(ids(side.rows)).toEqual(IDS);
        for (const row of side.rows) {
          const said = words(row.said);
          expect(row.said.map(({ place, answer }) => [place, answer])).toEqual(
            row.said.map(({ place }) => [place, givenTo(views[place] ?? emptyChair(), row.question).answer]),
          );
          const known = new Set(said.filter((word) => word !== 'unknown'));
          const within = (list: readonly unknown[]): boolean => list.includes(row);
          expect(within(side.differ)).toBe(known.size > 1);
          expect(within(side.missing)).toBe(said.length > 1 && said.every((word) => word === 'not' || word === 'partly'));
          expect(within(side.inPlace)).toBe(said.length > 1 && said.every((word) => word === 'in-place'));
          expect(within(side.unknown)).toBe(said.includes('unknown'));
          expect(within(side.unanswered)).toBe(said.length === 0);
          const parts = [side.differ, side.unsure, side.agree].filter(within).length;
          expect(parts).toBe(said.length > 1 ? 1 : 0);
          expect(within(side.single)).toBe(said.length === 1);
          // every question that was asked stands somewhere
          const lists = [side.differ, side.missing, side.unknown, side.inPlace, side.single, side.unanswered];
          expect(lists.some(within)).toBe(true);
        }
        const { differ, unsure, agree } = side;
        expect(told(finding(side))).toEqual({ differ: differ.length, unsure: unsure.length, agree: agree.length });
        const order = side.differ.map((row) => [isOpposed(row) ? 0 : 1, IDS.indexOf(row.question)] as const);
        expect(order).toEqual([...order].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
      }),
      { numRuns: 1_000 },
    );
  });
  test('differ on the same questions whoever sits first', () => {
    fc.assert(
      fc.property(chairs(5), (views) => {
        const [there, back] = [compare(IDS, views), compare(IDS, [...views].reverse())];
        for (const list of ['differ', 'missing', 'unknown', 'inPlace', 'single', 'unanswered'] as const)
          expect(ids(back[list])).toEqual(ids(there[list]));
      }),
      { numRuns: 1_000 },
    );
  });
  test('that agree never differ: to answer as another does takes no difference away and adds none', () => {
    fc.assert(
      fc.property(chairs(1), ([one]) => {
        const chair = one ?? emptyChair();
        expect(compare(IDS, [chair, chair]).rows.some(isDifferent)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
