import { scaleBand } from 'd3';
import { token } from '../../guide/addresses.ts';
import { stancesWords } from '../../guide/literature.ts';
import { itemAt } from '../../lib/items.ts';
import { capital, slug } from '../../lib/text.ts';
import { STANCES, type Stance } from '../../lib/voices.ts';
import { EVIDENCE_KINDS } from '../../schemas/kinds.ts';
import type { Box, Wording } from '../chart.ts';
import type { Drawing, Face, Group, Item, Stroke, Tone } from '../drawing.ts';
import { round } from '../geometry.ts';
import { drawKey } from '../key.ts';
import { heightOf, LEADING, labelAt, wrap } from '../lines.ts';
import type { MarkShape } from '../marks.ts';
import type { LiteratureRow } from './rows.ts';

const NAME: Face = { family: 'sans', weight: 400, size: 15 };
const HEAD: Face = { family: 'sans', weight: 400, size: 14 };
const GROUP: Face = { family: 'sans', weight: 600, size: 14 };

/** room for names, with the gap to the first column */
const LEFT = 180;
/** how far a cell reaches to the left of its marks, and they end before the next */
const GUTTER = 6;
const SIZE = 11;
/** from mark to mark, along a line and from line to line */
const [ALONG, DOWN] = [13.5, 18];
const PAD = 6;

const STANCE_SHAPES = { supports: 'disc', refines: 'ring', contradicts: 'ring-cross' } as const satisfies Record<Stance, MarkShape>;

/** How a finding bears on another, as a mark. */
export const stanceMark = (stance: Stance): { shape: MarkShape; tone: Tone } => ({ shape: STANCE_SHAPES[stance], tone: 'others' });

/** A decade as a word in an address. */
export const decadeToken = (decade: string): string => decade.replace(' ', '-');

/**
 * What others found as a table of marks: a row for each finding of the guide, a column for each kind of evidence. Marks
 * stand side by side and differ by shape only: a long line is much that was read, and not more proof.
 */
export function layoutLiterature(rows: readonly LiteratureRow[], box: Box, { words, findings }: Wording): Drawing {
  const { width, measure } = box;
  const empty = words.empty ?? '';
  const columns = scaleBand([...EVIDENCE_KINDS], [LEFT, width + GUTTER]);
  const step = columns.step();
  const x = (kind: (typeof EVIDENCE_KINDS)[number]): number => columns(kind) as number;
  // full lines of neighboring cells must not read as one
  const perLine = Math.max(1, Math.floor((step - 2 * GUTTER - SIZE) / ALONG));
  const numbered = rows.map((row, n) => ({ ...row, n }));

  const heads = EVIDENCE_KINDS.map((kind) => ({ kind, lines: wrap(capital(kind), step - 2 * GUTTER, HEAD, measure) }));
  const headHeight = Math.max(...heads.map(({ lines }) => heightOf(lines, HEAD)));
  const items: Item[] = heads.map(({ kind, lines }, c) => ({
    type: 'group',
    as: 'column',
    data: { c },
    hit: { x: round(x(kind) - GUTTER), y: 0, width: round(step), height: round(headHeight + 4) },
    items: [labelAt(round(x(kind)), headHeight - heightOf(lines, HEAD), lines, HEAD, { anchor: 'start', tone: 'ink' })],
  }));
  let y = headHeight + 6;
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
    const name = wrap(concept.name, LEFT - 2 * GUTTER, NAME, measure);
    const lines = Math.max(1, ...cells.map((cell) => Math.ceil(cell.length / perLine)));
    const height = round(2 * PAD + Math.max(heightOf(name, NAME), (lines - 1) * DOWN + NAME.size * LEADING));
    items.push({
      type: 'group',
      as: 'row',
      to: `/${concept.ref}/`,
      data: { r: at },
      hit: { x: 0, y, width: LEFT - GUTTER, height },
      items: [labelAt(0, y + PAD, name, NAME, { anchor: 'start', tone: 'ink' })],
    });
    for (const [c, kind] of EVIDENCE_KINDS.entries()) {
      const cell = itemAt(cells, c);
      const place = (i: number) => ({
        x: round(x(kind) + SIZE / 2 + (i % perLine) * ALONG),
        y: round(y + PAD + (NAME.size * LEADING) / 2 + Math.floor(i / perLine) * DOWN),
      });
      items.push({
        type: 'group',
        as: 'cell',
        name: `${concept.name}, ${kind}: ${cell.length === 0 ? empty : cellWords(cell)}`,
        data: { r: at, c, id: `${token(concept.ref)}--${slug(kind)}`, ...(cell.length === 0 && { empty: 1 }) },
        hit: { x: round(x(kind) - GUTTER), y, width: round(step), height },
        items:
          cell.length === 0
            ? [{ type: 'mark', shape: 'dot', tone: 'muted', size: SIZE, ...place(0) }]
            : cell.map((row, i) => unit(row, place(i))),
      });
    }
    y = round(y + height);
  }
  if (findings.length > 0) items.push(rule(y, width, 'hair'));

  const entries = keyOf(rows, findings.length, empty);
  const key = drawKey(entries, y + 14, box);
  const own = entries.findIndex(({ underlined }) => underlined);
  const sample = key.items.filter((item) => item.type === 'mark')[own];
  return { width, height: Math.ceil(key.bottom + 4), items: [...items, ...key.items, ...(sample ? [underline(sample)] : [])] };
}

/** What a cell holds, in words: "3 findings: 1 supports, 2 refine; 1 by authors of the study". */
export function cellWords(cell: readonly Pick<LiteratureRow, 'stance' | 'same_authors'>[]): string {
  const own = cell.filter(({ same_authors }) => same_authors === 1).length;
  return `${stancesWords(cell.map(({ stance }) => ({ on: { stance } })))}${own > 0 ? `; ${own} by authors of the study` : ''}`;
}

/** One finding of a source; the study's own authors have a bar under theirs. */
function unit({ n, stance, kind, decade, same_authors }: LiteratureRow & { n: number }, at: { x: number; y: number }): Group {
  return {
    type: 'group',
    as: 'unit',
    data: { n, stance, kind: slug(kind), decade: decadeToken(decade), ...(same_authors === 1 && { own: 'same' }) },
    items: [{ type: 'mark', ...stanceMark(stance), size: SIZE, ...at }, ...(same_authors === 1 ? [underline(at)] : [])],
  };
}

const underline = ({ x, y }: { x: number; y: number }): Stroke => ({
  type: 'stroke',
  d: `M${round(x - 5)} ${round(y + 8)}h10`,
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
