import { token } from '../../guide/addresses.ts';
import { addressOf } from '../../lib/urls.ts';
import { chart } from '../chart.ts';
import { linkCell, linkDetail, linkFilters, openingLink } from '../link-detail.ts';
import { layoutMatrix, layoutMatrixAfar } from './layout.ts';
import { MATRIX_COLUMNS, type MatrixRow, matrixRows } from './rows.ts';
import { matrixSteps } from './steps.ts';

/** Which responses bear on which gaps, and who says so. */
export const linkMatrix = chart<MatrixRow>({
  unit: ['pair', 'pairs'],
  rows: matrixRows,
  columns: MATRIX_COLUMNS,
  table: [
    { heading: 'From', cell: ({ from, from_name }) => ({ text: from_name, to: addressOf(from) }) },
    { heading: 'To', cell: ({ to, to_name }) => ({ text: to_name, to: addressOf(to) }) },
    { heading: 'State and whose', cell: linkCell },
  ],
  layout: layoutMatrix,
  afar: layoutMatrixAfar,
  build: matrixSteps,
  filters: (rows, wording) => [
    {
      name: 'end',
      label: 'Row or column',
      options: [
        ...new Map(rows.flatMap((row) => [[row.from, row.from_name] as const])),
        ...new Map(rows.map((row) => [row.to, row.to_name] as const)),
      ].map(([ref, text]) => ({ value: token(ref), text })),
    },
    ...linkFilters(rows, wording),
  ],
  detail: ({ id }, guide) => linkDetail(guide, id),
  opening: openingLink,
  explored: 'cells',
  wide: 720,
  page: 836,
  narrow: 300,
  listed: true,
});
