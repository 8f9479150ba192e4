import type { Box, Wording } from '../chart.ts';
import type { Drawing, Face, Item } from '../drawing.ts';
import { NARROW, round, rule } from '../geometry.ts';
import { drawKey } from '../key.ts';
import { heightOf, LEADING, labelAt, wrap } from '../lines.ts';
import { VOICE_SHAPES } from '../voice-marks.ts';
import type { TensionRow } from './rows.ts';

const NAME: Face = { family: 'serif', weight: 600, size: 17 };
const TEXT: Face = { family: 'sans', weight: 400, size: 15 };
const HEAD: Face = { family: 'sans', weight: 600, size: 15 };
/** the heading of a side where it stands again over every text */
const AGAIN: Face = { family: 'sans', weight: 400, size: 15 };

const MARK = 12;
/** from a mark to what stands beside it */
const GAP = 8;

const SIDES = ['outside', 'inside'] as const;

/** A finding with what pulls on it; `n` is the number of the row. */
interface Pull {
  name: string;
  sides: readonly { side: TensionRow['side']; text: string; n: number }[];
}

/**
 * Findings one under the other, each between the two sides that pull on it. Nothing has a length: nobody has measured how hard a
 * side pulls.
 *
 * @param rows finding by finding
 */
export function layoutTension(rows: readonly TensionRow[], box: Box, wording: Wording): Drawing {
  const pulls = new Map<string, { name: string; sides: { side: TensionRow['side']; text: string; n: number }[] }>();
  for (const [n, { on, on_name, side, text }] of rows.entries()) {
    const pull = pulls.get(on) ?? { name: on_name, sides: [] };
    pull.sides.push({ side, text, n });
    pulls.set(on, pull);
  }
  const { items, bottom } = (box.width < NARROW ? stacked : facing)([...pulls.values()], box, wording);
  if (rows.length === 0) return { width: box.width, height: bottom, items };
  const { paper, editors } = wording.about.voices;
  const key = drawKey(
    [
      { shape: VOICE_SHAPES.paper, tone: 'paper', text: paper.label },
      { shape: VOICE_SHAPES.editors, tone: 'editors', text: editors.label },
    ],
    bottom + 12,
    box,
  );
  return { width: box.width, height: Math.ceil(key.bottom + 4), items: [...items, ...key.items] };
}

/** The two sides left and right of a column of names. */
function facing(pulls: readonly Pull[], { width, measure }: Box, { words }: Wording): { items: Item[]; bottom: number } {
  const middle = width / 2;
  const longest = Math.max(0, ...pulls.map((pull) => measure(pull.name, NAME)));
  /** from the middle to where the marks of a side stand, and to where its texts begin */
  const half = Math.round(Math.min(width * 0.16, longest / 2 + 3 * GAP + MARK));
  const reach = half + MARK / 2 + GAP;
  const room = middle - reach;
  const items: Item[] = [];

  const heads = SIDES.map((side) => ({ side, lines: wrap(words[side] ?? '', room, HEAD, measure) }));
  const headHeight = Math.max(...heads.map(({ lines }) => heightOf(lines, HEAD)));
  for (const { side, lines } of heads) {
    const x = side === 'outside' ? middle - reach : middle + reach;
    items.push(labelAt(x, headHeight - heightOf(lines, HEAD), lines, HEAD, { anchor: side === 'outside' ? 'end' : 'start', tone: 'ink' }));
  }
  let y = headHeight + 6;
  items.push(rule(0, width, y, 'ink'));

  for (const [i, pull] of pulls.entries()) {
    if (i > 0) items.push(rule(0, width, y, 'hair'));
    const top = y + 13;
    const line = top + TEXT.size * LEADING * 0.5;
    const lines = wrap(pull.name, 2 * (half - GAP - MARK), NAME, measure);
    const wide = Math.max(...lines.map((words) => measure(words, NAME)));
    const nameTop = line - (NAME.size * LEADING) / 2;
    items.push(
      { type: 'mark', shape: VOICE_SHAPES.paper, tone: 'paper', size: MARK, x: round(middle - wide / 2 - GAP), y: line },
      labelAt(round(middle + MARK / 2), nameTop, lines, NAME, { anchor: 'middle', tone: 'ink' }),
    );
    let bottom = nameTop + heightOf(lines, NAME);
    for (const { side, text: said, n } of pull.sides) {
      const away = side === 'outside' ? -1 : 1;
      items.push({ type: 'mark', shape: VOICE_SHAPES.editors, tone: 'editors', size: MARK, x: middle + away * half, y: line, n });
      const words = wrap(said, room, TEXT, measure);
      items.push(labelAt(middle + away * reach, top, words, TEXT, { anchor: away < 0 ? 'end' : 'start', tone: 'ink' }));
      bottom = Math.max(bottom, top + heightOf(words, TEXT));
    }
    y = bottom + 13;
  }
  items.push(rule(0, width, y, 'hair'));
  return { items, bottom: y };
}

/** A name on lines of its own, the sides under it. */
function stacked(pulls: readonly Pull[], { width, measure }: Box, { words }: Wording): { items: Item[]; bottom: number } {
  const items: Item[] = [];
  const left = MARK + GAP;
  const put = (text: string, top: number, face: Face, tone: 'ink' | 'muted' = 'ink'): number => {
    const lines = wrap(text, width - left, face, measure);
    items.push(labelAt(left, top, lines, face, { anchor: 'start', tone }));
    return top + heightOf(lines, face);
  };
  let y = 0;
  for (const { name, sides } of pulls) {
    items.push(rule(0, width, y, 'hair'));
    items.push({ type: 'mark', shape: VOICE_SHAPES.paper, tone: 'paper', size: MARK, x: MARK / 2, y: y + 10 + NAME.size * LEADING * 0.5 });
    y = put(name, y + 10, NAME);
    for (const { side, text, n } of sides) {
      const asks = put(words[side] ?? '', y + 6, AGAIN, 'muted');
      items.push({
        type: 'mark',
        shape: VOICE_SHAPES.editors,
        tone: 'editors',
        size: MARK,
        x: MARK / 2,
        y: asks + TEXT.size * LEADING * 0.5,
        n,
      });
      y = put(text, asks, TEXT);
    }
    y += 12;
  }
  items.push(rule(0, width, y, 'hair'));
  return { items, bottom: y };
}
