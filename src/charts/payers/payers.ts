import { ACCOUNT_WORDS, ACCOUNTS } from '../../lib/accounts.ts';
import { slug } from '../../lib/text.ts';
import { addressOf } from '../../lib/urls.ts';
import { chart } from '../chart.ts';
import { accountMark, cellId, layoutPayers } from './layout.ts';
import { PAYER_COLUMNS, type PayerRow, payerRows } from './rows.ts';

/** Who pays at real programs, as far as a fact documents it. */
export const payers = chart<PayerRow>({
  unit: ['mark', 'marks'],
  rows: payerRows,
  columns: PAYER_COLUMNS,
  table: [
    { heading: 'Case', cell: ({ case: id, case_name }) => ({ text: case_name, to: addressOf(`cases/${id}`) }) },
    {
      heading: 'Who pays',
      cell: ({ payer_name, account }, { words }) => ({
        text: payer_name || (words.empty ?? ''),
        mark: account === '' ? undefined : accountMark(account),
      }),
    },
    { heading: 'Whose account', cell: ({ account }) => ({ text: account === '' ? '' : ACCOUNT_WORDS[account] }) },
    {
      heading: 'Source',
      cell: ({ source, source_name, fact }) => ({ text: source_name, to: source ? addressOf(`sources/${source}`, fact) : undefined }),
    },
  ],
  layout: layoutPayers,
  filters: (rows, { about }) => [
    {
      name: 'payer',
      label: 'Who pays',
      options: about.payers.filter(({ id }) => rows.some(({ payer }) => payer === id)).map(({ id, label }) => ({ value: id, text: label })),
    },
    {
      name: 'account',
      label: 'Account',
      options: ACCOUNTS.filter((account) => rows.some((row) => row.account === account)).map((account) => ({
        value: account,
        text: ACCOUNT_WORDS[account],
      })),
    },
    {
      name: 'country',
      label: 'Country',
      options: [...new Set(rows.map(({ country }) => country))].sort().map((country) => ({ value: slug(country), text: country })),
    },
  ],
  detail: ({ case: id, case_name, payer_name, account, source, source_name, fact, text }, { about: { voices } }) => ({
    title: payer_name ? `${case_name}: ${payer_name}` : case_name,
    to: addressOf(`cases/${id}`),
    mark: `${voices.others.label}${account === '' ? '' : `. ${ACCOUNT_WORDS[account]}`}`,
    says: text ? [{ label: 'The source says', text }] : [],
    sources: source ? [{ text: source_name, to: addressOf(`sources/${source}`, fact) }] : [],
  }),
  opening(rows) {
    const outside = rows.findIndex(({ account }) => account === 'other');
    const n = outside < 0 ? rows.findIndex(({ payer }) => payer !== '') : outside;
    const row = rows[n];
    return row && { id: cellId(row), numbers: [n], what: outside < 0 ? 'the first mark' : 'an account from outside' };
  },
  explored: 'cells',
  wide: 720,
  page: 836,
  narrow: 300,
  listed: true,
});
