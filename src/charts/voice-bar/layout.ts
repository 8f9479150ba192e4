import { tally, tallyText } from '../../guide/labels.ts';
import { itemAt } from '../../lib/items.ts';
import type { Box, Wording } from '../chart.ts';
import type { Drawing, Face, Item } from '../drawing.ts';
import { hairline, NARROW } from '../geometry.ts';
import { drawKey } from '../key.ts';
import { heightOf, labelAt, wrap } from '../lines.ts';
import { runOn } from '../runs.ts';
import { VOICE_SHAPES } from '../voice-marks.ts';
import type { VoiceRow } from './rows.ts';

const NAME: Face = { family: 'sans', weight: 600, size: 15 };
const COUNT: Face = { family: 'sans', weight: 400, size: 15 };

const MARK = 9.5;
const STEP = 12;

/**
 * One mark for each statement, in a band for each kind of page; a band's marks stand by voice, with an empty place between
 * two voices, and its counts under them in words. No bar and no share: whoever wants a number reads it.
 *
 * @param rows band by band, and in a band by voice
 */
export function layoutVoices(rows: readonly VoiceRow[], box: Box, { about }: Wording): Drawing {
  const { width, measure } = box;
  const narrow = width < NARROW;
  const groups = new Map<string, { row: VoiceRow; n: number }[]>();
  for (const [n, row] of rows.entries()) groups.set(row.on, [...(groups.get(row.on) ?? []), { row, n }]);

  const left = narrow ? 0 : Math.ceil(Math.min(190, Math.max(110, ...[...groups.keys()].map((name) => measure(name, NAME) + 18))));
  // whole places only, so that the marks of all bands stand in the same columns
  const room = Math.floor((width - left) / STEP) * STEP;
  const items: Item[] = [];
  let y = 0;
  for (const [name, members] of groups) {
    const voices = members.map(({ row }) => row);
    items.push(hairline(y, width));
    const names = wrap(name, narrow ? width : left - 18, NAME, measure);
    items.push(labelAt(0, y + 8, names, NAME, { anchor: 'start', tone: 'ink' }));
    const nameBottom = y + 8 + heightOf(names, NAME);
    const top = narrow ? nameBottom + 4 : y + 11;
    const { places, bottom } = runOn(
      tally(voices).map(({ count }) => count),
      { left, top, width: room, step: STEP, apart: STEP },
    );
    for (const [i, { row, n }] of members.entries())
      items.push({
        type: 'mark',
        shape: VOICE_SHAPES[row.voice],
        tone: row.voice,
        size: MARK,
        n,
        ...itemAt(places, i),
      });
    const words = wrap(tallyText(about, voices), width - left, COUNT, measure);
    items.push(labelAt(left, bottom + 3, words, COUNT, { anchor: 'start', tone: 'muted' }));
    y = Math.max(narrow ? 0 : nameBottom, bottom + 3 + heightOf(words, COUNT)) + 9;
  }
  items.push(hairline(y, width));
  const key = drawKey(
    tally(rows).map(({ voice, count }) => ({
      shape: VOICE_SHAPES[voice],
      tone: voice,
      text: `${about.voices[voice].label}, ${count}`,
    })),
    y + 12,
    box,
  );
  return { width, height: Math.ceil(key.bottom + 4), items: [...items, ...key.items] };
}
