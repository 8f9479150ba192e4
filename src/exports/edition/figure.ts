import { chartOf } from '../../charts/charts.ts';
import { openingOf } from '../../guide/entries.ts';
import type { Figure } from '../../guide/types.ts';
import { type Block, heading, joined, table } from './blocks.ts';
import { fact, type Writer } from './writer.ts';

/** A figure: where its picture and data are, the picture, how to read it, its table. */
export function figureBlocks(write: Writer, entry: Figure): Block[] {
  const { guide, isWhole, ours, statement, body, next, head } = write;
  const { chart, rows, wording } = chartOf(guide, entry);
  const file = (ending: 'svg' | 'png' | 'csv') => ({ file: `/figures/${entry.id}.${ending}`, text: ending.toUpperCase() });
  return [
    ...head(entry, entry.data.title, [
      fact('Picture', joined([file('svg'), file('png')], ', ')),
      fact('Data', file('csv')),
      fact('Reviewed', entry.data.reviewed),
    ]),
    { type: 'figure', figure: entry.id },
    statement(openingOf(entry)),
    ours(entry.data.how),
    ...(isWhole
      ? []
      : [
          heading(2, 'The same as a table'),
          table(
            chart.table.map((column) => column.heading),
            rows.map((one) => chart.table.map(({ cell }) => cell(one, wording).text)),
          ),
        ]),
    ...body(entry, 2, entry.statements.slice(1)),
    ...next(entry.data.next),
  ];
}
