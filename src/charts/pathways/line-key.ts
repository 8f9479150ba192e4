import { LINK_VOICES } from '../../lib/voices.ts';
import type { Box, Wording } from '../chart.ts';
import type { Face, Item } from '../drawing.ts';
import { round } from '../geometry.ts';
import { LEADING, wrap } from '../lines.ts';
import { judgedWords, linkMark, VOICE_LINES } from '../voice-marks.ts';
import type { PathRow } from './rows.ts';

const FACE: Face = { family: 'sans', weight: 400, size: 15 };
const LINE = 40;
const GAP = 26;

/** What the lines of a drawing mean, each state and voice that it has, in rows under it. */
export function drawLineKey(rows: readonly PathRow[], top: number, { width, measure }: Box, about: Wording['about']) {
  const items: Item[] = [];
  let [x, y] = [0, top];
  let bottom = top;
  for (const state of ['linked', 'contested'] as const)
    for (const voice of LINK_VOICES) {
      if (!rows.some((row) => row.state === state && row.voice === voice)) continue;
      const lines = wrap(judgedWords(about, state, voice), width - LINE - 8, FACE, measure);
      const wide = LINE + 8 + Math.max(...lines.map((line) => measure(line, FACE)));
      if (x > 0 && x + wide > width) [x, y] = [0, bottom + 6];
      const middle = y + FACE.size * LEADING * 0.5;
      const contested = state === 'contested';
      items.push(
        {
          type: 'stroke',
          d: contested
            ? `M${round(x)} ${round(middle)}h12M${round(x + LINE - 12)} ${round(middle)}h12`
            : `M${round(x)} ${round(middle)}h${LINE}`,
          tone: voice,
          style: VOICE_LINES[voice],
        },
        ...(contested ? [{ type: 'mark' as const, ...linkMark(state, voice), x: x + LINE / 2, y: middle, size: 11 }] : []),
        { type: 'label', x: x + LINE + 8, y: middle + FACE.size * 0.34, lines, face: FACE, anchor: 'start', tone: 'ink' },
      );
      bottom = Math.max(bottom, y + lines.length * FACE.size * LEADING);
      x += wide + GAP;
    }
  return { items, bottom };
}
