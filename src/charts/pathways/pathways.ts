import { addressOf } from '../../lib/urls.ts';
import { VOICES } from '../../schemas/kinds.ts';
import { chart } from '../chart.ts';
import { linkDetail } from '../link-detail.ts';
import { linkMark } from '../voice-marks.ts';
import { layoutPaths, wordsOf } from './layout.ts';
import { PATH_COLUMNS, type PathRow, pathRows } from './rows.ts';

/** What runs from a gap to what may help, and on to what may stand behind that. */
export const pathways = chart<PathRow>({
  unit: ['link', 'links'],
  rows: pathRows,
  columns: PATH_COLUMNS,
  table: [
    { heading: 'From', cell: ({ from, from_name }) => ({ text: from_name, to: addressOf(from) }) },
    { heading: 'To', cell: ({ to, to_name }) => ({ text: to_name, to: addressOf(to) }) },
    {
      heading: 'State and whose',
      cell: (row, { about }) => ({
        text: wordsOf(row, about),
        mark: linkMark(row.state, row.voice),
        to: addressOf(`links/${row.id}`),
      }),
    },
  ],
  layout: layoutPaths,
  filters: (rows, { about }) => [
    {
      name: 'state',
      label: 'State',
      options: (['linked', 'contested'] as const)
        .filter((state) => rows.some((row) => row.state === state))
        .map((value) => ({ value, text: about.links.states[value].label })),
    },
    {
      name: 'whose',
      label: 'Whose link',
      options: VOICES.filter((voice) => rows.some((row) => row.voice === voice)).map((value) => ({
        value,
        text: about.voices[value].label,
      })),
    },
  ],
  detail: ({ id }, guide) => linkDetail(guide, id),
  wide: 720,
});
