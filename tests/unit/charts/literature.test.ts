import { describe, expect, test } from 'vitest';
import type { Point } from '../../../src/charts/chart.ts';
import { chartOf } from '../../../src/charts/charts.ts';
import { type Drawing, type Group, itemsOf } from '../../../src/charts/drawing.ts';
import { measure } from '../../../src/charts/fonts.ts';
import { layoutLiterature } from '../../../src/charts/literature/layout.ts';
import { literature } from '../../../src/charts/literature/literature.ts';
import { LITERATURE_COLUMNS, type LiteratureRow, literatureRows } from '../../../src/charts/literature/rows.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { literatureOn } from '../../../src/guide/literature.ts';
import type { Figure } from '../../../src/guide/types.ts';
import { STANCES } from '../../../src/lib/voices.ts';
import { EVIDENCE_KINDS } from '../../../src/schemas/kinds.ts';
import { collisions, numbersIn } from './boxes.ts';

const KINDS = EVIDENCE_KINDS.length;

const guide = checkedGuide();
const figure = guide.figures.find(({ id }) => id === 'literature') as Figure;
const { wording } = chartOf(guide, figure);
const real = literatureRows(guide);
const draw = (rows: readonly LiteratureRow[], findings: readonly Point[]): Drawing =>
  layoutLiterature(rows, { width: 720, measure }, { ...wording, findings });
const groups = ({ items }: Drawing, as: string): Group[] =>
  itemsOf(items).filter((item): item is Group => item.type === 'group' && item.as === as);

const row = (i: number, more: Partial<LiteratureRow> = {}): LiteratureRow => ({
  ...(real[0] as LiteratureRow),
  id: `s${i}#a>gaps/g`,
  ...more,
});
/** The findings that rows are on. */
const pointsOf = (rows: readonly LiteratureRow[]): Point[] => [
  ...new Map(rows.map((one) => [one.on, { ref: one.on, name: one.on_name, group: one.on_kind }])).values(),
];
const doubled = wording.findings.map(({ ref, name, group }) => ({ ref, name: `${name} ${name}`, group: `${group} ${group}` }));
const word = 'x'.repeat(60);
const large = Array.from({ length: 40 * 60 }, (_, i) =>
  row(i, {
    on: `gaps/g${Math.floor(i / 60)}`,
    on_name: i < 60 ? word : `Gap number ${Math.floor(i / 60)}`,
    on_kind: i < 1200 ? 'Gaps' : word,
    kind: EVIDENCE_KINDS[(i * i) % KINDS] as LiteratureRow['kind'],
    stance: STANCES[i % 3] as LiteratureRow['stance'],
    same_authors: i % 7 === 0 ? 1 : 0,
  }),
);

const cases: [string, readonly LiteratureRow[], readonly Point[]][] = [
  ['the guide', real, wording.findings],
  ['the guide with every label doubled', real, doubled],
  ['no finding of a source', [], wording.findings],
  ['an empty guide', [], []],
  ['one row', [row(0)], pointsOf([row(0)])],
  ['2,400 rows', large, pointsOf(large)],
];

describe('rows', () => {
  test('one for each finding of a source and finding of the guide it bears on', () => {
    const pairs = guide.sources.flatMap(({ id, data }) =>
      data.findings.flatMap((finding) => finding.on.map(({ to }) => `${id}#${finding.id}>${to}`)),
    );
    expect(real.map(({ id }) => id).sort()).toEqual(pairs.sort());
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(real.length).toBe(guide.counts.get('literature'));
    for (const { ref } of guide.findings)
      expect(real.filter(({ on }) => on === ref).length).toBe(literatureOn(guide, ref).flatMap(({ rows }) => rows).length);
  });

  test('stand in the order of the drawing: finding, kind of evidence, stance', () => {
    const order = ({ on, kind, stance }: LiteratureRow): number =>
      guide.findings.findIndex(({ ref }) => ref === on) * 100 + EVIDENCE_KINDS.indexOf(kind) * 10 + STANCES.indexOf(stance);
    expect(real.map(order)).toEqual(real.map(order).sort((a, b) => a - b));
  });

  test('say what their source says', () => {
    for (const one of real) {
      const source = guide.sources.find(({ id }) => id === one.source);
      const said = source?.data.findings.find(({ id }) => id === one.finding);
      expect(Object.keys(one).sort()).toEqual(Object.keys(LITERATURE_COLUMNS).sort());
      expect([one.kind, one.text, one.year]).toEqual([source?.data.kind, said?.text, source?.data.year ?? '']);
      expect(said?.on.find(({ to }) => to === one.on)).toEqual({ to: one.on, stance: one.stance, reason: one.reason });
      expect(one.same_authors).toBe(source?.data.overlap === 'same authors' ? 1 : 0);
      expect(one.decade).toBe(one.year === '' ? 'no year' : `${String(one.year).slice(0, 3)}0s`);
    }
  });
});

describe.each(cases)('the drawing of %s', (_, rows, findings) => {
  const drawing = draw(rows, findings);

  test('overlaps nowhere and stays inside', () => expect(collisions(drawing)).toEqual([]));

  test('shows every row once', () => expect(numbersIn(drawing)).toEqual(rows.map((_, n) => n)));

  test('has a cell for each finding of the guide and kind of evidence; hit boxes tile and hold their marks', () => {
    const cells = groups(drawing, 'cell');
    expect(cells.map(({ data }) => [data?.r, data?.c])).toEqual(
      Array.from({ length: findings.length * KINDS }, (_, i) => [Math.floor(i / KINDS), i % KINDS]),
    );
    expect(new Set(cells.map(({ data }) => data?.id)).size).toBe(cells.length);
    expect(groups(drawing, 'row').length).toBe(findings.length);
    for (const [i, { hit, items, data }] of cells.entries()) {
      if (!hit) throw new Error('A cell has no box.');
      for (const mark of itemsOf(items).filter((item) => item.type === 'mark')) {
        expect(mark.x - mark.size / 2).toBeGreaterThanOrEqual(hit.x);
        expect(mark.x + mark.size / 2).toBeLessThanOrEqual(hit.x + hit.width);
        expect(mark.y - mark.size / 2).toBeGreaterThanOrEqual(hit.y);
        expect(mark.y + mark.size / 2).toBeLessThanOrEqual(hit.y + hit.height);
      }
      const right = i % KINDS < KINDS - 1 ? cells[i + 1]?.hit : undefined;
      if (right) expect(Math.abs(right.x - hit.x - hit.width)).toBeLessThan(0.2);
      expect(data?.empty === 1).toBe(groups({ ...drawing, items }, 'unit').length === 0);
    }
  });

  test('is the same again', () => expect(draw(rows, findings)).toEqual(drawing));
});

describe('the drawing of the guide', () => {
  const drawing = draw(real, wording.findings);

  test('names a cell with what it holds', () => {
    const names = new Map(groups(drawing, 'cell').map(({ data, name }) => [data?.id, name]));
    for (const { ref } of guide.findings)
      for (const kind of EVIDENCE_KINDS) {
        const n = real.filter((one) => one.on === ref && one.kind === kind).length;
        const name = names.get(`${ref.replace('/', '-')}--${kind.replace(/[^a-z]+/g, '-')}`);
        expect(name?.split(': ')[1]).toBe(n === 0 ? wording.words.empty : `${n} ${n === 1 ? 'finding' : 'findings'}`);
      }
    expect([...names.values()].filter((name) => name?.endsWith('we read.')).length).toBe(guide.counts.get('literature/empty'));
  });

  test('has a shape for each stance, and a bar under what the same authors wrote', () => {
    const units = groups(drawing, 'unit');
    expect(units.length).toBe(real.length);
    for (const { data = {}, items } of units) {
      const one = real[data.n as number] as LiteratureRow;
      const shape = { supports: 'disc', refines: 'ring', contradicts: 'ring-cross' }[one.stance];
      expect(items.map((item) => (item.type === 'mark' ? item.shape : item.type))).toEqual(one.same_authors ? [shape, 'stroke'] : [shape]);
      expect([data.stance, data.own]).toEqual([one.stance, one.same_authors ? 'same' : undefined]);
    }
  });

  test('every value that a filter offers fits a mark, and every mark is offered', () => {
    const units = groups(drawing, 'unit');
    for (const { name, options } of literature.filters?.(real, wording) ?? []) {
      expect(new Set(options.map(({ value }) => value))).toEqual(new Set(units.map(({ data }) => data?.[name])));
      for (const { value } of options) expect(value).toMatch(/^[a-z0-9-]+$/);
    }
  });

  test('a key names the marks that stand in it, and no others', () => {
    const texts = (rows: readonly LiteratureRow[]) =>
      itemsOf(draw(rows, pointsOf(rows)).items).flatMap((item) => (item.type === 'label' ? [item.lines.join(' ')] : []));
    expect(texts(real).filter((text) => /^(Supports|Refines|Contradicts|Nothing found|Underlined)/.test(text)).length).toBe(5);
    expect(texts([row(0, { stance: 'refines', same_authors: 0 })])).toContain('Refines');
    expect(
      texts([row(0, { stance: 'refines', same_authors: 0 })]).filter((text) => /^(Supports|Contradicts|Underlined)/.test(text)),
    ).toEqual([]);
  });
});

test('a mark opens what its source says and how we think it bears on the point', () => {
  for (const one of real) {
    const detail = literature.detail?.(one, guide);
    expect(detail?.to).toBe(`/sources/${one.source}/#${one.finding}`);
    expect(detail?.says.map(({ text }) => text)).toEqual([one.text, one.reason]);
    expect(detail?.mark).toBe(
      `${guide.about.voices.others.label}, ${one.stance}${one.same_authors ? ', the same authors as the study' : ''}`,
    );
  }
});
