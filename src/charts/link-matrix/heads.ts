import { itemAt } from '../../lib/items.ts';
import type { Face, Item, Measure } from '../drawing.ts';
import { round } from '../geometry.ts';
import { turnHeads } from '../heads.ts';
import { heightOf, labelAt, wrap } from '../lines.ts';
import { type Columns, HEAD } from './columns.ts';

const GROUP: Face = { family: 'sans', weight: 600, size: 15 };

/** What stands over the columns, and where it ends. */
interface Heads {
  items: Item[];
  bottom: number;
}

/** Groups of columns, each over a rule as wide as its columns. */
export function drawGroups({ to, step, width }: Columns, measure: Measure): Heads {
  const heads = [...new Set(to.map(({ group }) => group))].map((group) => {
    const xs = to.filter((column) => column.group === group).map(({ x }) => x);
    const [start, end] = [Math.min(...xs) - step / 2 + 2, Math.max(...xs) + step / 2 - 2];
    const lines = wrap(group, Math.max(end - start, Math.min(160, width - start)), GROUP, measure);
    return { start, end, lines, reach: start + Math.max(...lines.map((line) => measure(line, GROUP))) };
  });
  // a name that is wider than its columns stands a step higher than its neighbor: from the right, each takes the lowest free lane
  const lanes: number[] = [];
  const placed = [...heads].reverse().map((head) => {
    const free = lanes.findIndex((begins) => head.reach + 8 <= begins);
    const lane = free < 0 ? lanes.length : free;
    lanes[lane] = head.start;
    return { ...head, lane };
  });
  const laneHeight = Math.max(0, ...heads.map(({ lines }) => heightOf(lines, GROUP))) + 4;
  const rule = laneHeight * lanes.length + 4;
  const items = placed.reverse().flatMap(({ start, end, lines, lane }): Item[] => {
    const foot = rule - 6 - laneHeight * lane;
    return [
      labelAt(start, foot - heightOf(lines, GROUP), lines, GROUP, { anchor: 'start', tone: 'ink' }),
      { type: 'stroke', d: `M${round(start)} ${round(rule)}H${round(end)}`, tone: 'ink', style: 'solid' },
      ...(lane > 0
        ? [{ type: 'stroke', d: `M${round(start)} ${round(foot)}V${round(rule)}`, tone: 'ink', style: 'solid', width: 1 } as const]
        : []),
    ];
  });
  return { items, bottom: rule + 8 };
}

/**
 * Names of columns, turned.
 *
 * @param told the one that stands out
 */
export function drawNames({ to, step }: Columns, top: number, measure: Measure, told?: string): Heads {
  const { labels, high } = turnHeads(to, { step, top, face: HEAD, measure });
  return {
    items: labels.map((label, c) => {
      const { ref, x } = itemAt(to, c);
      return {
        type: 'group',
        as: 'column',
        to: `/${ref}/`,
        data: { c },
        hit: { x: x - step / 2, y: top, width: step, height: high + 10 },
        items: [ref === told ? { ...label, face: { ...label.face, weight: 600 } } : label],
      };
    }),
    bottom: top + high + 14,
  };
}
