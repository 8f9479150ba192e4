import { linkHorizontal } from 'd3';
import { itemAt, lastOf } from '../../lib/items.ts';
import { round } from '../geometry.ts';

export type Point = readonly [x: number, y: number];

const link = linkHorizontal<{ source: Point; target: Point }, Point>();

/**
 * A curve that leaves and arrives level.
 *
 * @param digits behind the point
 */
export const curve = (source: Point, target: Point, digits = 1): string => link.digits(digits)({ source, target }) as string;

/** The corners of that curve: it is a cubic Bézier curve. */
const corners = ([x0, y0]: Point, [x1, y1]: Point): Point[] => {
  const middle = (x0 + x1) / 2;
  return [
    [x0, y0],
    [middle, y0],
    [middle, y1],
    [x1, y1],
  ];
};

const between = ([ax, ay]: Point, [bx, by]: Point, t: number): Point => [ax + (bx - ax) * t, ay + (by - ay) * t];

/** The corners of the part of a curve before `t`, and of the part after it (de Casteljau). */
function split(points: readonly Point[], t: number): [before: Point[], after: Point[]] {
  const [before, after]: [Point[], Point[]] = [[], []];
  for (let row = points; row.length > 0; row = row.slice(1).map((point, i) => between(itemAt(row, i), point, t))) {
    before.push(itemAt(row, 0));
    after.unshift(lastOf(row));
  }
  return [before, after];
}

/** A point of the curve; `t` runs from 0 to 1. The same as splitting it there, worked out for these corners. */
export const pointAt = ([x0, y0]: Point, [x1, y1]: Point, t: number): Point => [
  x0 + (x1 - x0) * (1.5 * t * (1 - t) + t ** 3),
  y0 + (y1 - y0) * t * t * (3 - 2 * t),
];

/** The curve with a gap around `t`, wide enough for a mark. */
export function brokenCurve(source: Point, target: Point, t: number, gap: number): string {
  const points = corners(source, target);
  const [ahead, behind] = [pointAt(source, target, t + 0.01), pointAt(source, target, t - 0.01)];
  const half = (gap / Math.hypot(ahead[0] - behind[0], ahead[1] - behind[1])) * 0.01;
  return [split(points, t - half)[0], split(points, t + half)[1]].map(path).join('');
}

const path = (points: readonly Point[]): string => {
  const [start, ...rest] = points.map((point) => point.map(round).join(','));
  return `M${start}C${rest.join(',')}`;
};
