import { describe, expect, test } from 'vitest';
import { apparatusOf, type Line } from '../../../src/guide/apparatus.ts';
import { buildGuide } from '../../../src/guide/build.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { sectionOf } from '../../../src/guide/labels.ts';
import { readFiles } from '../../../src/guide/read/files.ts';
import { sentenceUses } from '../../../src/guide/sentences.ts';
import type { Guide } from '../../../src/guide/types.ts';
import { LINK_VOICES } from '../../../src/lib/voices.ts';
import { FOLDER } from './malformed.ts';

const guide = buildGuide(readFiles(FOLDER), FOLDER);
const shown = (subjects: Line['subjects']) =>
  subjects.map(({ finding, see, paper, others, editors, pairs }) => ({
    on: finding.ref,
    see,
    paper: paper.length,
    others: others.map(({ source, stance }) => `${source} ${stance}`),
    editors: editors.length,
    pairs: LINK_VOICES.flatMap((voice) => pairs[voice].map(({ state, pairs: own }) => `${voice} ${state} ${own.length}`)),
  }));
/** The guide with other findings named by its sentences, in their order. */
const naming = (...about: string[][]): Guide => ({
  ...guide,
  study: {
    ...guide.study,
    data: { ...guide.study.data, sentences: guide.study.data.sentences.map((sentence, i) => ({ ...sentence, about: about[i] ?? [] })) },
  },
});

describe('The apparatus of the abstract', () => {
  test('numbers the lines, and names under each what rests on a finding of it: none, one, many', () => {
    const lines = apparatusOf(guide);
    expect(lines.map(({ number, sentence, subjects }) => [number, sentence.id, subjects.length])).toEqual([
      [1, 'purpose-1', 1],
      [2, 'method-1', 0],
      [3, 'results-1', 2],
      [4, 'conclusions-1', 1],
    ]);
    expect(shown(lines[2]?.subjects ?? [])).toEqual([
      { on: 'gaps/manuals', see: undefined, paper: 2, others: [], editors: 1, pairs: ['editors not-linked 1'] },
      { on: 'gaps/opening-hours', see: undefined, paper: 2, others: ['invented-sheds refines'], editors: 1, pairs: ['others linked 1'] },
    ]);
  });
  test('of a finding that two lines name, others stand under the last', () => {
    const [first, second] = apparatusOf(naming(['gaps/opening-hours'], ['gaps/opening-hours']));
    expect(first?.subjects.map(({ see, others }) => [see, others.length])).toEqual([[2, 0]]);
    expect(second?.subjects.map(({ see, others }) => [see, others.length])).toEqual([[undefined, 1]]);
    expect([first?.counts.others, second?.counts.others]).toEqual([0, 1]);
  });
  test('a pair whose two ends one line names stands there once', () => {
    const line = apparatusOf(naming([], [], ['gaps/opening-hours', 'recommendations/longer-hours']))[2] as Line;
    expect(shown(line.subjects).flatMap(({ pairs }) => pairs)).toEqual(['others linked 1', 'editors not-linked 1']);
  });
  test.each([
    ['the fixture', () => guide],
    ['the guide', () => checkedGuide()],
  ])('in %s each statement that rests on a line stands there once, and the signs count these', (_, of) => {
    const own = of();
    const uses = sentenceUses(own);
    for (const [i, { subjects, rest, counts }] of apparatusOf(own).entries()) {
      const { paper = [], inferred = [] } = uses[i] ?? {};
      const pairs = subjects.flatMap((subject) =>
        subject.pairs.editors.flatMap((state) => state.pairs.map(({ link }) => link.statements[0])),
      );
      expect(new Set([...subjects.flatMap((subject) => subject.editors), ...pairs, ...rest.editors])).toEqual(new Set(inferred));
      expect(subjects.reduce((sum, { editors }) => sum + editors.length, pairs.length + rest.editors.length)).toBe(inferred.length);
      expect([...subjects.flatMap((subject) => subject.paper), ...rest.paper].length).toBe(paper.length);
      const othersPairs = subjects.flatMap((subject) => subject.pairs.others.flatMap((state) => state.pairs));
      expect(counts).toEqual({
        paper: paper.length,
        others: subjects.flatMap(({ others }) => others).length + othersPairs.length,
        editors: inferred.length,
      });
    }
  });
  test('a sentence knows its part of the abstract', () => {
    expect(sectionOf('results-2')).toBe('Results');
  });
});
