import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { copiedRuns, fingerprint, locatorProblems } from '../../src/guide/abstract.ts';
import { buildGuide } from '../../src/guide/build.ts';
import { readFiles } from '../../src/guide/files.ts';
import type { Sentence } from '../../src/schemas/source.ts';
import { changed, FOLDER } from './malformed.ts';

const copy = readFileSync('tests/fixtures/invented-abstract.txt', 'utf8');
const files = readFiles(FOLDER);
const guide = buildGuide(files, FOLDER);
const results = guide.sentences.get('results-1') as Sentence;

describe('A supplied copy of the abstract is held against the guide', () => {
  test('every sentence is found, with section labels and other text around it', () => {
    const labelled = copy.replace('Branch', 'PURPOSE: Branch').replace('Interviews', 'Method Interviews');
    for (const sentence of guide.study.data.sentences) expect(locatorProblems(labelled, sentence)).toEqual([]);
  });
  test('another dash, quote or capital changes no fingerprint', () => {
    expect(fingerprint('Long-Term “needs”, 2019–2021.')).toBe(fingerprint('long-term needs 2019-2021'));
  });
  test('a changed sentence is told', () => {
    expect(locatorProblems(copy.replace('Borrowers named', 'Borrowers praised'), results)).toEqual([
      'results-1: no 15 words of the copy give its fingerprint. Either the copy is another text, or "words" or "fingerprint" is wrong.',
    ]);
  });
  test('wrong ends are told', () => {
    expect(locatorProblems(copy, { ...results, start: 'Lenders named', end: 'garden sheds' })).toEqual([
      'results-1: it does not start with "Lenders named".',
      'results-1: it does not end with "garden sheds".',
    ]);
  });
  test('a link that would mark another passage is told', () => {
    const twice = `Borrowers named opening hours and household repairs.\n${copy}`;
    expect(locatorProblems(twice, results)).toEqual([
      'results-1: the link would mark another passage, because "Borrowers named opening hours" or "and household repairs" stands earlier too. Choose other words.',
    ]);
  });
  test('no run of more than eight words is copied in the fixture', () => {
    expect(copiedRuns(copy, guide)).toEqual([]);
  });
  test('a copied run is told with its place', () => {
    const copied = buildGuide(
      changed(files, {
        file: 'gaps/manuals.mdx',
        find: 'The study names it once.',
        put: 'The study says: Borrowers named opening hours and missing manuals as gaps between rules.',
      }),
      FOLDER,
    );
    expect(copiedRuns(copy, copied)).toEqual([
      { page: 'gaps/manuals', place: '#named', run: 'borrowers named opening hours and missing manuals as gaps between' },
    ]);
  });
  test('a list of the entries’ own names is no copy', () => {
    const long = `${copy} opening hours and manuals and lending at all and open longer`;
    const named = buildGuide(
      changed(files, {
        file: 'gaps/manuals.mdx',
        find: 'The study names it once.',
        put: 'The study names opening hours and manuals and lending at all and open longer.',
      }),
      FOLDER,
    );
    expect(copiedRuns(long, named)).toEqual([]);
  });
});
