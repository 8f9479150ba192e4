import { usedKinds } from '../../guide/entries.ts';
import { counted, shortOf } from '../../guide/labels.ts';
import type { Finding, Guide } from '../../guide/types.ts';
import { capital, listed } from '../../lib/text.ts';
import { trace } from '../../lib/trace.ts';
import { LINK_VOICES } from '../../lib/voices.ts';
import type { Box } from '../chart.ts';
import type { Drawing, Item } from '../drawing.ts';
import { heightOf } from '../lines.ts';
import { linkMark, VOICE_LINES } from '../voice-marks.ts';
import { kindOf } from './columns.ts';
import { curve, pointAt } from './curve.ts';
import { columnLabel } from './layout.ts';
import { NAME, placePaths } from './place.ts';
import { type PathRow, stageOf } from './rows.ts';

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

/**
 * What a small figure of paths is about, by the column in which the finding stands; "may", for each of its links is a judgment.
 *
 * @param rows the links on the paths through the finding; at least one
 */
export function localTitle(entry: Finding, rows: readonly PathRow[]): string {
  const name = capital(shortOf(entry));
  const [into, on] = [rows.some(({ to }) => to === entry.ref), rows.some(({ from }) => from === entry.ref)];
  if (stageOf(entry.kind) === 0) return `Where ${name} may lead`;
  if (into && on) return `What ${name} may help with, and what may stand behind it`;
  return into && stageOf(entry.kind) === 1
    ? `What ${name} may help with`
    : into
      ? `What ${name} may stand behind`
      : `What may stand behind ${name}`;
}

/**
 * What a small figure of paths shows, in words: how many of each kind stand in its other columns, whose its lines are.
 *
 * @param rows the links on the paths through the finding; at least one
 */
export function localWords(guide: Guide, entry: Finding, rows: readonly PathRow[]): string {
  const ends = [...new Set(rows.flatMap(({ from, to }) => [from, to]))].filter((ref) => ref !== entry.ref);
  const [starts, middles, supports] = [0, 1, 2].map((stage) => {
    const own = ends.filter((ref) => stageOf(kindOf(ref)) === stage);
    return listed(
      usedKinds(guide).flatMap((kind) => {
        const count = own.filter((ref) => kindOf(ref) === kind).length;
        return count > 0 ? [counted(guide, kind, count)] : [];
      }),
    );
  });
  // not everything in the middle has something behind it
  const last = rows.every(({ to }) => stageOf(kindOf(to)) === 2 || rows.some(({ from }) => from === to));
  const sides = [
    [middles, supports && `behind ${last ? 'these' : 'some of these'}, ${supports}`],
    [starts && `from ${starts}`, supports && `to ${supports}`],
    [starts && `from ${starts}`, middles && `by way of ${middles}`],
  ][stageOf(entry.kind)]?.filter(Boolean);
  const { voices } = guide.about;
  const styles = LINK_VOICES.filter((voice) => rows.some((row) => row.voice === voice)).map(
    (voice, i) => `${VOICE_LINES[voice]} ${i === 0 ? 'lines are ' : ''}${voices[voice].possessive}`,
  );
  return [
    `paths through ${capital(shortOf(entry))}: ${sides?.join(stageOf(entry.kind) === 0 ? '; ' : ' ')}.`,
    `${capital(listed(styles))}.`,
    ...(rows.some(({ state }) => state === 'contested') ? ['A half-filled mark is contested.'] : []),
  ].join(' ');
}
