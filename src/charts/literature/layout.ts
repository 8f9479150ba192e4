import { scaleBand, sum } from 'd3';
import { token } from '../../guide/addresses.ts';
import { stancesWords } from '../../guide/literature.ts';
import { itemAt } from '../../lib/items.ts';
import { capital, slug } from '../../lib/text.ts';
import { STANCES, type Stance } from '../../lib/voices.ts';
import { EVIDENCE_KINDS } from '../../schemas/kinds.ts';
import type { Box, Wording } from '../chart.ts';
import type { Drawing, Face, Group, Item, Stroke, Tone } from '../drawing.ts';
import { NARROW, ROOMY, round, rule } from '../geometry.ts';
import { type ColumnNames, columnHeads, IN_SIGHT, namedBefore, UNDER_NAMES } from '../heads.ts';
import { drawKey } from '../key.ts';
import { heightOf, LEADING, labelAt, wrap } from '../lines.ts';
import type { MarkShape } from '../marks.ts';
import type { LiteratureRow } from './rows.ts';

const NAME: Face = { family: 'sans', weight: 400, size: 15 };
const HEAD: Face = { family: 'sans', weight: 400, size: 13 };
const GROUP: Face = { family: 'sans', weight: 600, size: 15 };

/**
 * Room for names, with the gap to the first column (on a phone names stand above); how far a cell reaches to the left of its
 * marks, and they end before the next; the size of a mark; from mark to mark along a line, and from line to line.
 */
const WIDE = { left: 180, gutter: 6, size: 11, along: 13.5, down: 18 };
/** the same beside a text */
const MIDDLE = { left: 150, gutter: 5, size: 11, along: 13, down: 18 };
const SMALL = { left: 0, gutter: 3, size: 8, along: 9.5, down: 14 };
const PAD = 6;

const STANCE_SHAPES = { supports: 'disc', refines: 'ring', contradicts: 'ring-cross' } as const satisfies Record<Stance, MarkShape>;

/** How a finding bears on another, as a mark. */
export const stanceMark = (stance: Stance): { shape: MarkShape; tone: Tone } => ({ shape: STANCE_SHAPES[stance], tone: 'others' });

/** A place's name in an address. */
export const cellId = ({ on, kind }: Pick<LiteratureRow, 'on' | 'kind'>): string => `${token(on)}--${slug(kind)}`;

/** A decade as a word in an address. */
export const decadeToken = (decade: string): string => decade.replace(' ', '-');

/**
 * What others found as a table of marks: a row for each finding of the guide, a column for each kind of evidence. Marks
 * stand side by side and differ by shape only: a long line is much that was read, and not more proof.
 */
export function layoutLiterature(rows: readonly LiteratureRow[], box: Box, { words, findings }: Wording): Drawing {
  const { width, measure } = box;
  const narrow = width < NARROW;
  const { left, gutter, size, along, down } = narrow ? SMALL : width < ROOMY ? MIDDLE : WIDE;
  const face = width < ROOMY ? HEAD : NAME;
  const empty = words.empty ?? '';
  const columns = scaleBand([...EVIDENCE_KINDS], [left + (narrow ? gutter : 0), width + gutter]);
  const step = columns.step();
  const x = (kind: (typeof EVIDENCE_KINDS)[number]): number => columns(kind) as number;
  // full lines of neighboring cells must not read as one
  const perLine = Math.max(1, Math.floor((step - 2 * gutter - size) / along));
  const numbered = rows.map((row, n) => ({ ...row, n }));

  const names: ColumnNames = {
    columns: EVIDENCE_KINDS.map((kind) => ({ name: capital(kind), left: x(kind) - gutter })),
    step,
    gap: gutter,
    set: narrow ? 'upright' : 'start',
    face,
    measure,
  };
  const points = findings.map((concept, at) => {
    const cells = EVIDENCE_KINDS.map((kind) => numbered.filter((row) => row.on === concept.ref && row.kind === kind));
    const name = wrap(concept.name, narrow ? width : left - 2 * gutter, NAME, measure);
    const lines = Math.max(1, ...cells.map((cell) => Math.ceil(cell.length / perLine)));
    const [above, marks] = [heightOf(name, NAME), (lines - 1) * down + (narrow ? size + 4 : NAME.size * LEADING)];
    return { at, concept, cells, name, above, marks, height: round(2 * PAD + (narrow ? above + marks : Math.max(above, marks))) };
  });
  const items: Item[] = [];
  let y = 0;
  /** where the last names of columns ended */
  let named = Number.NEGATIVE_INFINITY;
  /** over rows stands the name of their group, left of the names of the columns, or over these on a phone */
  const over = (group: string, columns: boolean): void => {
    const again = y > 0;
    if (again) items.push(rule(0, width, y, group ? 'ink' : 'hair'));
    const lines = group ? wrap(group, columns && !narrow ? left - 2 * gutter : width, GROUP, measure) : [];
    const [top, tall] = [again ? y + PAD + 1 : 0, heightOf(lines, GROUP)];
    const heads = columns ? columnHeads(names, narrow ? top + tall : top, again, tall) : { items: [], bottom: top + tall };
    items.push(...heads.items, labelAt(0, narrow ? top : heads.bottom - tall, lines, GROUP, { anchor: 'start', tone: 'ink' }));
    y = round(heads.bottom + (columns ? UNDER_NAMES : 1));
    if (!columns) return;
    items.push(rule(0, width, y, again ? 'hair' : 'ink'));
    named = y;
  };
  for (const [group, own] of Map.groupBy(points, ({ concept }) => concept.group)) {
    const heights = own.map(({ height }) => height);
    const here = y + sum(heights) - named > IN_SIGHT ? namedBefore(heights) : new Set<number>();
    for (const [i, { at, concept, cells, name, above, marks, height }] of own.entries()) {
      if (i === 0) {
        if (at > 0) y += 6;
        over(group, here.has(0));
      } else if (here.has(i)) over('', true);
      else items.push(rule(0, width, y, 'hair'));
      const first = y + PAD + (narrow ? above + size / 2 + 1 : (NAME.size * LEADING) / 2);
      const [from, tall] = narrow ? [y + PAD + above - 2, marks + PAD + 2] : [y, height];
      items.push({
        type: 'group',
        as: 'row',
        to: `/${concept.ref}/`,
        data: { r: at },
        hit: { x: 0, y, width: narrow ? width : left - gutter, height: narrow ? PAD + above - 2 : height },
        items: [labelAt(0, y + PAD, name, NAME, { anchor: 'start', tone: 'ink' })],
      });
      for (const [c, kind] of EVIDENCE_KINDS.entries()) {
        const cell = itemAt(cells, c);
        const place = (i: number) => ({
          x: round(x(kind) + size / 2 + (i % perLine) * along),
          y: round(first + Math.floor(i / perLine) * down),
        });
        items.push({
          type: 'group',
          as: 'cell',
          name: `${concept.name}, ${kind}: ${cell.length === 0 ? empty : cellWords(cell)}`,
          data: { r: at, c, id: cellId({ on: concept.ref, kind }), ...(cell.length === 0 && { empty: 1 }) },
          hit: { x: round(x(kind) - gutter), y: round(from), width: round(step), height: round(tall) },
          items:
            cell.length === 0
              ? [{ type: 'mark', shape: 'dot', tone: 'muted', size, ...place(0) }]
              : cell.map((row, i) => unit(row, place(i), size)),
        });
      }
      y = round(y + height);
    }
  }
  if (findings.length > 0) items.push(rule(0, width, y, 'hair'));

  const entries = keyOf(rows, findings.length, empty);
  const key = drawKey(entries, y + 14, box);
  const own = entries.findIndex(({ underlined }) => underlined);
  const sample = key.items.filter((item) => item.type === 'mark')[own];
  return { width, height: Math.ceil(key.bottom + 4), items: [...items, ...key.items, ...(sample ? [underline(sample, 11)] : [])] };
}

/** What a cell holds, in words: "3 findings: 1 supports, 2 refine; 1 by authors of the study". */
export function cellWords(cell: readonly Pick<LiteratureRow, 'stance' | 'same_authors'>[]): string {
  const own = cell.filter(({ same_authors }) => same_authors === 1).length;
  return `${stancesWords(cell.map(({ stance }) => ({ on: { stance } })))}${own > 0 ? `; ${own} by authors of the study` : ''}`;
}

/** One finding of a source; the study's own authors have a bar under theirs. */
function unit({ n, stance, kind, decade, same_authors }: LiteratureRow & { n: number }, at: { x: number; y: number }, size: number): Group {
  return {
    type: 'group',
    as: 'unit',
    data: { n, stance, kind: slug(kind), decade: decadeToken(decade), ...(same_authors === 1 && { own: 'same' }) },
    items: [{ type: 'mark', ...stanceMark(stance), size, ...at }, ...(same_authors === 1 ? [underline(at, size)] : [])],
  };
}

const underline = ({ x, y }: { x: number; y: number }, size: number): Stroke => ({
  type: 'stroke',
  d: `M${round(x - size / 2 + 0.5)} ${round(y + size / 2 + 2.5)}h${size - 1}`,
  tone: 'others',
  style: 'solid',
});

/** One entry for each mark that stands in the drawing. */
function keyOf(rows: readonly LiteratureRow[], findings: number, empty: string) {
  const own = rows.find(({ same_authors }) => same_authors === 1);
  const filled = new Set(rows.map(({ on, kind }) => `${on} ${kind}`)).size;
  return [
    ...STANCES.filter((stance) => rows.some((row) => row.stance === stance)).map((stance) => ({
      ...stanceMark(stance),
      text: capital(stance),
      underlined: false,
    })),
    ...(filled < findings * EVIDENCE_KINDS.length
      ? [{ shape: 'dot', tone: 'muted', text: empty.replace(/\.$/, ''), underlined: false } as const]
      : []),
    ...(own
      ? [{ ...stanceMark(own.stance), text: 'Underlined: same authors as the study, so no independent support', underlined: true }]
      : []),
  ];
}
