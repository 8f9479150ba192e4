import { minIndex } from 'd3';
import { ACCOUNT_WORDS, ACCOUNTS } from '../../lib/accounts.ts';
import { CURRENCIES, SUM_KINDS, SUM_WORDS, sumWords } from '../../lib/sums.ts';
import { capital } from '../../lib/text.ts';
import { addressOf } from '../../lib/urls.ts';
import { chart } from '../chart.ts';
import { cellId, layoutSums, sumMark, sumOf } from './layout.ts';
import { SUM_COLUMNS, type SumRow, sumRows } from './rows.ts';

/** What it costs, as printed: each sum at its place on one axis. */
export const sums = chart<SumRow>({
  unit: ['sum', 'sums'],
  rows: sumRows,
  columns: SUM_COLUMNS,
  table: [
    { heading: 'Sum', cell: (row) => ({ text: capital(sumWords(sumOf(row))), mark: sumMark(row.kind) }) },
    { heading: 'Of', cell: ({ of }) => ({ text: capital(of) }) },
    { heading: 'Kind', cell: ({ kind }) => ({ text: SUM_WORDS[kind] }) },
    { heading: 'Where', cell: ({ where, where_name }) => ({ text: where_name, to: addressOf(where) }) },
    { heading: 'Source', cell: ({ source, source_name, fact }) => ({ text: source_name, to: addressOf(`sources/${source}`, fact) }) },
  ],
  layout: layoutSums,
  filters: (rows) => [
    {
      name: 'kind',
      label: 'Kind',
      options: SUM_KINDS.filter((kind) => rows.some((row) => row.kind === kind)).map((value) => ({ value, text: SUM_WORDS[value] })),
    },
    {
      name: 'currency',
      label: 'Currency',
      options: Object.keys(CURRENCIES)
        .filter((currency) => rows.some((row) => row.currency === currency))
        .map((value) => ({ value, text: value })),
    },
    {
      name: 'account',
      label: 'Account',
      options: ACCOUNTS.filter((account) => rows.some((row) => row.account === account)).map((account) => ({
        value: account,
        text: ACCOUNT_WORDS[account],
      })),
    },
  ],
  detail: (row, { about: { voices } }) => ({
    title: `${capital(sumWords(sumOf(row)))}: ${row.of}`,
    to: addressOf(row.where),
    mark: [voices.others.label, row.account && ACCOUNT_WORDS[row.account]].filter(Boolean).join('. '),
    says: [{ label: `${row.where_name}. The source says`, text: row.text }],
    sources: [{ text: row.source_name, to: addressOf(`sources/${row.source}`, row.fact) }],
  }),
  opening(rows) {
    const n = minIndex(rows, ({ amount }) => amount);
    const row = rows[n];
    return row && { id: cellId(row), numbers: [n], what: 'the leftmost mark' };
  },
  explored: 'cells',
  wide: 720,
  page: 836,
  narrow: 300,
});
