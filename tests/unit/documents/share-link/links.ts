import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { DecisionRecord } from '../../../../src/documents/decision-record/record.ts';
import type { Chair } from '../../../../src/documents/self-check/chair.ts';

/** Links of version 1 as people may have shared them. */
export const GOLDEN = (
  JSON.parse(readFileSync('tests/fixtures/golden-links.json', 'utf8')) as {
    links: {
      fragment: string;
      mark: string;
      version: number;
      fields: string[];
      /** the whole record that the fields hold */
      record?: DecisionRecord;
      /** the views that they hold, and the ids of the questions that were asked */
      check?: { questions: string[]; chairs: Chair[] };
    }[];
  }
).links;

/** Any string: all of Unicode, half pairs and control characters too. */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength }),
    fc.string({ unit: 'grapheme', maxLength }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength }).map((units) => String.fromCharCode(...units)),
    fc.string({ unit: fc.constantFrom('\\', '|', 'p', 'u', 'd800', '\ud83d', '\ude00', '\n', '\0', 'z', '_'), maxLength }),
  );

/** Texts as teams write them: words, a few lines, some empty. */
export const record: fc.Arbitrary<string[]> = fc.array(
  fc.oneof(fc.lorem({ maxCount: 5 }), fc.constantFrom('', 'gaps-timetables', '2027-03-31', 'Über\n資金 👩🏽‍🔬'), anyText(6)),
  { minLength: 1, maxLength: 8 },
);
