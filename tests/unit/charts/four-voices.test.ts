import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Wording } from '../../../src/charts/chart.ts';
import { chartOf } from '../../../src/charts/charts.ts';
import { itemsOf } from '../../../src/charts/drawing.ts';
import { measure } from '../../../src/charts/fonts.ts';
import { layoutFourVoices, unlinkedWords } from '../../../src/charts/four-voices/layout.ts';
import { type FourVoicesRow, fourVoicesRows, PANELS, panelOf } from '../../../src/charts/four-voices/rows.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { entryIn, openingOf } from '../../../src/guide/entries.ts';
import { withoutOpen } from '../../../src/guide/links.ts';
import { isOpenState, LINK_STATES } from '../../../src/lib/link-states.ts';
import { LINK_VOICES } from '../../../src/lib/voices.ts';
import { expectSound } from './boxes.ts';

const guide = checkedGuide();
const figure = entryIn(guide, 'figures', 'four-voices');
const { wording } = chartOf(guide, figure);
const rows = fourVoicesRows(guide);
const draw = (list: readonly FourVoicesRow[], width: number, words: Wording = wording) => layoutFourVoices(list, { width, measure }, words);
const labels = (list: readonly FourVoicesRow[], width = 1104) =>
  itemsOf(draw(list, width).items).flatMap((item) => (item.type === 'label' ? [item.lines.join(' ')] : []));

const KINDS = ['strategies', 'practices', 'recommendations'] as const;
const pair = (from: number, to: number, kind: (typeof KINDS)[number], state: FourVoicesRow['state'], voice: FourVoicesRow['voice']) => {
  const row = { state, voice: state === 'not-assessed' ? ('' as const) : voice };
  return {
    ...row,
    id: `row-${from}--${kind}-${to}`,
    from: `gaps/row-${from}`,
    from_name: `Row ${from}`,
    to: `${kind}/column-${to}`,
    to_name: `Column ${to}`,
    to_kind: guide.about.kinds[kind].title,
    reason: 'A reason.',
    sources: 0,
    page: 1,
    panel: panelOf(row),
  };
};

/** Any links: up to nine rows and 14 columns in three kinds, each pair in any state and voice. */
const someLinks = fc
  .record({ down: fc.integer({ min: 1, max: 9 }), across: fc.tuple(fc.nat(4), fc.nat(3), fc.nat(7)) })
  .chain(({ down, across }) => {
    const places = Array.from({ length: down }, (_, r) =>
      KINDS.flatMap((kind, k) => Array.from({ length: across[k] ?? 0 }, (_, c) => [r, c, kind] as const)),
    ).flat();
    return fc
      .array(fc.tuple(fc.constantFrom(...LINK_STATES), fc.constantFrom(...LINK_VOICES)), {
        minLength: places.length,
        maxLength: places.length,
      })
      .map((judged) => places.map(([r, c, kind], i) => pair(r, c, kind, ...(judged[i] as (typeof judged)[number]))));
  });

test('each pair stands in exactly one panel, or is named as not assessed, and each panel tells how many it holds', () => {
  fc.assert(
    fc.property(someLinks, fc.constantFrom(1104, 690, 300), (list, width) => {
      expectSound(() => draw(list, width), list);
      const drawing = draw(list, width);
      const marks = itemsOf(drawing.items).filter(({ type }) => type === 'mark').length;
      const shown = labels(list, width);
      // after the names of the panels: numbers in the order in which panels stand
      const counts = itemsOf(drawing.items).flatMap((item) =>
        item.type === 'label' && item.face.family === 'serif' ? [Number(item.lines[0])] : [],
      );
      expect(counts).toEqual(PANELS.map((panel) => list.filter((row) => row.panel === panel).length));
      const dots = itemsOf(drawing.items).flatMap((item) => (item.type === 'stroke' ? [...item.d.matchAll(/h1\.6/g)] : [])).length;
      const unassessed = list.filter(({ state }) => state === 'not-assessed');
      expect(shown.filter((text) => text.startsWith(`${wording.words.none}: `))).toHaveLength(unassessed.length);
      expect(dots).toBe(PANELS.length * list.length - (list.length - unassessed.length));
      const keyed = new Set(list.map(({ state, voice }) => `${state} ${voice}`)).size;
      expect(marks).toBe(list.length - unassessed.length + keyed);
    }),
    { numRuns: 30 },
  );
});

test('an open pair stands with whoever speaks for it, any other judged one with those turned down', () => {
  for (const state of LINK_STATES)
    for (const voice of LINK_VOICES)
      expect(panelOf({ state, voice: state === 'not-assessed' ? '' : voice })).toBe(
        state === 'not-assessed' ? '' : isOpenState(state) ? voice : 'closed',
      );
});

describe.each([1104, 690, 300])('At a width of %i', (width) => {
  const wordy = rows.map((row) => ({ ...row, from_name: `${row.from_name} ${row.from_name}`, to_name: 'Uncharacteristically'.repeat(3) }));
  test.each([
    ['this guide', rows],
    ['this guide with long names', wordy],
    ['no pair', []],
    ['one pair', rows.slice(0, 1)],
    ['pairs that nobody assessed', rows.map((row) => ({ ...row, state: 'not-assessed' as const, voice: '' as const, panel: '' as const }))],
  ])('%s is drawn with every mark once, and nothing overlaps or is cut off', (_, list) => {
    expectSound(() => draw(list, width), list);
  });
});

test('what is told of rows without a link is what the links leave open: nothing of a row with one open or unassessed pair', () => {
  fc.assert(
    fc.property(someLinks, (list) => {
      const told = labels(list).filter((text) => /^We found no \S+ that may help with /.test(text));
      const expected = KINDS.flatMap((kind) => {
        const own = list.filter(({ to }) => to.startsWith(`${kind}/`));
        const none = [...new Set(own.map(({ from_name }) => from_name))].filter((name) =>
          own.every(({ from_name, state }) => from_name !== name || state === 'not-linked' || state === 'may-worsen'),
        );
        return none.length > 0 ? [unlinkedWords(guide.about, kind, none)] : [];
      });
      expect(told.sort()).toEqual(expected.sort());
    }),
    { numRuns: 30 },
  );
  expect(withoutOpen([])).toEqual(new Map());
});

test('one row, two rows and many are told in words', () => {
  expect(unlinkedWords(guide.about, 'strategies', ['Routines'])).toBe('We found no strategy that may help with routines.');
  expect(unlinkedWords(guide.about, 'practices', ['Routines', 'Skill sets'])).toBe(
    'We found no practice that may help with routines or skill sets.',
  );
  expect(unlinkedWords(guide.about, 'strategies', ['A', 'IT', 'Careers'])).toBe(
    'We found no strategy that may help with A, IT or careers.',
  );
});

test('the panel of the abstract says that it pairs nothing only while it judges no pair', () => {
  const note = wording.words['paper-note'] as string;
  expect(labels(rows)).toContain(note);
  for (const state of ['linked', 'not-linked'] as const)
    expect(labels([pair(0, 0, 'strategies', state, 'paper'), ...rows.slice(1)])).not.toContain(note);
});

test('the title names the rows to which no strategy is linked, all of them and no other', () => {
  const text = openingOf(figure).text.toLowerCase();
  const none = withoutOpen(rows).get('strategies') ?? [];
  expect(none.length).toBeGreaterThan(0);
  for (const { from, from_name } of rows) expect([from, text.includes(from_name.toLowerCase())]).toEqual([from, none.includes(from)]);
});

test('marks differ by shape, never by size', () => {
  const sizes = new Map<string, Set<number>>();
  for (const item of itemsOf(draw(rows, 1104).items))
    if (item.type === 'group')
      for (const mark of item.items) if (mark.type === 'mark') sizes.set(mark.shape, (sizes.get(mark.shape) ?? new Set()).add(mark.size));
  expect([...sizes.values()].every((set) => set.size === 1)).toBe(true);
});
