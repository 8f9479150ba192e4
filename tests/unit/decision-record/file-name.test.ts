import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName } from '../../../src/decision-record/file-name.ts';
import { anyText } from './records.ts';

test.each([
  ['Faster answers for the wards', 'decision-record-faster-answers-for-the-wards.json'],
  ['', 'decision-record.json'],
  ['Decision record', 'decision-record.json'],
  ['Decision record: déjà vu', 'decision-record-deja-vu.json'],
  ['Don’t / stop? ../../etc', 'decision-record-dont-stop-etc.json'],
  ['CON', 'decision-record-con.json'],
  ['日本語', 'decision-record.json'],
  ['one two three four five six seven eight nine ten', 'decision-record-one-two-three-four-five-six-seven-eight.json'],
])('%j is saved as %s', (title, name) => {
  expect(fileName(title, 'json')).toBe(name);
});

test('whatever the title, the name is short, plain and never empty', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ maxLength: 300 })), fc.constantFrom('json', 'md', 'docx', 'ics'), (title, ending) => {
      const name = fileName(title, ending);
      expect(name).toMatch(/^decision-record(-[a-z0-9]+)*\.[a-z]+$/);
      expect(name.length).toBeLessThanOrEqual(60);
      expect(name.endsWith(`.${ending}`)).toBe(true);
    }),
  );
});
