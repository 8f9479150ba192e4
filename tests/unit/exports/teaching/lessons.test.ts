import { describe, expect, test } from 'vitest';
import { buildGuide } from '../../../../src/guide/build.ts';
import { cited } from '../../../../src/guide/cited.ts';
import { numbersOf, peopleOn, totalsOf } from '../../../../src/guide/lesson-case.ts';
import { entryAt } from '../../../../src/guide/page.ts';
import { readFiles } from '../../../../src/guide/read/files.ts';
import { audiencesOf, domainsOf, quizOf, startsOf } from '../../../../src/guide/teaching.ts';
import type { Lesson } from '../../../../src/guide/types.ts';
import { addressOf } from '../../../../src/lib/urls.ts';
import type { LessonCase } from '../../../../src/schemas/lesson.ts';

const guide = buildGuide(readFiles('tests/fixtures/guide'), 'tests/fixtures/guide');
const lesson = guide.lessons[0] as Lesson;

describe('A lesson as data', () => {
  test('its blocks stand in the order of its body, under the titles of its steps', () => {
    expect(lesson.blocks.map((block) => `${block.section}: ${block.type === 'statement' ? block.statement.voice : block.type}`)).toEqual([
      'Look: paper',
      'Look: facilitator',
      'Look: figure',
      'Choose: activity',
      'Choose: projects',
      'Choose: example',
    ]);
  });
  test('directions keep paragraphs and list items apart, with names filled in', () => {
    expect(lesson.blocks.flatMap((block) => (block.type === 'activity' || block.type === 'facilitator' ? [block.parts] : []))).toEqual([
      [
        {
          text: 'Say: look at Manuals first. Allow 3 minutes.',
          item: false,
          line: ['Say: look at ', { text: 'Manuals', to: 'gaps/manuals' }, ' first. Allow 3 minutes.'],
        },
      ],
      [
        { text: 'Choose one project of the 2.', item: false },
        { text: 'One takes 1.5 people.', item: true },
        { text: 'The other takes 0.25.', item: true },
      ],
    ]);
  });
  test('its key points are statements that carry their voice', () => {
    const points = lesson.statements.filter(({ section }) => section === '');
    expect(points.map(({ id, voice, at, from, because }) => ({ id, voice, at, from, because }))).toEqual([
      { id: 'once', voice: 'paper', at: ['results-1'], from: [], because: undefined },
      { id: 'doors', voice: 'editors', at: [], from: ['results-1'], because: 'a closed door lends nothing' },
    ]);
  });
  test('it knows for whom it is, what it trains, which questions go with it and when each step begins', () => {
    expect(audiencesOf(guide, lesson)).toEqual([{ id: 'neighbors', name: 'neighbors' }]);
    expect(domainsOf(guide, lesson.data.objectives).map(({ name }) => name)).toEqual(['Lending']);
    expect(quizOf(guide, lesson).map(({ id }) => id)).toEqual(['what-is-lent']);
    expect(startsOf(lesson)).toEqual([0, 4]);
  });
  test('its address is found again, like those of pages and findings', () => {
    for (const ref of ['lessons/10-minutes', 'pages/home', 'pages/teach', 'gaps/manuals', 'pages/find/plan'])
      expect(entryAt(guide, addressOf(ref))?.ref).toBe(ref);
    expect(['lessons', 'quiz/what-is-lent', 'questions/manuals'].map((ref) => addressOf(ref))).toEqual([
      '/teach/',
      '/teach/quiz/#what-is-lent',
      '/self-check/#manuals',
    ]);
  });
});

describe('An invented program', () => {
  const own = lesson.data.case as LessonCase;
  test('adds up without the dust of binary fractions', () => {
    const tenths = {
      ...own,
      projects: own.projects.map((p) => ({
        ...p,
        effort: [
          { payer: 'town', people: 0.1 },
          { payer: 'club', people: 0.2 },
        ],
      })),
    };
    expect(totalsOf(tenths).get('all')).toBe(0.6);
    expect([
      peopleOn(own.projects[0] as LessonCase['projects'][number]),
      peopleOn(own.projects[0] as LessonCase['projects'][number], 'club'),
    ]).toEqual([1.5, 1]);
    expect([...totalsOf(own)]).toEqual([
      ['all', 1.75],
      ['all/town', 0.5],
      ['all/club', 1.25],
      ['some/both', 1.75],
    ]);
  });
  test('gives the numbers that a text about it may quote, and no others', () => {
    const may = numbersOf(own);
    // a project, a total, a difference of two, months, how many projects there are
    for (const number of [0.25, 1.75, 1.25, 0.75, 7, 2]) expect([number, may.has(number)]).toEqual([number, true]);
    for (const number of [3, 0.35, 12]) expect([number, may.has(number)]).toEqual([number, false]);
  });
});

describe('What a feedback rests on', () => {
  test.each([
    ['results-1', { voice: 'paper', label: 'Results, sentence 1', ref: 'pages/evidence/the-paper', fragment: 'results-1' }],
    ['gaps/opening-hours#guess', { voice: 'editors', label: 'Opening hours', ref: 'gaps/opening-hours', fragment: 'guess' }],
    ['gaps/manuals', { voice: 'paper', label: 'Manuals', ref: 'gaps/manuals' }],
    ['invented-sheds', { voice: 'others', label: 'Sheds 2018', ref: 'sources/invented-sheds' }],
    [
      'links/opening-hours--longer-hours',
      { voice: 'others', label: 'Opening hours: open longer', ref: 'links/opening-hours--longer-hours' },
    ],
  ])('%s has its voice, its name and its place', (from, expected) => {
    const { statement: _, ...place } = cited(guide, from);
    expect(place).toEqual(expected);
  });
  test('what is not there is an error', () => {
    expect(() => cited(guide, 'nothing')).toThrow('"nothing": there is no such sentence, entry or source.');
  });
});
