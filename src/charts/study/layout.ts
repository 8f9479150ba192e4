import { itemAt } from '../../lib/items.ts';
import type { Box, Wording } from '../chart.ts';
import type { Drawing, Face, Item } from '../drawing.ts';
import { hairline, NARROW, round } from '../geometry.ts';
import { heightOf, LEADING, labelAt, wrap } from '../lines.ts';
import { runOn } from '../runs.ts';
import { VOICE_SHAPES } from '../voice-marks.ts';
import type { StudyRow } from './rows.ts';
import { layoutTime } from './time.ts';

const NAME: Face = { family: 'sans', weight: 600, size: 15 };
const NOTE: Face = { family: 'sans', weight: 400, size: 15 };

const MARK = 11;
const STEP = 14;
/** marks stand in fives, so that they can be counted */
const FIVE = 5;

/**
 * The design of the study: a line of marks for everything counted, all marks equally large; an empty place for what is not
 * reported; and the study's time.
 *
 * @param rows units by what they are, then the rest
 */
export function layoutStudy(rows: readonly StudyRow[], box: Box, wording: Wording): Drawing {
  const { width, measure } = box;
  const narrow = width < NARROW;
  const units = new Map<string, { row: StudyRow; n: number }[]>();
  for (const [n, row] of rows.entries()) if (row.part === 'unit') units.set(row.unit, [...(units.get(row.unit) ?? []), { row, n }]);

  const left = narrow ? 0 : 152;
  const items: Item[] = [];
  let y = 0;
  /** a name at the left, or on a phone above; returns where the rest of its band begins */
  const begin = (name: string): { top: number; bottom: number } => {
    if (y > 0) items.push(hairline(y, width));
    const lines = wrap(name, narrow ? width : left - 18, NAME, measure);
    const top = y > 0 ? y + 11 : y;
    items.push(labelAt(0, top, lines, NAME, { anchor: 'start', tone: 'ink' }));
    const bottom = top + heightOf(lines, NAME);
    return { top: narrow ? bottom + 4 : top, bottom };
  };

  for (const [unit, members] of units) {
    const { top, bottom } = begin(`${members.length} ${unit}`);
    const fives = Array.from({ length: Math.ceil(members.length / FIVE) }, (_, i) => Math.min(FIVE, members.length - i * FIVE));
    const run = runOn(fives, {
      left,
      top: top + (narrow ? 0 : (NAME.size * LEADING - STEP) / 2),
      width: width - left,
      step: STEP,
      apart: 4,
    });
    for (const [i, { row, n }] of members.entries())
      if (row.shape) items.push({ type: 'mark', shape: row.shape, tone: 'paper', size: MARK, n, ...itemAt(run.places, i) });
    y = Math.max(bottom, run.bottom) + 11;
  }

  for (const [n, row] of rows.entries()) {
    if (row.part !== 'missing') continue;
    const before = items.length;
    const { top, bottom } = begin(row.unit);
    const inner = left + 14 + MARK + 8;
    const label = wrap(wording.about.voices.unknown.label, width - inner - 12, NAME, measure);
    const note = wrap(row.text, width - inner - 12, NOTE, measure);
    const noteTop = top + 10 + heightOf(label, NAME);
    const end = noteTop + heightOf(note, NOTE) + 10;
    items.push(
      { type: 'stroke', d: `M${left + 1} ${round(top)}H${width - 1}V${round(end)}H${left + 1}Z`, tone: 'unknown', style: 'dashed' },
      {
        type: 'mark',
        shape: VOICE_SHAPES.unknown,
        tone: 'unknown',
        size: MARK,
        x: left + 14 + MARK / 2,
        y: top + 10 + NAME.size * LEADING * 0.5,
        n,
      },
      labelAt(inner, top + 10, label, NAME, { anchor: 'start', tone: 'unknown' }),
      labelAt(inner, noteTop, note, NOTE, { anchor: 'start', tone: 'muted' }),
    );
    // what nobody reported is not the paper's, nor is the name of its place
    items.push({ type: 'group', voice: 'unknown', items: items.splice(before) });
    y = Math.max(bottom, end) + 14;
  }

  const time = layoutTime(rows, y > 0 ? y + 14 : 0, box);
  if (time.items.length > 0 && y > 0) items.push(hairline(y, width));
  return { width, height: Math.ceil(Math.max(y, time.bottom) + 4), items: [...items, ...time.items] };
}
