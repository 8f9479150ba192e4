import { scalePoint } from 'd3';
import type { AnswerWord } from '../../lib/answers.ts';
import type { Box } from '../chart.ts';
import type { Drawing, Face, Item } from '../drawing.ts';
import { NARROW, round, rule } from '../geometry.ts';
import { heightOf, labelAt, wrap } from '../lines.ts';

/** A question as a row of the drawing. */
export interface CheckRow {
  question: string;
  name: string;
  /** what it asks about, as a heading over its rows */
  group: string;
}

/** The words of the axis. The last one stands apart: it is no step of a scale. */
export interface CheckWord {
  answer: AnswerWord;
  text: string;
}

const NAME: Face = { family: 'serif', weight: 600, size: 16 };
const HEAD: Face = { family: 'sans', weight: 600, size: 14 };
const GROUP: Face = { family: 'sans', weight: 400, size: 14 };

/** Room for two lines of marks (src/elements/self-check/figure.ts). */
const BAND = 46;

/** What keeps the last word apart from the others: a place on the axis where nothing stands. */
const APART = '';

/**
 * The empty drawing of a self-check: a row for each question, the words of the answers as its axis. Where a mark stands
 * depends on the reader, so the drawing tells a script the places: `data-x` of each word, `data-y` of each row.
 */
export function layoutCheck(rows: readonly CheckRow[], words: readonly CheckWord[], { width, measure }: Box): Drawing {
  const narrow = width < NARROW;
  const left = narrow ? 0 : Math.round(width * 0.31);
  const room = narrow ? 37 : 62;
  const x = scalePoint<AnswerWord | typeof APART>()
    .domain([...words.slice(0, -1).map(({ answer }) => answer), APART, ...words.slice(-1).map(({ answer }) => answer)])
    .range([left + room, width - room]);
  // a name never stands on the first word
  const nameWidth = narrow ? width : left - 8;
  const at = (answer: AnswerWord | typeof APART): number => round(x(answer) ?? 0);

  const heads = words.map(({ answer, text }) => ({ answer, lines: wrap(text, Math.min(x.step(), 2 * room) - 6, HEAD, measure) }));
  const headHeight = Math.max(...heads.map(({ lines }) => heightOf(lines, HEAD)));
  const items: Item[] = heads.map(({ answer, lines }) => ({
    type: 'group',
    as: 'word',
    data: { answer, x: at(answer) },
    items: [labelAt(at(answer), headHeight - heightOf(lines, HEAD), lines, HEAD, { anchor: 'middle', tone: 'ink' })],
  }));
  let y = headHeight + 8;
  items.push(rule(0, width, y, 'ink'));
  let group = '';
  for (const row of rows) {
    if (row.group !== group) {
      group = row.group;
      items.push(labelAt(0, y + 12, [group], GROUP, { anchor: 'start', tone: 'muted' }));
      y += 12 + heightOf([group], GROUP);
    } else items.push(rule(0, width, y, 'hair'));
    const lines = wrap(row.name, nameWidth, NAME, measure);
    const nameHeight = heightOf(lines, NAME);
    const band = narrow ? y + 8 + nameHeight : y + Math.max(0, (nameHeight + 12 - BAND) / 2);
    const middle = round(band + BAND / 2);
    items.push({
      type: 'group',
      as: 'row',
      data: { question: row.question, y: middle },
      items: [
        labelAt(0, narrow ? y + 8 : middle - nameHeight / 2, lines, NAME, { anchor: 'start', tone: 'ink' }),
        rule(at(words[0]?.answer ?? APART), at(words.at(-2)?.answer ?? APART), middle, 'hair'),
        ...words.map(({ answer }): Item => ({ type: 'mark', shape: 'dot', tone: 'muted', size: 14, x: at(answer), y: middle })),
      ],
    });
    y = narrow ? band + BAND : Math.max(band + BAND, y + nameHeight + 12);
  }
  items.push(rule(0, width, y, 'hair'));
  return { width, height: Math.ceil(y + 2), items };
}
