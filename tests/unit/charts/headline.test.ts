import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headlineOf } from '../../../src/charts/headline.ts';

test.each([
  ['One sentence.', 'One sentence.', ''],
  [
    'Which response for which gap? The abstract speaks for 0 of 84 pairs. In our reading, none of its three strategies is linked to routines or skill sets.',
    'Which response for which gap? The abstract speaks for 0 of 84 pairs.',
    'In our reading, none of its three strategies is linked to routines or skill sets.',
  ],
  ['From a $1.5 million award on. Two.', 'From a $1.5 million award on. Two.', ''],
  [
    `${'A long sentence that goes on and on '.repeat(4).trim()}. And more.`,
    `${'A long sentence that goes on and on '.repeat(4).trim()}.`,
    'And more.',
  ],
  ['', '', ''],
])('%j is headed by %j', (answer, headline, rest) => {
  expect(headlineOf(answer)).toEqual([headline, rest]);
});

test('a headline and its rest say what the answer says, no word more or less', () => {
  const sentence = fc.stringMatching(/^[A-Z][a-z0-9 ,’$.]{0,60}[a-z0-9][.?!]$/);
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), (sentences) => {
      const answer = sentences.join(' ');
      expect(headlineOf(answer).filter(Boolean).join(' ').split(/\s+/)).toEqual(answer.trim().split(/\s+/));
    }),
  );
});
