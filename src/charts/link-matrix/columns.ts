import { scaleBand } from 'd3';
import type { Box } from '../chart.ts';
import type { Face } from '../drawing.ts';
import { NARROW, ROOMY } from '../geometry.ts';
import { LEADING } from '../lines.ts';
import type { MatrixRow } from './rows.ts';

export const NAME: Face = { family: 'sans', weight: 600, size: 15 };
export const HEAD: Face = { family: 'sans', weight: 400, size: 15 };

/** columns of one group stand this much apart from the next */
const BETWEEN = 14;
/** columns with names stand at least this far apart: a line of text */
const LEAST = Math.ceil(HEAD.size * LEADING) + 2;

/** Where there is room for a line of text in each column, columns have names. */
export const hasNames = ({ step, to }: Columns): boolean => to.length > 0 && step >= LEAST;

/** Where everything stands from left to right. */
export interface Columns {
  narrow: boolean;
  /** where the first column begins; names of rows stand left of it */
  left: number;
  width: number;
  /** from the middle of a column to that of the next */
  step: number;
  /** the size of a mark */
  size: number;
  /** names of rows, by reference, in order */
  from: readonly (readonly [ref: string, name: string])[];
  to: readonly { ref: string; name: string; group: string; x: number }[];
}

/**
 * Places the columns in equal steps, with a little more room between groups. So many that they would touch make the drawing wider.
 *
 * @param end room at the end of each row, for words
 */
export function placeColumns(rows: readonly MatrixRow[], { width: wanted, measure }: Box, end = 0): Columns {
  const narrow = wanted < NARROW;
  const from = [...new Map(rows.map((row) => [row.from, row.from_name]))];
  const ends = [...new Map(rows.map((row) => [row.to, row]))].map(([ref, { to_name, to_kind }]) => ({
    ref,
    name: to_name,
    group: to_kind,
  }));
  const groups = [...new Set(ends.map(({ group }) => group))];
  const left = narrow ? 0 : Math.min(190, Math.max(90, ...from.map(([, name]) => measure(name, NAME) + 14)));
  const right = narrow ? 0 : Math.max(8, end);
  const gaps = BETWEEN * Math.max(0, groups.length - 1);
  const band = scaleBand(
    ends.map(({ ref }) => ref),
    [left, wanted - right - gaps],
  );
  const step = Math.max(narrow ? 10 : LEAST, Math.min(band.step(), 72));
  return {
    narrow,
    left,
    width: Math.max(wanted, left + right + step * ends.length + gaps),
    step,
    size: Math.max(7, Math.min(wanted < ROOMY ? 17 : 20, step - 6)),
    from,
    to: ends.map((end, i) => ({ ...end, x: left + step * (i + 0.5) + BETWEEN * groups.indexOf(end.group) })),
  };
}
