import { trace } from '../../path-figure/trace.ts';
import type { Box } from '../chart.ts';
import type { Drawing, Item } from '../drawing.ts';
import { heightOf } from '../lines.ts';
import { linkMark, VOICE_LINES } from '../voice-marks.ts';
import { curve, pointAt } from './curve.ts';
import { columnLabel } from './layout.ts';
import { NAME, placePaths } from './place.ts';
import type { PathRow } from './rows.ts';

/** The links on paths through one entry, which has its column for itself. */
export const rowsThrough = (rows: readonly PathRow[], ref: string): PathRow[] => {
  const { edges } = trace(rows, ref);
  return rows.filter((row) => edges.has(row));
};

/**
 * The paths through one entry, small: names that are links, and one stroke for all links of a voice, so that a page which
 * shows them stays light.
 *
 * @param own the entry's reference; its name leads nowhere
 */
export function layoutLocal(rows: readonly PathRow[], own: string, box: Box): Drawing {
  const placed = placePaths(rows, box);
  const voices = Map.groupBy(placed.edges, ({ row }) => row.voice);
  const items: Item[] = [
    ...[...voices].map(
      ([voice, edges]): Item => ({
        type: 'stroke',
        d: edges.map(({ source, target }) => curve(source, target, 0)).join(''),
        tone: voice,
        style: VOICE_LINES[voice],
      }),
    ),
    ...placed.edges
      .filter(({ row }) => row.state === 'contested')
      .map(({ row, source, target }): Item => {
        const [x, y] = pointAt(source, target, 0.5);
        return { type: 'mark', ...linkMark(row.state, row.voice), x, y, size: 12 };
      }),
    ...placed.nodes.map(({ ref, stage, top, height, lines }): Item => {
      const text = columnLabel(placed, stage, top + (height - heightOf(lines, NAME)) / 2, lines, NAME);
      const label = { ...text, x: Math.round(text.x), y: Math.round(text.y) };
      return ref === own ? label : { type: 'group', to: `/${ref}/`, items: [label] };
    }),
  ];
  return { width: box.width, height: Math.ceil(placed.height), items };
}
