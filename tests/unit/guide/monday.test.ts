import { expect, test } from 'vitest';
import { buildGuide } from '../../../src/guide/build.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { monday } from '../../../src/guide/monday.ts';
import { readFiles } from '../../../src/guide/read/files.ts';

test('first steps are five for each of three chairs, ours, and each is told on one page', () => {
  const { title, chairs } = monday(checkedGuide());
  expect(title).toBe('On Monday');
  expect(chairs.map(({ statement, to }) => [statement.page, to])).toEqual([
    ['pages/brief', 'pages/brief'],
    ['pages/home', undefined],
    ['pages/home', undefined],
  ]);
  for (const { statement, parts } of chairs) {
    expect(statement.voice).toBe('editors');
    expect(parts.filter(({ item }) => item)).toHaveLength(5);
  }
});

test('a guide without them shows none', () => {
  expect(monday(buildGuide(readFiles('tests/fixtures/guide'), 'tests/fixtures/guide')).chairs).toEqual([]);
});
