import { token } from '../../guide/labels.ts';
import { addressOf } from '../../lib/urls.ts';
import { LINK_STATES, VOICES } from '../../schemas/kinds.ts';
import { chart } from '../chart.ts';
import { linkDetail } from '../link-detail.ts';
import { linkMark } from '../voice-marks.ts';
import { layoutMatrix } from './layout.ts';
import { MATRIX_COLUMNS, type MatrixRow, matrixRows } from './rows.ts';

/** Which responses bear on which gaps, and who says so. */
export const linkMatrix = chart<MatrixRow>({
  unit: ['pair', 'pairs'],
  rows: matrixRows,
  columns: MATRIX_COLUMNS,
  table: [
    { heading: 'From', cell: ({ from, from_name }) => ({ text: from_name, to: addressOf(from) }) },
    { heading: 'To', cell: ({ to, to_name }) => ({ text: to_name, to: addressOf(to) }) },
    {
      heading: 'State and whose',
      cell: ({ id, state, voice, page }, { about }) => ({
        text: about.links.states[state].label + (voice ? `, ${about.voices[voice].label.toLowerCase()}` : ''),
        mark: linkMark(state, voice),
        to: page ? addressOf(`links/${id}`) : undefined,
      }),
    },
  ],
  layout: layoutMatrix,
  filters: (rows, { about }) => [
    {
      name: 'end',
      label: 'Row or column',
      options: [
        ...new Map(rows.flatMap((row) => [[row.from, row.from_name] as const])),
        ...new Map(rows.map((row) => [row.to, row.to_name] as const)),
      ].map(([ref, text]) => ({ value: token(ref), text })),
    },
    {
      name: 'state',
      label: 'State',
      options: LINK_STATES.filter((state) => rows.some((row) => row.state === state)).map((value) => ({
        value,
        text: about.links.states[value].label,
      })),
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
  narrow: 300,
  listed: true,
});
