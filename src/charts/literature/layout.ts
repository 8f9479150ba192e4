import { scaleBand } from 'd3';
import { token } from '../../guide/addresses.ts';
import { stancesWords } from '../../guide/literature.ts';
import { itemAt } from '../../lib/items.ts';
import { capital, slug } from '../../lib/text.ts';
import { STANCES, type Stance } from '../../lib/voices.ts';
import { EVIDENCE_KINDS } from '../../schemas/kinds.ts';
import type { Box, Wording } from '../chart.ts';
import type { Drawing, Face, Group, Item, Stroke, Tone } from '../drawing.ts';
import { NARROW, ROOMY, round } from '../geometry.ts';
import { levelHeads, turnHeads } from '../heads.ts';
import { drawKey } from '../key.ts';
import { heightOf, LEADING, labelAt, wrap } from '../lines.ts';
import type { MarkShape } from '../marks.ts';
import type { LiteratureRow } from './rows.ts';

const NAME: Face = { family: 'sans', weight: 400, size: 15 };
const HEAD: Face = { family: 'sans', weight: 400, size: 14 };
const GROUP: Face = { family: 'sans', weight: 600, size: 15 };

/**
 * Room for names, with the gap to the first column (on a phone names stand above); how far a cell reaches to the left of its
 * marks, and they end before the next; the size of a mark; from mark to mark along a line, and from line to line.
 */
const WIDE = { left: 180, gutter: 6, size: 11, along: 13.5, down: 18 };
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
  const { left, gutter, size, along, down } = narrow ? SMALL : WIDE;
  const face = width < ROOMY ? HEAD : NAME;
  const empty = words.empty ?? '';
  const columns = scaleBand([...EVIDENCE_KINDS], [left + (narrow ? gutter : 0), width + gutter]);
  const step = columns.step();
  const x = (kind: (typeof EVIDENCE_KINDS)[number]): number => columns(kind) as number;
  // full lines of neighboring cells must not read as one
  const perLine = Math.max(1, Math.floor((step - 2 * gutter - size) / along));
  const numbered = rows.map((row, n) => ({ ...row, n }));

  const heads = EVIDENCE_KINDS.map((kind) => ({ x: x(kind), name: capital(kind) }));
  const { labels, high } = narrow
    ? turnHeads(
        heads.map((head) => ({ ...head, x: head.x + step / 2 - gutter })),
        { step, top: 0, face, measure },
      )
    : levelHeads(heads, { room: step - 2 * gutter, anchor: 'start', face, measure });
  const items: Item[] = labels.map((label, c) => ({
    type: 'group',
    as: 'column',
    data: { c },
    hit: { x: round(itemAt(heads, c).x - gutter), y: 0, width: round(step), height: round(high + 4) },
    items: [label],
  }));
  let y = high + (narrow ? 12 : 6);
  let group: string | undefined;
  for (const [at, concept] of findings.entries()) {
    if (concept.group !== group) {
      const lines = wrap(concept.group, width, GROUP, measure);
      const top = group === undefined ? y : y + 6;
      items.push(rule(top, width, 'ink'), labelAt(0, top + PAD + 1, lines, GROUP, { anchor: 'start', tone: 'ink' }));
      y = round(top + heightOf(lines, GROUP) + PAD + 2);
      group = concept.group;
    } else items.push(rule(y, width, 'hair'));
    const cells = EVIDENCE_KINDS.map((kind) => numbered.filter((row) => row.on === concept.ref && row.kind === kind));
    const name = wrap(concept.name, narrow ? width : left - 2 * gutter, NAME, measure);
    const lines = Math.max(1, ...cells.map((cell) => Math.ceil(cell.length / perLine)));
    const [above, marks] = [heightOf(name, NAME), (lines - 1) * down + (narrow ? size + 4 : NAME.size * LEADING)];
    const height = round(2 * PAD + (narrow ? above + marks : Math.max(above, marks)));
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
  if (findings.length > 0) items.push(rule(y, width, 'hair'));

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

const rule = (y: number, width: number, tone: Tone): Stroke => ({
  type: 'stroke',
  d: `M0 ${round(y)}H${round(width)}`,
  tone,
  style: 'solid',
  ...(tone === 'hair' && { width: 1 }),
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
