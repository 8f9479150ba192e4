import { expect, test } from 'vitest';
import { buildGuide } from '../../src/guide/build.ts';
import { checkedGuide } from '../../src/guide/check.ts';
import { around } from '../../src/guide/read/files.ts';
import type { Guide } from '../../src/guide/types.ts';
import { inventGuide } from '../bench/scale/invented-guide.ts';
import { rounds } from './rounds.ts';

const kindsOf = (guide: Guide): string[] => [...new Set([...guide.entries.values()].map(({ kind }) => kind))].sort();

test('The guide that bench:scale invents passes every check, and has entries of every kind this guide has', () => {
  const files = [...inventGuide(100).files].map(([path, text]) => ({ path: `invented/${path}`, text }));
  expect(kindsOf(buildGuide(files, 'invented', around()))).toEqual(kindsOf(checkedGuide()));
});

test('also a large one has a name of its own for each entry of a kind', () => {
  const names = inventGuide(rounds(10_000)).data.map(({ path, title }) => `${path.split('/')[0]} ${title.toLowerCase()}`);
  expect(names.length - new Set(names).size).toBe(0);
});
