import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName } from '../../../../src/documents/text/file-name.ts';
import { anyText } from '../decision-record/records.ts';

test.each([
  ['Faster answers for the wards', 'decision-record-faster-answers-for-the-wards.json'],
  ['', 'decision-record.json'],
  ['Decision record', 'decision-record.json'],
  ['Decision record: déjà vu', 'decision-record-deja-vu.json'],
  ['Don’t / stop? ../../etc', 'decision-record-dont-stop-etc.json'],
  ['CON', 'decision-record-con.json'],
  ['日本語', 'decision-record.json'],
  ['Łódź first', 'decision-record-lodz-first.json'],
  ['Ørsted øl, Đà Nẵng, ÞÓRR', 'decision-record-orsted-ol-da-nang-thorr.json'],
  ['Große Straße, STRAẞE', 'decision-record-grosse-strasse-strasse.json'],
  ['Œuvre, Ærø, ĦAL, ıI İstanbul', 'decision-record-oeuvre-aero-hal-ii-istanbul.json'],
  ['one two three four five six seven eight nine ten', 'decision-record-one-two-three-four-five-six-seven-eight.json'],
])('%j is saved as %s', (title, name) => {
  expect(fileName('decision-record', title, 'json')).toBe(name);
});

test('views of several people have names of their own', () => {
  expect(['Chief nurse 2', 'Chief nurse 3', 'Müller', 'Self-check of Ana', ''].map((name) => fileName('self-check', name, 'json'))).toEqual(
    [
      'self-check-chief-nurse-2.json',
      'self-check-chief-nurse-3.json',
      'self-check-muller.json',
      'self-check-of-ana.json',
      'self-check.json',
    ],
  );
});

test('the files of one record have one name, however long its title is', () => {
  const title = 'Übergang in the third year of the long trial <test>; 20,5 %';
  const names = ['json', 'docx', 'md', 'ics', 'csv'].map((ending) => fileName('decision-record', title, ending).replace(/\.[a-z]+$/, ''));
  expect(new Set(names).size).toBe(1);
});

test('whatever the title, the name is short, plain and never empty', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ maxLength: 300 })), fc.constantFrom('json', 'md', 'docx', 'ics'), (title, ending) => {
      const name = fileName('decision-record', title, ending);
      expect(name).toMatch(/^decision-record(-[a-z0-9]+)*\.[a-z]+$/);
      expect(name.length).toBeLessThanOrEqual(60);
      expect(name.endsWith(`.${ending}`)).toBe(true);
    }),
  );
});
