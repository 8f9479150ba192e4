/**
 * `npm run figures`: draws every figure of this guide and keeps the drawings, with the rows they were drawn from, as what was
 * last looked at. The test draws the kept rows anew: so a change of a layout shows as a diff, and one of the content does not.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Point, Row } from '../src/charts/chart.ts';
import { CHARTS, chartOf } from '../src/charts/charts.ts';
import { pageSvg } from '../src/charts/draw.ts';
import { measure } from '../src/charts/fonts.ts';
import { buildGuide } from '../src/guide/build.ts';
import { readFiles } from '../src/guide/read/files.ts';
import type { Figure, Guide } from '../src/guide/types.ts';
import { FIGURES, type FigureId } from '../src/schemas/kinds.ts';

export const FOLDER = 'tests/fixtures/figures';

/** What a drawing is made from. */
export interface Kept {
  rows: readonly Row[];
  words: Readonly<Record<string, string>>;
  findings: readonly Point[];
}

/** Both drawings of kept rows, an element to a line, by the names of their files. */
export function drawn(id: FigureId, { rows, words, findings }: Kept, { about }: Pick<Guide, 'about'>): Map<string, string> {
  const { layout, wide, narrow } = CHARTS[id];
  const svg = (width: number): string => {
    const drawing = layout(rows, { width, measure }, { about, words, findings });
    return `${pageSvg(drawing, width === wide ? 'wide' : 'narrow', { plain: true }).replaceAll('><', '>\n<')}\n`;
  };
  return new Map([[`${id}.svg`, svg(wide)], ...(narrow ? [[`${id}-narrow.svg`, svg(narrow)] as const] : [])]);
}

/** Long texts that no drawing shows. */
const UNSEEN = new Set(['reason', 'because']);

if (import.meta.main) {
  const guide = buildGuide(readFiles('content'), 'content');
  mkdirSync(FOLDER, { recursive: true });
  for (const id of FIGURES) {
    const { rows, wording } = chartOf(guide, guide.entries.get(`figures/${id}`) as Figure);
    const seen = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).filter(([name]) => !UNSEEN.has(name) && (name !== 'text' || id === 'tension' || id === 'study')),
      ),
    );
    const kept: Kept = { rows: seen, words: wording.words, findings: id === 'literature' ? wording.findings : [] };
    writeFileSync(`${FOLDER}/${id}.json`, `${JSON.stringify(kept)}\n`);
    for (const [name, svg] of drawn(id, kept, guide)) writeFileSync(`${FOLDER}/${name}`, svg);
  }
}
