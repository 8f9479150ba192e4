import fc from 'fast-check';
import ICAL from 'ical.js';
import ical, { type VEvent } from 'node-ical';
import { describe, expect, test } from 'vitest';
import { recordIcs } from '../../../../src/documents/decision-record/record-ics.ts';
import type { RecordView } from '../../../../src/documents/decision-record/view.ts';
import { linesOf, tidyLine } from '../../../../src/documents/text/texts.ts';
import { slug } from '../../../../src/lib/text.ts';
import { hostileText, hostileViews } from './hostile.ts';
import { blank, longest, typical } from './views.ts';

const stamp = { id: '1f0c7c1e-6a55-4c0e-9b53-1d7a3c0f2b11', now: new Date('2032-05-10T07:45:30Z') };
const octets = (line: string): number => new TextEncoder().encode(line).length;

/** The one entry, as another program reads it. */
function entryOf(text: string): VEvent {
  const events = Object.values(ical.sync.parseICS(text)).filter((part) => part?.type === 'VEVENT');
  expect(events).toHaveLength(1);
  return events[0] as VEvent;
}
const read = (view: RecordView): VEvent => entryOf(recordIcs(view, stamp));

/** Its id among all entries of all calendars. */
const uidOf = ({ guide }: RecordView): string => `${stamp.id}@${['decision-record', slug(guide)].filter(Boolean).join('.')}`;

/** This reader takes a written backslash before an n for a line break. The format does not; the test with the other reader shows it. */
const asRead = (text: unknown): string => String(text).replace(/\\n/gi, '\\\n');

describe('the entry of a typical record', () => {
  const entry = read(typical);

  test('lasts the whole day of the review and takes no time from it', () => {
    expect(entry.datetype).toBe('date');
    expect([entry.start.getFullYear(), entry.start.getMonth(), entry.start.getDate()]).toEqual([2033, 2, 31]);
    expect([entry.end?.getMonth(), entry.end?.getDate()]).toEqual([3, 1]);
    expect(entry.transparency).toBe('TRANSPARENT');
  });

  test('says what is reviewed, where the record was made, and when it was saved', () => {
    expect([entry.summary, entry.uid, entry.url]).toEqual([
      'Review: Keeping young trees alive through 2033',
      uidOf(typical),
      typical.address,
    ]);
    expect(entry.dtstamp.toISOString()).toBe('2032-05-10T07:45:30.000Z');
  });

  test('has at hand what a team needs at its review', () => {
    expect(entry.description).toBe(
      [
        typical.coverage,
        '',
        '1. Name a water warden for every street.',
        'Owner: Ines Falk, parks office',
        'First step: Ask at the June market who has an outside tap, and mark the streets on the wall map.',
        'By when: June 30, 2032',
        'Sign to watch: Streets with a warden by August; leaves still green in week 34.',
        'What would make us stop: Fewer than one street in three has a warden by the end of July.',
        '',
        '2. Order trees a year ahead.',
        'Owner: Tomas Reed',
        'First step: Reserve sixty trees with the right to cancel until March.',
        'By when: September 15, 2032',
        'Sign to watch: Trees promised against trees planted.',
        '',
        '3. Give each tree a line in the town budget.',
        'Sign to watch: Care is named in the draft for 2033.',
        'What would make us stop: The council votes it down twice.',
        '',
        'All words about the responses are the team’s. What they rest on, and whose judgment that is: https://trees.example/find/plan/',
        '',
        'Shade for small towns. Not made or endorsed by the authors. We have read the abstract.',
      ].join('\n'),
    );
  });

  test('rings at nine in the morning a week before', () => {
    const text = recordIcs(typical, stamp);
    expect(text).toContain('BEGIN:VALARM\r\nACTION:DISPLAY\r\n');
    expect(text).toContain('TRIGGER:-P6DT15H\r\n');
    expect(entry.alarms).toHaveLength(1);
  });

  test('replaces the one before: the same id, a higher number', () => {
    const later = entryOf(recordIcs({ ...typical, reviewDate: '2033-04-30' }, { ...stamp, now: new Date('2032-05-11T07:45:30Z') }));
    expect(later.uid).toBe(entry.uid);
    expect(Number(later.sequence)).toBeGreaterThan(Number(entry.sequence));
  });
});

describe('whatever the team and the guide wrote', () => {
  test('it is one entry, and every field is read again as it was', () => {
    fc.assert(
      fc.property(hostileViews, (view) => {
        const entry = read(view);
        expect(asRead(entry.summary)).toBe(asRead(tidyLine(`Review: ${view.title}`)));
        expect(entry.uid).toBe(uidOf(view));
        expect(entry.uid).toMatch(/^[^@\s]+@decision-record(\.[a-z0-9-]+)?$/);
        expect(entry.url).toBe(view.address);
        const description = asRead(entry.description);
        for (const text of [view.coverage, ...view.choices.flatMap(({ owner, step, by, sign, stop }) => [owner, step, by, sign, stop])])
          expect(description).toContain(asRead(linesOf(text).join('\n')));
        for (const { title } of view.choices) expect(description).toContain(asRead(tidyLine(title)));
      }),
    );
  });

  test('another reader finds it to the letter', () => {
    fc.assert(
      fc.property(hostileViews, (view) => {
        const event = new ICAL.Component(ICAL.parse(recordIcs(view, stamp))).getFirstSubcomponent('vevent');
        expect(event?.getFirstPropertyValue('summary')).toBe(tidyLine(`Review: ${view.title}`));
        const description = event?.getFirstPropertyValue('description');
        for (const text of [view.coverage, ...view.choices.flatMap(({ owner, step, by, sign, stop }) => [owner, step, by, sign, stop])])
          expect(description).toContain(linesOf(text).join('\n'));
      }),
    );
  });

  test('lines end in CR LF and have at most 75 octets', () => {
    const texts = fc.oneof(
      hostileText,
      fc.string({ unit: 'grapheme', minLength: 60, maxLength: 300 }),
      fc.constant('a,;\\\n😀'.repeat(800)),
    );
    fc.assert(
      fc.property(texts, texts, (title, coverage) => {
        const text = recordIcs({ ...typical, title, coverage }, stamp);
        expect(text.endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of text.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
        expect(asRead(entryOf(text).description)).toContain(asRead(linesOf(coverage).join('\n')));
      }),
    );
  });
});

test('the last days of months and leap years begin and end right', () => {
  for (const [day, next] of [
    ['2028-02-28', '20280229'],
    ['2028-02-29', '20280301'],
    ['2032-12-31', '20330101'],
    ['2999-12-31', '30000101'],
  ] as const) {
    const text = recordIcs({ ...typical, reviewDate: day }, stamp);
    expect(text).toContain(`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}\r\nDTEND;VALUE=DATE:${next}\r\n`);
  }
});

test('the longest record is read again whole', () => {
  for (const { sign, stop } of longest.choices) {
    expect(read(longest).description).toContain(sign.trim());
    expect(read(longest).description).toContain(stop.trim());
  }
});

test('a record without a review date has no entry', () => {
  expect(() => recordIcs(blank, stamp)).toThrow('A record without a review date has no entry for a calendar.');
});
