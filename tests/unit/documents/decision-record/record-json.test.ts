import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DecisionRecord,
  emptyChoice,
  emptyRecord,
  ID_LIMIT,
  LIMITS,
  MOST,
  MOST_PAIRS,
} from '../../../../src/documents/decision-record/record.ts';
import { RECORD_FILE, readRecordFile, recordJson } from '../../../../src/documents/decision-record/record-json.ts';
import { sizeProblem } from '../../../../src/documents/text/json-file.ts';
import { recordJsonSchema } from '../../../../src/exports/record-schema.ts';
import { records } from './records.ts';

const source = {
  guide: 'A guide to gardens',
  edition: '2031-05-04',
  address: 'https://example.org/find/plan/',
  schema: 'https://example.org/data/decision-record.schema.json',
  made: new Date('2031-06-01T08:30:00Z'),
};
const written = (record: DecisionRecord): string => recordJson(record, source);
const open = (text: string) => readRecordFile(text, new TextEncoder().encode(text).length);
const problem = (text: string, size = text.length): string => {
  const result = readRecordFile(text, size);
  return 'problem' in result ? result.problem : 'none';
};

describe('the JSON file of a record', () => {
  test('says what it is, and from where and when', () => {
    expect(JSON.parse(written(emptyRecord()))).toEqual({
      $schema: 'https://example.org/data/decision-record.schema.json',
      format: 'decision-record',
      version: 1,
      guide: 'A guide to gardens',
      edition: '2031-05-04',
      address: 'https://example.org/find/plan/',
      made: '2031-06-01T08:30:00.000Z',
      record: emptyRecord(),
    });
  });

  test('opens without $schema, as older guides saved it, and with that of another site', () => {
    const { $schema, ...older } = JSON.parse(written({ ...emptyRecord(), title: 'A plan' }));
    for (const file of [older, { ...older, $schema: 'https://elsewhere.example/other.json' }, { ...older, $schema: 7 }])
      expect(open(JSON.stringify(file))).toEqual({ record: { ...emptyRecord(), title: 'A plan' }, left: [] });
  });

  test('gives the record back, also with a byte order mark and other line ends', () => {
    fc.assert(
      fc.property(records, (record) => {
        const text = written(record);
        for (const copy of [text, `\uFEFF${text}`, text.replaceAll('\n', '\r\n')]) expect(open(copy)).toEqual({ record, left: [] });
      }),
    );
  });

  test('says what of a changed file was left out', () => {
    const text = written({ ...emptyRecord(), gaps: ['gaps-a'] }).replace('"gaps-a"', '"gaps-a", "gaps-a"');
    expect(open(text)).toEqual({
      record: { ...emptyRecord(), gaps: ['gaps-a'] },
      left: ['Gap 2 was named before and was left out: "gaps-a".'],
    });
  });

  test('of the largest record is one that may be opened', () => {
    const id = (i: number) => `x${i}`.padEnd(ID_LIMIT, 'x');
    const full = (most: number) => '語'.repeat(most);
    const largest: DecisionRecord = {
      title: full(LIMITS.title),
      gaps: Array.from({ length: MOST }, (_, i) => id(i)),
      choices: Array.from({ length: MOST }, (_, i) => ({
        ...emptyChoice(id(i)),
        why: full(LIMITS.why),
        owner: full(LIMITS.owner),
        step: full(LIMITS.step),
        by: '2031-06-01',
        sign: full(LIMITS.sign),
        stop: full(LIMITS.stop),
      })),
      review: '2031-06-01',
      people: full(LIMITS.people),
      seen: Array.from({ length: MOST_PAIRS }, (_, i) => ({ link: id(i), state: 'not-assessed', voice: 'editors', judged: '2031-06-01' })),
    };
    expect(open(written(largest))).toEqual({ record: largest, left: [] });
  });
});

describe('a file that is no record', () => {
  test('is too large', () => {
    const sentence = (size: string) =>
      `This file is ${size} MB. A record is at most 1 MB: choose a file that was saved on this page as JSON.`;
    expect(problem('{}', 50_000_000)).toBe(sentence('50'));
    expect(problem('{}', 1_000_001)).toBe(sentence('1.1'));
    expect(problem('{}', 12_340_000)).toBe(sentence('13'));
    expect(sizeProblem(1_000_000, RECORD_FILE)).toBeUndefined();
  });

  test.each([
    ['PK\u0003\u0004\u0014\u0000word/document.xml', 'This looks like a Word file. Open the JSON file that was saved with it.'],
    ['PK\u0003\u0004\u0014\u0000xl/workbook.xml', 'This looks like a ZIP file. Open the JSON file that was saved with it.'],
    ['%PDF-1.7\n', 'This looks like a PDF. Open the JSON file that was saved with it.'],
    ['BEGIN:VCALENDAR\r\nVERSION:2.0\r\n', 'This looks like a calendar entry. Open the JSON file that was saved with it.'],
    ['\uFEFF# Our plan\n\nText', 'This looks like Markdown. Open the JSON file that was saved with it.'],
    ['<!doctype html><title>x</title>', 'This looks like a web page. Open the JSON file that was saved with it.'],
    ['', 'This file is empty. Choose a file that was saved on this page as JSON.'],
    [' \n', 'This file is empty. Choose a file that was saved on this page as JSON.'],
    [written(emptyRecord()).slice(0, -20), 'This file is damaged: its end is missing, or it was changed. Nothing was read from it.'],
    ['Dear all,', 'This file is no decision record.'],
  ])('and no JSON: %j', (text, sentence) => {
    expect(problem(text)).toBe(sentence);
  });

  test.each([
    '{}',
    '[]',
    'null',
    '7',
    '{"format":"geojson","version":1}',
    '{"format":"decision-record"}',
    '{"__proto__":{"format":"decision-record","version":1}}',
    '{"format":"decision-record","version":1}',
    '{"format":"decision-record","version":"1","record":{"gaps":[]}}',
    '{"format":"decision-record","version":0,"record":{"gaps":[]}}',
  ])('but JSON of something else: %s', (text) => {
    expect(problem(text)).toBe('This file is no decision record.');
  });

  test('was saved by a newer version', () => {
    expect(problem('{"format":"decision-record","version":2,"record":[]}')).toBe(
      'This record was saved by a newer version of the guide. Reload this page to get it, then open the file again. Nothing was changed.',
    );
  });

  test('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(problem(text)).not.toBe('none');
      }),
    );
    expect(problem('['.repeat(900_000))).toBe('This file is no decision record.');
  });
});

describe('the schema of the file', () => {
  const validate = new Ajv2020({ strict: true, allErrors: true, formats: { date: true, 'date-time': true, uri: true } }).compile(
    recordJsonSchema(),
  );
  const valid = (file: unknown): boolean => validate(file);
  const file = JSON.parse(written({ ...emptyRecord(), gaps: ['gaps-a'], choices: [emptyChoice('strategies-a')] }));

  test('holds for a record that was saved before the schema was published', () => {
    const { $schema, ...older } = file;
    expect(valid(older)).toBe(true);
  });

  test('holds for every record', () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(valid(JSON.parse(written(record))), JSON.stringify(validate.errors)).toBe(true);
      }),
    );
  });

  test.each<[string, (broken: typeof file) => void]>([
    [
      'another format',
      (f) => {
        f.format = 'plan';
      },
    ],
    [
      'another version',
      (f) => {
        f.version = 2;
      },
    ],
    [
      'an edition in words',
      (f) => {
        f.edition = 'May 4, 2031';
      },
    ],
    [
      'a field more',
      (f) => {
        f.record.rating = 5;
      },
    ],
    [
      'a field less',
      (f) => {
        delete f.record.choices[0].why;
      },
    ],
    [
      'a title too long',
      (f) => {
        f.record.title = 'x'.repeat(LIMITS.title + 1);
      },
    ],
    [
      'too many gaps',
      (f) => {
        f.record.gaps = Array(MOST + 1).fill('gaps-a');
      },
    ],
    [
      'a gap that is no id',
      (f) => {
        f.record.gaps = ['gaps/a'];
      },
    ],
    [
      'a day that is none',
      (f) => {
        f.record.review = '2031-02-29';
      },
    ],
    [
      'a state nobody knows',
      (f) => {
        f.record.seen = [{ link: 'a--b', state: 'proved', voice: '', judged: '' }];
      },
    ],
  ])('refuses %s', (_, change) => {
    const broken = structuredClone(file);
    expect(valid(broken)).toBe(true);
    change(broken);
    expect(valid(broken)).toBe(false);
  });

  test('describes every field and takes its limits from the form', () => {
    const text = JSON.stringify(recordJsonSchema('https://example.org/data/decision-record.schema.json'));
    expect(text).toContain('"$id":"https://example.org/data/decision-record.schema.json"');
    for (const most of Object.values(LIMITS)) expect(text).toContain(`"maxLength":${most},"description"`);
  });
});
