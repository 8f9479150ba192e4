import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { beginWords, type Row } from '../../../src/charts/chart.ts';
import { chartOf } from '../../../src/charts/charts.ts';
import { type Group, itemsOf } from '../../../src/charts/drawing.ts';
import { openingLink } from '../../../src/charts/link-detail.ts';
import { noneWords } from '../../../src/charts/link-matrix/layout.ts';
import { type MatrixRow, matrixRows } from '../../../src/charts/link-matrix/rows.ts';
import { endsWords } from '../../../src/charts/pathways/layout.ts';
import { localTitle } from '../../../src/charts/pathways/local.ts';
import { type PathRow, pathRows } from '../../../src/charts/pathways/rows.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { entryIn } from '../../../src/guide/entries.ts';
import type { Finding } from '../../../src/guide/types.ts';
import { FIGURES, type FigureId } from '../../../src/schemas/kinds.ts';
import { expectSound } from './boxes.ts';

const guide = checkedGuide();
const chartedOf = (id: FigureId) => chartOf(guide, entryIn(guide, 'figures', id));
const answerOf = (id: FigureId): string => entryIn(guide, 'figures', id).data.answer.text;
const groups = (id: FigureId, as: string): Group[] => {
  const { chart, drawing } = chartedOf(id);
  return itemsOf(drawing(chart.page ?? chart.wide).items).filter((item): item is Group => item.type === 'group' && item.as === as);
};

describe.each(FIGURES)('The figure %s on its own page', (id) => {
  const { chart, rows, drawing, afar } = chartedOf(id);

  test('is drawn at each of its widths with every mark once, and nothing overlaps or is cut off', () => {
    for (const width of [chart.wide, chart.page ?? chart.wide, chart.narrow]) expectSound(() => ({ ...drawing(width) }), rows);
    for (const width of chart.afar ? [520, 720, 920, 1400] : []) expectSound(() => ({ ...afar(width) }), rows);
  });

  test('breaks no word at any of its widths', () => {
    for (const width of [chart.wide, chart.page ?? chart.wide, chart.narrow])
      for (const item of itemsOf(drawing(width).items))
        if (item.type === 'label') expect(item.lines.filter((line) => line.endsWith('-'))).toEqual([]);
  });

  test('has letters of at least 15 px where it is drawn for its own page', () => {
    const faces = itemsOf(drawing(chart.page ?? chart.wide).items).flatMap((item) => (item.type === 'label' ? [item.face.size] : []));
    // drawings without a panel are shown a fifth wider than they are drawn for
    const grown = chart.explored ? 1 : 1152 / (chart.page ?? chart.wide);
    expect(Math.min(...faces) * grown).toBeGreaterThanOrEqual(15);
  });

  test('where marks open something, one stands open at the start that the drawing has and that says something', () => {
    const opening = chart.opening?.(rows);
    expect(opening !== undefined).toBe(chart.explored !== undefined);
    if (!opening) return;
    const as = chart.explored === 'paths' ? 'edge' : 'cell';
    expect(groups(id, as).filter(({ data }) => data?.id === opening.id)).toHaveLength(1);
    expect(opening.numbers.length).toBeGreaterThan(0);
    for (const n of opening.numbers) expect(chart.detail?.(rows[n] as Row, guide).mark).toBeTruthy();
    expect(chart.opening?.([])).toBeUndefined();
    expect(chart.opening?.(rows.filter((_, n) => n === opening.numbers[0]))?.numbers).toEqual([0]);
  });
});

test('a contested link stands open, else one for which others speak, else the first', () => {
  const link = (id: string, state: MatrixRow['state'], voice: MatrixRow['voice']) => ({ id, state, voice });
  const [first, others, contested] = [link('a', 'not-linked', 'editors'), link('b', 'linked', 'others'), link('c', 'contested', 'others')];
  expect(openingLink([first, others, contested])).toEqual({ id: 'c', numbers: [2], what: 'a contested pair' });
  expect(openingLink([first, others])).toEqual({ id: 'b', numbers: [1], what: 'a pair for which others speak' });
  expect(openingLink([first])).toEqual({ id: 'a', numbers: [0], what: 'the first pair' });
});

test('what stands open at the start is named by the rule that chose it, for rows that any other rule would choose', () => {
  /** with all rows, and without those that a rule asks for */
  const begins = (id: FigureId, without?: (row: Row) => boolean): string => {
    const { chart, rows } = chartedOf(id);
    const own = without ? rows.filter((row) => !without(row)) : rows;
    const opening = chart.opening?.(own);
    return opening ? beginWords(opening) : '';
  };
  for (const id of ['link-matrix', 'pathways'] as const) {
    expect(begins(id)).toBe('To begin with, a contested pair.');
    expect(begins(id, ({ state }) => state === 'contested')).toBe('To begin with, a pair for which others speak.');
    expect(begins(id, ({ state, voice }) => state === 'contested' || voice === 'others')).toBe('To begin with, the first pair.');
  }
  expect(begins('literature')).toMatch(/^To begin with, the first source that contradicts a point, on: .+\.$/);
  expect(begins('literature', ({ stance }) => stance === 'contradicts')).toMatch(/^To begin with, the first source, on: .+\.$/);
  expect(begins('payers')).toBe('To begin with, an account from outside.');
  expect(begins('payers', ({ account }) => account === 'other')).toBe('To begin with, the first mark.');

  expect(begins('two-calendars')).toBe('To begin with, the date listed last.');
  expect(begins('since')).toBe('To begin with, the latest event.');
  const since = chartedOf('since');
  const days = since.rows.flatMap(({ part, date }) => (part === 'change' ? [String(date)] : []));
  expect(since.rows[since.chart.opening?.(since.rows)?.numbers[0] as number]?.date).toBe(days.sort().at(-1));
  expect(begins('sums')).toBe('To begin with, the leftmost mark.');
  const sums = chartedOf('sums');
  const marks = groups('sums', 'cell').map(({ data, items }) => {
    const mark = items.find((item) => item.type === 'mark');
    return { id: data?.id, x: mark?.type === 'mark' ? mark.x : Number.POSITIVE_INFINITY };
  });
  const opened = marks.find(({ id }) => id === sums.chart.opening?.(sums.rows)?.id);
  expect(opened?.x).toBe(Math.min(...marks.map(({ x }) => x)));
});

describe('Words in drawings', () => {
  const pair = (to: string, state: MatrixRow['state'], from = 'gaps/a') => ({ from, to, state }) as MatrixRow;

  test('at the end of a row of the matrix stands in which columns nothing was linked', () => {
    const words = (...rows: MatrixRow[]) => [...noneWords(rows, guide.about)];
    expect(words()).toEqual([]);
    expect(words(pair('strategies/a', 'linked'), pair('strategies/b', 'not-linked'))).toEqual([]);
    expect(words(pair('strategies/a', 'contested'))).toEqual([]);
    // what nobody judged is not left unlinked by a judgment
    expect(words(pair('strategies/a', 'not-assessed'), pair('strategies/b', 'not-linked'))).toEqual([]);
    expect(words(pair('strategies/a', 'not-linked'), pair('strategies/b', 'may-worsen'))).toEqual([['gaps/a', 'no strategy linked']]);
    expect(words(pair('strategies/a', 'not-linked'), pair('practices/b', 'not-linked'), pair('strategies/a', 'linked', 'gaps/b'))).toEqual([
      ['gaps/a', 'no strategy or practice linked'],
    ]);
    // and each note of this guide holds
    for (const [from, text] of noneWords(matrixRows(guide), guide.about))
      for (const { to, state } of matrixRows(guide).filter((row) => row.from === from))
        if (text.includes(guide.about.kinds[to.split('/')[0] as 'strategies'].one))
          expect([from, to, state]).toEqual([from, to, expect.stringMatching(/^(not-linked|may-worsen)$/)]);
  });

  const path = (from: string, to: string, stage: 1 | 2) => ({ from, from_name: from.replace(/.*\//, ''), to, stage }) as PathRow;

  test('under the paths stands which beginnings lead no further than the middle', () => {
    const on = path('strategies/s', 'recommendations/r', 2);
    expect(endsWords([], guide.about)).toBe('');
    expect(endsWords([path('gaps/A', 'strategies/s', 1)], guide.about)).toBe('');
    expect(endsWords([path('gaps/A', 'strategies/s', 1), on], guide.about)).toBe('');
    expect(endsWords([path('gaps/A', 'practices/p', 1), on], guide.about)).toBe('A: no line here leads on to a recommendation.');
    expect(
      endsWords([...['A', 'B', 'C'].map((id) => path(`gaps/${id}`, 'practices/p', 1)), path('gaps/C', 'strategies/s', 1), on], guide.about),
    ).toBe('A and B: no line here leads on to a recommendation.');
  });

  test('a small figure of paths is titled by the column of its finding', () => {
    const finding = (kind: Finding['kind']) => guide.findings.find((one) => one.kind === kind) as Finding;
    const [gap, strategy, support] = [finding('gaps'), finding('strategies'), finding('recommendations')];
    const [into, on] = [path('gaps/a', strategy.ref, 1), path(strategy.ref, 'recommendations/a', 2)];
    expect(localTitle(gap, [path(gap.ref, 'practices/p', 1)])).toMatch(/^Where .+ may lead$/);
    expect(localTitle(strategy, [into, on])).toMatch(/^What .+ may help with, and what may stand behind it$/);
    expect(localTitle(strategy, [into])).toMatch(/^What .+ may help with$/);
    expect(localTitle(strategy, [on])).toMatch(/^What may stand behind /);
    expect(localTitle(support, [path('strategies/s', support.ref, 2)])).toMatch(/^What .+ may stand behind$/);
  });
});

test('gaps stand in one order in every figure that has a row for each', () => {
  const order = guide.findings.filter(({ kind }) => kind === 'gaps').map(({ ref }) => ref);
  const drawn = (id: FigureId, as: string) => groups(id, as).flatMap(({ to }) => (to?.startsWith('/gaps/') ? [to.slice(1, -1)] : []));
  expect(drawn('link-matrix', 'row')).toEqual(order);
  expect(drawn('literature', 'row')).toEqual(order);
  expect(drawn('pathways', 'node')).toEqual(order.filter((ref) => pathRows(guide).some(({ from }) => from === ref)));
  expect([...new Set(chartedOf('tension').rows.map(({ on }) => on))]).toEqual(order);
});

describe('What the titles of figures say holds of their rows', () => {
  const count = (name: string): number => guide.counts.get(name) as number;

  test('of the link matrix: one practice is linked to five gaps, contested for one, and may make one worse', () => {
    expect(answerOf('link-matrix')).toBe(
      'Work with nonresearchers may help with five gaps. On timetables, sources disagree. It may widen the gap over careers.',
    );
    const own = matrixRows(guide).filter(({ to }) => to === 'practices/collaborate-with-nonresearchers');
    const gaps = (state: MatrixRow['state']) => own.filter((row) => row.state === state).map(({ from }) => from);
    expect([gaps('linked').length, gaps('contested'), gaps('may-worsen')]).toEqual([5, ['gaps/timetables'], ['gaps/careers']]);
  });

  test('of the literature: more than half of the marks are opinions or own accounts', () => {
    expect(answerOf('literature')).toContain('More than half');
    expect(count('literature/commentary-or-opinion') + count('literature/own-account-of-a-program')).toBeGreaterThan(
      count('literature') / 2,
    );
  });

  test('of the payers: none is documented at half of the programs', () => {
    expect(answerOf('payers')).toContain('No single funder may stand behind most programs');
    for (const { id } of guide.about.payers) expect([id, count(`cases/${id}`) * 2 < count('cases')]).toEqual([id, true]);
  });

  test('of the changes: most lie in 2025 and 2026', () => {
    expect(answerOf('since')).toContain('most changes we found lie in 2025 and 2026');
    expect(guide.changes.filter(({ data }) => /^202[56]/.test(data.date)).length).toBeGreaterThan(guide.changes.length / 2);
  });

  test('of the sums: an award is a thousand times smaller than a budget', () => {
    expect(answerOf('sums')).toContain('a thousand times smaller');
    const amounts = (kind: string) => chartedOf('sums').rows.flatMap((row) => (row.kind === kind ? [Number(row.amount)] : []));
    expect(Math.min(...amounts('award')) * 1000).toBeLessThanOrEqual(Math.max(...amounts('budget')));
  });
});

describe('Text in drawings', () => {
  const [light = '', dark = ''] = readFileSync('src/styles/tokens.css', 'utf8').split('@media screen and (prefers-color-scheme: dark)');
  const colorsOf = (css: string) => new Map([...css.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6});/g)].map(([, name, color]) => [name, color]));
  const marks = readFileSync('src/styles/marks.css', 'utf8');
  const luminance = (color: string): number => {
    const hex = color.length === 4 ? color.replace(/[0-9a-f]/g, '$&$&') : color;
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
      const part = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [x = 0, y = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
    return (x + 0.05) / (y + 0.05);
  };
  const tones = [
    ...new Set(
      FIGURES.flatMap((id) => {
        const { chart, drawing } = chartedOf(id);
        return [chart.wide, chart.page ?? chart.wide, chart.narrow].flatMap((width) =>
          itemsOf(drawing(width).items).flatMap((item) => (item.type === 'label' ? [item.tone] : [])),
        );
      }),
    ),
  ];
  /** what lies under it: the page, a raised box, and the tint of what is pointed at or chosen */
  const GROUNDS = ['page', 'raise', 'paper-tint'];

  test('has a contrast of at least 4.5 to 1 on every ground, on light pages and on dark ones', () => {
    expect(tones.length).toBeGreaterThan(3);
    expect(contrast('#000', '#ffffff')).toBe(21);
    const names = [...tones.map((tone) => new RegExp(`\\.${tone} \\{\\s*fill: var\\(--([a-z-]+)\\)`).exec(marks)?.[1] ?? tone), 'link'];
    for (const [sheet, css] of Object.entries({ light, dark })) {
      const colors = colorsOf(css);
      const ratios = names.flatMap((name) =>
        GROUNDS.map((ground): [string, boolean] => [
          `${sheet}: ${name} on ${ground}`,
          contrast(colors.get(name) ?? '', colors.get(ground) ?? '') >= 4.5,
        ]),
      );
      expect(ratios.filter(([, enough]) => !enough)).toEqual([]);
    }
    // and no rule fills a ground with anything else
    const fills = ['explore', 'figure', 'figure-local', 'home'].flatMap((name) =>
      [...readFileSync(`src/styles/${name}.css`, 'utf8').matchAll(/\.hit \{[^}]*fill: ([^;]+);/g)].map(([, fill]) => fill),
    );
    expect([...new Set(fills)].filter((fill) => !/^(transparent|none|var\(--paper-tint\))$/.test(fill ?? ''))).toEqual([]);
  });
});
