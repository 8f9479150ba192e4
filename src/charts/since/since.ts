import { maxIndex } from 'd3';
import { whenWords } from '../../lib/dates.ts';
import { SIDE_WORDS, SIDES } from '../../lib/sides.ts';
import { slug } from '../../lib/text.ts';
import { addressOf } from '../../lib/urls.ts';
import { chart } from '../chart.ts';
import { utcDay } from '../study/time.ts';
import { layoutSince, sideMark } from './layout.ts';
import { SINCE_COLUMNS, type SinceRow, sinceRows } from './rows.ts';

/** What has changed since the study's interviews, and who tells it. */
export const since = chart<SinceRow>({
  unit: ['event', 'events'],
  rows: sinceRows,
  columns: SINCE_COLUMNS,
  table: [
    {
      heading: 'What',
      cell: ({ part, id, title, side, source }) => ({
        text: title,
        mark: sideMark(side),
        to: addressOf(part === 'change' ? `changes/${id}` : `sources/${source}`),
      }),
    },
    { heading: 'When', cell: ({ date, until }) => ({ text: until ? `${whenWords(date)} to ${whenWords(until)}` : whenWords(date) }) },
    { heading: 'About', cell: ({ thread }) => ({ text: thread }) },
    { heading: 'Who tells it', cell: ({ side }) => ({ text: side ? SIDE_WORDS[side] : '' }) },
    {
      heading: 'Source',
      cell: ({ source, source_name, fact }) => ({ text: source_name, to: addressOf(`sources/${source}`, fact || undefined) }),
    },
  ],
  layout: layoutSince,
  filters: (rows) => [
    {
      name: 'side',
      label: 'Who tells it',
      options: SIDES.filter((side) => rows.some((row) => row.side === side)).map((value) => ({ value, text: SIDE_WORDS[value] })),
    },
    {
      name: 'thread',
      label: 'About',
      options: [...new Set(rows.flatMap(({ thread }) => thread || []))].map((thread) => ({ value: slug(thread), text: thread })),
    },
  ],
  detail: ({ part, id, title, date, side, source, source_name, fact, text }, { about: { voices } }) => ({
    title: `${whenWords(date)}: ${title}`,
    to: addressOf(part === 'change' ? `changes/${id}` : `sources/${source}`),
    mark: part === 'change' ? [voices.others.label, side && SIDE_WORDS[side]].filter(Boolean).join('. ') : voices.paper.label,
    says: text ? [{ label: 'The source says', text }] : [],
    sources: [{ text: source_name, to: addressOf(`sources/${source}`, fact || undefined) }],
  }),
  opening(rows) {
    const n = maxIndex(rows, ({ part, date }) => (part === 'change' ? Number(utcDay(date)) : undefined));
    const row = rows[n];
    return row && { id: row.id, numbers: [n], what: 'the latest event' };
  },
  explored: 'cells',
  wide: 720,
  page: 836,
  narrow: 300,
});
