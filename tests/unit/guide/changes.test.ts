import { expect, test } from 'vitest';
import { lookedUpWords, threadsOf } from '../../../src/guide/changes.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { factOf } from '../../../src/guide/facts.ts';
import { whenWords } from '../../../src/lib/dates.ts';

const guide = checkedGuide();

const changed = (id: string, date: string, thread: string, reviewed = '2026-01-02') => {
  const [one] = guide.changes;
  if (!one) throw new Error('There are no changes.');
  return { ...one, id, data: { ...one.data, date, thread, reviewed } };
};

test('every change has its source and what that says', () => {
  expect(guide.changes.length).toBeGreaterThan(0);
  for (const change of guide.changes) {
    const { source, finding } = factOf(guide, change.data.fact);
    expect(`${source.id}#${finding.id}`).toBe(change.data.fact);
  }
  expect(() => factOf(guide, `${guide.study.id}#none`)).toThrow(`"${guide.study.id}#none": no source says such a thing.`);
});

test('threads stand by how many changes they have, changes by date, whether that is a day, a month or a year', () => {
  const changes = [
    changed('a', '2026-02-03', 'Money'),
    changed('b', '2025', 'Posts'),
    changed('c', '2025-08', 'Money'),
    changed('d', '2025-08-01', 'Money'),
    changed('e', '2025-01-01', 'Posts'),
  ];
  expect(threadsOf({ changes }).map(({ thread, changes: some }) => [thread, some.map(({ id }) => id)])).toEqual([
    ['Money', ['c', 'd', 'a']],
    ['Posts', ['b', 'e']],
  ]);
  expect(threadsOf({ changes: [] })).toEqual([]);
});

test('the day when somebody last looked is the earliest of all', () => {
  expect(lookedUpWords([])).toBe('');
  expect(lookedUpWords([changed('a', '2025', 'x', '2026-11-29'), changed('b', '2025', 'x', '2026-03-01')])).toBe(
    'What came later was last looked for on March 1, 2026.',
  );
});

test('a day, a month and a year are told as they are known', () => {
  expect(['2026-02-03', '2025-08', '2024'].map(whenWords)).toEqual(['February 3, 2026', 'August 2025', '2024']);
});
