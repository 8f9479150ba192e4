import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyChair, hasSaid, MOST_CHAIRS } from '../../../../src/documents/self-check/chair.ts';
import { checkJson, readCheckFile } from '../../../../src/documents/self-check/check-json.ts';
import { join, joinedSentence, taken, without } from '../../../../src/documents/self-check/join.ts';
import { readChairs, readCheck } from '../../../../src/documents/self-check/read-check.ts';
import { recordAddress } from '../../../../src/documents/self-check/record-address.ts';
import { atPresent, changesSince } from '../../../../src/documents/self-check/since.ts';
import { checkJsonSchema } from '../../../../src/exports/check-schema.ts';
import { chairs, guide, view } from './views.ts';

const SOURCE = {
  guide: 'A guide',
  edition: '2026-11-27',
  address: 'https://guide.example/self-check/',
  schema: 'https://guide.example/data/self-check.schema.json',
  made: new Date('2026-11-27T10:00:00Z'),
};
const open = (text: string) => readCheckFile(text, new TextEncoder().encode(text).length);
const file = (views: unknown): string => JSON.stringify({ format: 'self-check', version: 1, views });
const given = { question: 'timetables', wording: '', answer: 'not', note: '' };

describe('A file of views', () => {
  const valid = new Ajv2020({ strict: false, validateFormats: false }).compile(checkJsonSchema());
  test('comes back as it was, and fits its schema', () => {
    fc.assert(
      fc.property(chairs(6), (views) => {
        const text = checkJson(views, SOURCE);
        expect(valid(JSON.parse(text)), JSON.stringify(valid.errors)).toBe(true);
        expect(open(text)).toEqual({ chairs: views, left: [] });
      }),
      { numRuns: 2_000 },
    );
  });
  test('names its schema and opens without it, as older guides saved it', () => {
    const text = checkJson([view('A', 'in')], SOURCE);
    const { $schema, ...older } = JSON.parse(text);
    expect($schema).toBe(SOURCE.schema);
    expect(checkJsonSchema(SOURCE.schema)).toMatchObject({ $id: SOURCE.schema });
    expect(open(JSON.stringify(older))).toEqual(open(text));
  });
  test.each([
    ['is empty', '', 'This file is empty. Choose a file that was saved on this page as JSON.'],
    ['is a Word file', 'PK\u0003\u0004 word/', 'This looks like a Word file. Open the JSON file that was saved with it.'],
    [
      'lost its end',
      '{"format": "self-check", "ver',
      'This file is damaged: its end is missing, or it was changed. Nothing was read from it.',
    ],
    [
      'lost all but its first line',
      '{\n  "$schema": "https://gui',
      'This file is damaged: its end is missing, or it was changed. Nothing was read from it.',
    ],
    ['is of a decision record', '{"format":"decision-record","version":1,"record":{}}', 'This file is no self-check.'],
    ['is a list', '[]', 'This file is no self-check.'],
    ['has no view', '{"format":"self-check","version":1,"views":[]}', 'This file is no self-check.'],
    [
      'is of a later version',
      '{"format":"self-check","version":2}',
      'This self-check was saved by a newer version of the guide. Reload this page to get it, then open the file again. Nothing was changed.',
    ],
  ])('that %s is told in plain words', (_, text, problem) => {
    expect(open(text)).toEqual({ problem });
  });
  test('that is too large is not read', () => {
    expect(readCheckFile('', 1_000_001)).toEqual({
      problem: 'This file is 1.1 MB. A self-check is at most 1 MB: choose a file that was saved on this page as JSON.',
    });
  });
  test.each([
    ['a foreign field', { role: 'A', answers: [given], score: 7 }, 'View 1: unknown field "score" was left out.'],
    ['__proto__', JSON.parse('{"role":"A","answers":[],"__proto__":{"role":"B"}}'), 'View 1: unknown field "__proto__" was left out.'],
    [
      'an answer that is no word',
      { role: 'A', answers: [{ ...given, answer: 4 }] },
      'Answer 1 of view 1 is no answer that is known and was left out.',
    ],
    [
      'a question without a name',
      { role: 'A', answers: [{ ...given, question: '<b>' }] },
      'Answer 1 of view 1 names no question and was left out.',
    ],
    ['one question twice', { role: 'A', answers: [given, given] }, 'Answer 2 was named before and was left out: "timetables".'],
    [
      'a long note',
      { role: 'A', answers: [{ ...given, note: 'x'.repeat(501) }] },
      '"note" of answer 1 of view 1 was cut at 500 characters.',
    ],
    ['no view', 7, 'View 1 could not be read and was left out.'],
  ])('with %s says what was left out', (_, one, says) => {
    const read = open(file([one, { role: 'B', answers: [given] }]));
    expect('left' in read && read.left).toEqual([says]);
    expect('chairs' in read && read.chairs.at(-1)).toEqual({ role: 'B', answers: [given] });
  });
  test('with more than six views gives the first six and says so', () => {
    const read = open(file(Array.from({ length: 8 }, () => ({ role: 'A', answers: [given] }))));
    expect('chairs' in read && read.chairs).toHaveLength(MOST_CHAIRS);
    expect('left' in read && read.left).toEqual(['Only the first 6 views were taken; 2 were left out.']);
  });
  test('never throws, whatever JSON holds, and what it gives it reads again as it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.array(fc.record({ role: fc.jsonValue(), answers: fc.array(fc.jsonValue()) }))), (value) => {
        const read = readChairs(value);
        if (read) expect(readChairs(JSON.parse(JSON.stringify(read.chairs)))).toEqual({ chairs: read.chairs, left: [] });
        expect(() => readCheck(value)).not.toThrow();
        expect(({} as { role?: string }).role).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('Views that come to the table', () => {
  const mine = { chairs: [view('Executive', 'ip')], own: 0 };
  const theirs = view('Program leader', 'np');
  test('never change what is there', () => {
    fc.assert(
      fc.property(chairs(6), chairs(6), fc.nat(5), (there, come, own) => {
        const check = { chairs: there, own: own % there.length };
        const joined = join(check, come);
        const said = there.filter(hasSaid);
        expect(joined.check.chairs.filter(hasSaid).slice(0, said.length)).toEqual(said);
        expect(joined.check.chairs[joined.check.own]).toBeDefined();
        const mine = check.chairs[check.own];
        if (mine && hasSaid(mine)) expect(joined.check.chairs[joined.check.own]).toBe(mine);
        expect(joined.check.chairs.length).toBeLessThanOrEqual(MOST_CHAIRS);
        expect(joined.added.length + joined.known + joined.over).toBe(come.filter(hasSaid).length);
      }),
      { numRuns: 2_000 },
    );
  });
  test('are told by name; what is there already, or finds no room, is counted', () => {
    expect(joinedSentence(join(mine, [theirs]), 'by a link')).toBe(
      'Program leader came by a link and is set beside your own view. Nothing of yours was changed.',
    );
    expect(joinedSentence(join(mine, mine.chairs), 'by a link')).toBe('One view was here already, word for word.');
    expect(joinedSentence(join(mine, [emptyChair()]), 'by a link')).toBe('There is no answer in it.');
    const full = { chairs: 'ABCDEF'.split('').map((role) => view(role, 'i')), own: 0 };
    expect(joinedSentence(join(full, [theirs]), 'from a file')).toBe(
      'There is room for 6 views: 1 more was left out. Take one away first.',
    );
  });
  test('find room for six where nobody sat in the chair that stands in the form', () => {
    const six = 'ABCDEF'.split('').map((role) => view(role, 'i'));
    expect(join({ chairs: [emptyChair()], own: 0 }, six)).toEqual({
      check: { chairs: six, own: 0 },
      added: [0, 1, 2, 3, 4, 5],
      known: 0,
      over: 0,
    });
  });
  test('can be taken away and written in; nobody else’s answers move', () => {
    const check = { chairs: [emptyChair(), theirs, view('Chief nurse', 'u')], own: 0 };
    expect(taken(check, 1)).toEqual({ chairs: [theirs, view('Chief nurse', 'u')], own: 0 });
    expect(without({ ...check, own: 2 }, 1)).toEqual({ chairs: [emptyChair(), view('Chief nurse', 'u')], own: 1 });
    expect(without({ chairs: [theirs], own: 0 }, 0)).toEqual({ chairs: [emptyChair()], own: 0 });
  });
});

describe('When the guide has changed since', () => {
  const old = {
    role: 'A',
    answers: [
      { question: 'gone', wording: 'aaa', answer: 'not' as const, note: 'kept' },
      { question: 'timetables', wording: 'aaa', answer: 'not' as const, note: '' },
      { question: 'clear-goals', wording: guide.questions[0]?.wording ?? '', answer: 'partly' as const, note: '' },
    ],
  };
  test('a question with other words and one that is no longer asked are named, and nothing is lost', () => {
    const now = atPresent(guide, old);
    expect(now.answers.map(({ question }) => question)).toEqual(['clear-goals', 'timetables', 'gone']);
    expect(changesSince(guide, [now])).toEqual([
      'One question has been reworded: “Do studies answer before the decision is made?” The answers are shown; ask whether they still hold.',
      'One question is no longer asked (“gone”). Its answers are not shown.',
    ]);
    expect(changesSince(guide, [view('A', 'ipnu')])).toEqual([]);
    expect(changesSince(guide, [], 2)).toEqual(['Two questions are no longer asked. Their answers are not shown.']);
  });
  test('a renamed question keeps its answer', () => {
    const questions = guide.questions.map((question) =>
      question.id === 'timetables' ? { ...question, id: 'time', formerly: [{ id: 'timetables', key: question.key }] } : question,
    );
    expect(atPresent({ ...guide, questions }, old).answers.map(({ question }) => question)).toEqual(['clear-goals', 'time', 'gone']);
  });
});

test('A decision record begins with the gaps and the supports that nobody finds in place', () => {
  expect(recordAddress(guide, '/find/plan/', ['gaps-timetables', 'recommendations-staffing', 'challenges-core-tension'])).toBe(
    '/find/plan/?from=gaps-timetables&to=recommendations-staffing',
  );
  expect(recordAddress(guide, '/find/plan/', [])).toBe('/find/plan/');
});
