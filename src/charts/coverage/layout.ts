import { tally, tallyText } from '../../guide/labels.ts';
import { itemAt } from '../../lib/items.ts';
import type { Box, Wording } from '../chart.ts';
import type { Drawing, Face, Item } from '../drawing.ts';
import { hairline, NARROW } from '../geometry.ts';
import { drawKey } from '../key.ts';
import { heightOf, labelAt, wrap } from '../lines.ts';
import { runOn } from '../runs.ts';
import { VOICE_SHAPES } from '../voice-marks.ts';
import { type CoverageRow, NOTHING } from './rows.ts';

const NAME: Face = { family: 'sans', weight: 600, size: 15 };
const GIST: Face = { family: 'serif', weight: 400, size: 15 };
const COUNT: Face = { family: 'sans', weight: 400, size: 15 };

const BETWEEN = 28;
const MARK = 9.5;
const STEP = 12;

/**
 * The sentences of the abstract, one under the other, each with a mark for every statement that rests on it: what passes it
 * on stands in one run, what is inferred from it in the next.
 *
 * @param rows sentence by sentence, and there by voice
 */
export function layoutCoverage(rows: readonly CoverageRow[], box: Box, { about }: Wording): Drawing {
  const { width, measure } = box;
  const narrow = width < NARROW;
  const sentences = new Map<string, { row: CoverageRow; n: number }[]>();
  for (const [n, row] of rows.entries()) sentences.set(row.sentence, [...(sentences.get(row.sentence) ?? []), { row, n }]);

  const text = narrow ? width : Math.round(width * 0.56);
  const left = narrow ? 0 : text + BETWEEN;
  const room = Math.floor((width - left) / STEP) * STEP;
  const items: Item[] = [];
  let y = 0;
  for (const members of sentences.values()) {
    const { row: first } = itemAt(members, 0);
    items.push(hairline(y, width));
    const name = wrap(first.sentence_name, text, NAME, measure);
    const gist = wrap(first.gist, text, GIST, measure);
    const gistTop = y + 9 + heightOf(name, NAME) + 1;
    const textBottom = gistTop + heightOf(gist, GIST);
    items.push(
      labelAt(0, y + 9, name, NAME, { anchor: 'start', tone: 'ink' }),
      labelAt(0, gistTop, gist, GIST, { anchor: 'start', tone: 'ink' }),
    );

    let at = narrow ? textBottom + 7 : y + 12;
    for (const { voice } of tally(members.map(({ row }) => row))) {
      const run = members.filter(({ row }) => row.voice === voice);
      const { places, bottom } = runOn([run.length], { left, top: at, width: room, step: STEP });
      for (const [i, { n }] of run.entries())
        items.push({ type: 'mark', shape: VOICE_SHAPES[voice], tone: voice, size: MARK, n, ...itemAt(places, i) });
      at = bottom + 3;
    }
    const words = wrap(
      first.statement
        ? tallyText(
            about,
            members.map(({ row }) => row),
          )
        : NOTHING,
      width - left,
      COUNT,
      measure,
    );
    items.push(labelAt(left, at + 1, words, COUNT, { anchor: 'start', tone: 'muted' }));
    y = Math.max(narrow ? 0 : textBottom, at + 1 + heightOf(words, COUNT)) + 11;
  }
  items.push(hairline(y, width));
  const key = drawKey(
    tally(rows).map(({ voice }) => ({
      shape: VOICE_SHAPES[voice],
      tone: voice,
      text: voice === 'unknown' ? NOTHING : about.voices[voice].label,
    })),
    y + 12,
    box,
  );
  return { width, height: Math.ceil(key.bottom + 4), items: [...items, ...key.items] };
}
