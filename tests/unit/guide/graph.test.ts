import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGuide } from '../../../src/guide/build.ts';
import { circles } from '../../../src/guide/graph.ts';
import { tallyText } from '../../../src/guide/labels.ts';
import { readFiles } from '../../../src/guide/read/files.ts';
import { sentenceUses } from '../../../src/guide/sentences.ts';
import { changed, FOLDER } from './malformed.ts';

const guide = buildGuide(readFiles(FOLDER), FOLDER);

describe('The guide as data', () => {
  test('what is stated once is found from both ends, with its reason and its voice', () => {
    expect(guide.backlinks.get('gaps/manuals')).toEqual([
      { from: 'gaps/opening-hours', relation: 'Leads here', reason: 'A tool without words is half a tool.', voice: 'editors' },
      {
        from: 'gaps/opening-hours',
        relation: 'Mentions it',
        reason: 'An invented example: a shelf falls on a Sunday, and Manuals lie at home.',
        voice: 'example',
        statement: 'shelf',
      },
    ]);
    expect(guide.backlinks.get('sources/invented-sheds')?.[0]).toMatchObject({ relation: 'Reports it', voice: 'others' });
  });
  test('a source that a link lists and rests on is told once, with what it says of the link', () => {
    const told = guide.backlinks.get('sources/invented-sheds')?.filter(({ from }) => from === 'links/opening-hours--longer-hours');
    expect(told).toEqual([
      {
        from: 'links/opening-hours--longer-hours',
        relation: 'supports the link',
        reason: 'A commentary asks for hours after work.',
        voice: 'others',
        statement: 'sources-say',
      },
    ]);
  });
  test('what a response works by way of is told once, where the link rests on it too', () => {
    const change = {
      file: 'links/manuals--longer-hours.mdx',
      find: 'rests-on: [results-1]',
      put: 'rests-on: [results-1, gaps/opening-hours]\nby-way-of: [gaps/opening-hours]',
    };
    const by = buildGuide(changed(readFiles(FOLDER), change), FOLDER);
    expect(by.backlinks.get('gaps/opening-hours')?.filter(({ from }) => from === 'links/manuals--longer-hours')).toEqual([
      {
        from: 'links/manuals--longer-hours',
        relation: 'Works only by way of it',
        reason: 'A missing manual may be missing at any hour of the day or night.',
        voice: 'editors',
        statement: 'reason',
      },
    ]);
  });
  test('statements are counted by voice in the guide’s own words', () => {
    const hours = guide.entries.get('gaps/opening-hours');
    expect(tallyText(guide.about, hours?.statements ?? [])).toBe('2 the study’s, 1 others’, 1 ours, 1 open and 1 made up');
  });
  test('each sentence of the abstract knows what rests on it', () => {
    const uses = sentenceUses(guide);
    expect(uses.map((u) => u.sentence.id)).toEqual(['purpose-1', 'method-1', 'results-1', 'conclusions-1']);
    expect(uses.every((u) => u.paper.length > 0)).toBe(true);
    expect(uses[2]?.inferred.map((s) => s.page).filter((page) => !page.startsWith('figures/'))).toEqual([
      'gaps/opening-hours',
      'gaps/manuals',
      'links/manuals--longer-hours',
      'links/opening-hours--longer-hours',
      'lessons/10-minutes',
      'pages/cases/together',
      'pages/cases/together',
    ]);
  });
  test('an old address knows the new one', () => {
    expect(guide.moved.get('gaps/closing-time')).toBe('gaps/opening-hours');
  });
  test('nothing can change it after it is loaded', () => {
    expect(() => {
      (guide.findings[0] as { id: string }).id = 'x';
    }).toThrow(TypeError);
  });
});

describe('circles', () => {
  test('are told once each, whatever the start', () => {
    expect(
      circles(
        new Map([
          ['b', ['c']],
          ['c', ['a']],
          ['a', ['b']],
          ['d', ['a']],
        ]),
      ),
    ).toEqual([['a', 'b', 'c']]);
  });
  test('a chain that only leads on has none', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(20))), (pairs) => {
        const edges = new Map<string, string[]>();
        for (const [a, b] of pairs) if (a < b) edges.set(String(a), [...(edges.get(String(a)) ?? []), String(b)]);
        expect(circles(edges)).toEqual([]);
      }),
    );
  });
});
