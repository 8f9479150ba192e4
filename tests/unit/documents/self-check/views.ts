import fc from 'fast-check';
import { type Answer, type Chair, LIMITS } from '../../../../src/documents/self-check/chair.ts';
import { cutText, oneLine, plainText } from '../../../../src/documents/text/texts.ts';
import { selfCheckGuide } from '../../../../src/exports/self-check-guide.ts';
import { checkedGuide } from '../../../../src/guide/check.ts';
import { ANSWERS } from '../../../../src/lib/answers.ts';

/** This guide, as its page knows it, with its first 14 questions: as many as the letters of a view in the tests. */
export const source = checkedGuide();
const whole = selfCheckGuide(source);
export const guide = { ...whole, questions: whole.questions.slice(0, 14) };
if (guide.questions.length < 14) throw new Error('These tests need 14 questions of the self-check in content/questions.');

/** A view by the first letters of its answers in the order of the questions: i, p, n, u, and - for none. */
export const view = (role: string, letters: string, notes: Readonly<Record<string, string>> = {}): Chair => ({
  role,
  answers: guide.questions.flatMap(({ id, wording }, i) => {
    const answer: Answer = ANSWERS.find((word) => word[0] === letters[i]) ?? '';
    const note = notes[id] ?? '';
    return answer || note ? [{ question: id, wording, answer, note }] : [];
  }),
});

const anyText = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 30 }), fc.lorem({ maxCount: 3 }));

/** Views as a form makes them: some questions answered, some answered before their words changed, some with a note. */
export const chairs = (most: number): fc.Arbitrary<Chair[]> =>
  fc.array(
    fc
      .record({
        role: fc.oneof(
          fc.constantFrom('', 'Executive', 'Program leader'),
          anyText.map((text) => cutText(oneLine(text), LIMITS.role)),
        ),
        answers: fc.array(
          fc.record({
            answer: fc.constantFrom<Answer>(...ANSWERS, ''),
            old: fc.boolean(),
            note: fc.oneof(
              { weight: 4, arbitrary: fc.constant('') },
              { weight: 1, arbitrary: anyText.map((text) => cutText(plainText(text), 40)) },
            ),
          }),
          { minLength: guide.questions.length, maxLength: guide.questions.length },
        ),
      })
      .map(
        ({ role, answers }): Chair => ({
          role,
          answers: guide.questions.flatMap(({ id, wording }, i) => {
            const { answer, old, note } = answers[i] as (typeof answers)[number];
            return answer || note ? [{ question: id, wording: answer && !old ? wording : answer ? '' : wording, answer, note }] : [];
          }),
        }),
      ),
    { minLength: 1, maxLength: most },
  );
