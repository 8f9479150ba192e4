import { chartOf } from '../../charts/charts.ts';
import { openingOf } from '../../guide/entries.ts';
import type { Figure } from '../../guide/types.ts';
import { escapeMarkdown } from '../../lib/markdown.ts';
import { anchor, table, type Writer } from './writer.ts';

/** A figure: where its picture and data are, how to read it, its table. */
export function figureMarkdown(write: Writer, entry: Figure): string[] {
  const { guide, fileFor, ours, statement, body, next, head } = write;
  const { chart, rows, wording } = chartOf(guide, entry);
  const answer = openingOf(entry);
  const reading = entry.statements.slice(1);
  return [
    ...head(entry, entry.data.title, [
      `Picture: ${anchor('SVG', fileFor(`/figures/${entry.id}.svg`))}, ${anchor('PNG', fileFor(`/figures/${entry.id}.png`))}`,
      `Data: ${anchor('CSV', fileFor(`/figures/${entry.id}.csv`))}`,
      `Reviewed: ${entry.data.reviewed}`,
    ]),
    statement(answer),
    ours(entry.data.how),
    '## The same as a table',
    table(
      chart.table.map(({ heading }) => escapeMarkdown(heading)),
      rows.map((one) => chart.table.map(({ cell }) => escapeMarkdown(cell(one, wording).text))),
    ),
    ...body(reading),
    ...next(entry.data.next),
  ];
}
