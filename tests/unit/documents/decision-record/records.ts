import fc from 'fast-check';
import { type DecisionRecord, LIMITS } from '../../../../src/documents/decision-record/record.ts';
import { cutText, oneLine, plainText } from '../../../../src/documents/text/texts.ts';
import { LINK_STATES } from '../../../../src/lib/link-states.ts';
import { PAIR_VOICES } from '../../../../src/lib/voices.ts';

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,6}){0,4}$/);
const link = fc.tuple(id, id).map((ends) => ends.join('--'));
const day = fc.oneof(
  fc.constant(''),
  fc
    .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31T23:59:59Z'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10)),
);
/** Text of all kinds: letters of every script, emoji, half characters, control characters, line ends. */
export const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme' }));
const text = (most: number) => anyText.map((any) => cutText(plainText(any), most));
const line = (most: number) => anyText.map((any) => cutText(oneLine(any), most));

/** Records as a form makes them. */
export const records: fc.Arbitrary<DecisionRecord> = fc.record({
  title: line(LIMITS.title),
  gaps: fc.uniqueArray(id, { maxLength: 12 }),
  choices: fc.uniqueArray(
    fc.record({
      response: id,
      why: text(LIMITS.why),
      owner: line(LIMITS.owner),
      step: text(LIMITS.step),
      by: day,
      sign: text(LIMITS.sign),
      stop: text(LIMITS.stop),
    }),
    { maxLength: 8, selector: (choice) => choice.response },
  ),
  review: day,
  people: text(LIMITS.people),
  seen: fc.uniqueArray(fc.record({ link, state: fc.constantFrom(...LINK_STATES), voice: fc.constantFrom(...PAIR_VOICES), judged: day }), {
    maxLength: 12,
    selector: (pair) => pair.link,
  }),
});
