import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecord } from '../../../../src/documents/decision-record/read-record.ts';
import { emptyChoice, emptyRecord, LIMITS, MOST } from '../../../../src/documents/decision-record/record.ts';
import { isDay } from '../../../../src/lib/dates.ts';
import { LINK_STATES } from '../../../../src/lib/link-states.ts';
import { PAIR_VOICES, VOICES } from '../../../../src/lib/voices.ts';
import { records } from './records.ts';

/** What is read out of JSON. */
const read = (json: string) => readRecord(JSON.parse(json));
const leftOf = (value: object): string[] => readRecord({ gaps: [], choices: [], ...value })?.left ?? ['no record'];
const choice = (fields: object = {}) => ({ ...emptyChoice('strategies-one'), ...fields });
const pair = (fields: object = {}) => ({ link: 'gap--one', state: 'linked', voice: 'others', judged: '2026-11-24', ...fields });

describe('a record that is read', () => {
  test('is the record that was written, and nothing was left out', () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(read(JSON.stringify(record))).toEqual({ record, left: [] });
      }),
    );
  });

  test('comes out the same when it is read again, whatever it was made of', () => {
    const part = fc.record(
      {
        title: fc.anything(),
        gaps: fc.oneof(fc.array(fc.anything()), fc.anything()),
        choices: fc.array(
          fc.oneof(fc.anything(), fc.record({ response: fc.constantFrom('a', 'b-c', 'A'), why: fc.anything(), by: fc.string() })),
        ),
        review: fc.anything(),
        seen: fc.array(
          fc.oneof(fc.anything(), fc.record({ link: fc.constant('a--b'), state: fc.constantFrom(...LINK_STATES), x: fc.anything() })),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), part), (value) => {
        const once = readRecord(value);
        if (once) expect(readRecord(once.record)).toEqual({ record: once.record, left: [] });
      }),
    );
  });

  test('is a new object: changing what was read changes nothing in it', () => {
    const value = { gaps: ['gaps-a'], choices: [choice({ why: 'so' })], seen: [pair()] };
    const { record } = readRecord(value) ?? {};
    value.gaps.push('gaps-b');
    value.choices.pop();
    expect(record).toEqual({ ...emptyRecord(), gaps: ['gaps-a'], choices: [choice({ why: 'so' })], seen: [pair()] });
  });

  test('fields that are missing are empty', () => {
    expect(read('{"gaps":[]}')).toEqual({ record: emptyRecord(), left: [] });
    expect(read('{"choices":[{"response":"strategies-one"}],"title":null}')).toEqual({
      record: { ...emptyRecord(), choices: [choice()] },
      left: [],
    });
  });
});

test('what is no object, or has no list of gaps or choices, is no record', () => {
  for (const json of ['null', '1', '"gaps"', '[]', '[[]]', '{}', '{"gaps":{}}', '{"gaps":"a","choices":7}', '{"__proto__":{"gaps":[]}}'])
    expect(read(json), json).toBeUndefined();
});

describe('keys that reach for prototypes', () => {
  const json = `{"__proto__":{"owned":1},"constructor":{"prototype":{"owned":1}},"gaps":[],"choices":[
    {"response":"strategies-one"},{"response":"strategies-two"},
    {"response":"strategies-three","__proto__":{"owned":1,"why":"no"}}],"seen":[{"link":"a--b","state":"linked","__proto__":{}}]}`;

  test('are left out and said', () => {
    expect(read(json)?.left).toEqual([
      'Response 3: unknown field "__proto__" was left out.',
      'Pair 1: unknown field "__proto__" was left out.',
      'Unknown field "__proto__" was left out.',
      'Unknown field "constructor" was left out.',
    ]);
  });

  test('change no object', () => {
    const { record } = read(json) ?? {};
    expect(({} as { owned?: number }).owned).toBeUndefined();
    expect(record?.choices[2]).toEqual({ ...emptyChoice('strategies-three') });
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(record?.choices[2])).toBe(Object.prototype);
  });
});

describe('what was left out is said in a sentence', () => {
  test.each([
    ['a field nobody knows', { rating: 5 }, ['Unknown field "rating" was left out.']],
    ['a field of a response', { choices: [choice({ cost: 1 })] }, ['Response 1: unknown field "cost" was left out.']],
    ['a text that is none', { title: 7, people: ['x'] }, ['"title" is no text and was left out.', '"people" is no text and was left out.']],
    ['a text of a response', { choices: [choice({ why: {} })] }, ['"why" of response 1 is no text and was left out.']],
    ['a long title', { title: 'x'.repeat(121) }, ['"title" was cut at 120 characters.']],
    ['a long reason', { choices: [choice({ why: 'x'.repeat(601) })] }, ['"why" of response 1 was cut at 600 characters.']],
    ['control characters', { people: 'a\u0000b' }, ['Control characters in "people" were left out.']],
    ['a review on no day', { review: '2027-02-29' }, ['"review" is no date and was left out: "2027-02-29".']],
    [
      'a day in another form',
      { choices: [choice(), { ...emptyChoice('strategies-two'), by: '31.02.2027' }] },
      ['"by" of response 2 is no date and was left out: "31.02.2027".'],
    ],
    ['lists that are none', { seen: {}, choices: 3 }, ['"choices" is no list and was left out.', '"seen" is no list and was left out.']],
    ['a gap that is no id', { gaps: ['gaps-a', 'Gaps/A'] }, ['Gap 2 names no entry and was left out: "Gaps/A".']],
    ['a gap that is no text', { gaps: [null] }, ['Gap 1 names no entry and was left out.']],
    ['a gap twice', { gaps: ['gaps-a', 'gaps-a'] }, ['Gap 2 was named before and was left out: "gaps-a".']],
    ['a response twice', { choices: [choice(), choice()] }, ['Response 2 was named before and was left out: "strategies-one".']],
    ['a response that is none', { choices: ['strategies-one'] }, ['Response 1 could not be read and was left out.']],
    ['a response without a name', { choices: [{ why: 'so' }] }, ['Response 1 names no entry and was left out.']],
    ['a pair that is none', { seen: [[]] }, ['Pair 1 could not be read and was left out.']],
    ['a pair without a link', { seen: [pair({ link: 'a---b' })] }, ['Pair 1 names no link and was left out: "a---b".']],
    ['a state nobody knows', { seen: [pair({ state: 'proved' })] }, ['Pair 1 has no known state and was left out: "proved".']],
    ['a voice nobody knows', { seen: [pair({ voice: 'all' })] }, ['Pair 1 has no known voice and was left out: "all".']],
    ['a pair on no day', { seen: [pair({ judged: 'today' })] }, ['"judged" of pair 1 is no date and was left out: "today".']],
    ['a pair twice', { seen: [pair(), pair()] }, ['Pair 2 was named before and was left out: "gap--one".']],
  ])('%s', (_, value, sentences) => {
    expect(leftOf(value)).toEqual(sentences);
  });

  test('more than a record may hold', () => {
    const gaps = Array.from({ length: MOST + 3 }, (_, i) => `gaps-${i}`);
    const choices = Array.from({ length: MOST + 1 }, (_, i) => emptyChoice(`strategies-${i}`));
    expect(leftOf({ gaps, choices })).toEqual([
      'Only the first 40 gaps were taken; 3 were left out.',
      'Only the first 40 responses were taken; 1 was left out.',
    ]);
    expect(readRecord({ gaps, choices })?.record.gaps).toEqual(gaps.slice(0, MOST));
  });

  test('what is quoted stays short and on one line', () => {
    const [sentence = ''] = leftOf({ gaps: [`a\n\u0007b ${'long '.repeat(1000)}`] });
    expect(sentence).toMatch(/^Gap 1 names no entry and was left out: "a b long .*…"\.$/);
    expect(sentence.length).toBeLessThan(110);
  });

  test('beyond thirty sentences they are counted', () => {
    const many = leftOf({ gaps: Array(32).fill('?') });
    expect(many).toHaveLength(31);
    expect(many.at(-1)).toBe('2 more things were left out.');
    expect(leftOf({ gaps: Array(31).fill('?') }).at(-1)).toBe('1 more thing was left out.');
  });
});

describe('texts', () => {
  test('keep line breaks and tabs, but not in a field of one line', () => {
    const value = {
      gaps: [],
      title: 'a\r\nb\tc',
      people: 'Ada\r\nBo\rCy\u2028Di\tEl',
      choices: [choice({ owner: 'a\nb', why: 'a\n\nb' })],
    };
    const { record, left } = readRecord(value) ?? { record: emptyRecord(), left: ['no record'] };
    expect(left).toEqual([]);
    expect([record.title, record.people]).toEqual(['a b c', 'Ada\nBo\nCy\nDi\tEl']);
    expect([record.choices[0]?.owner, record.choices[0]?.why]).toEqual(['a b', 'a\n\nb']);
  });

  test('are never cut through an emoji, and hold no half of one', () => {
    const title = `${'x'.repeat(LIMITS.title - 1)}😀`;
    expect(readRecord({ gaps: [], title })?.record.title).toBe('x'.repeat(LIMITS.title - 1));
    expect(readRecord({ gaps: [], title: 'a\uD83Db😀' })?.record.title).toBe('ab😀');
  });
});

test('a day is one of the calendar', () => {
  for (const day of ['2028-02-29', '2000-02-29', '1000-01-01', '2999-12-31']) expect(isDay(day), day).toBe(true);
  for (const day of [
    '2027-02-29',
    '2100-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-04-31',
    '0999-01-01',
    '2027-4-1',
    ' 2027-04-01',
    '2027-04-01T00',
  ])
    expect(isDay(day), day).toBe(false);
});

test('voices of pairs are those of the guide', () => {
  for (const voice of PAIR_VOICES) expect(['', ...VOICES]).toContain(voice);
});
