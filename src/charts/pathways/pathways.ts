import { addressOf } from '../../lib/urls.ts';
import { chart } from '../chart.ts';
import { linkCell, linkDetail, linkFilters, openingLink } from '../link-detail.ts';
import { layoutPaths } from './layout.ts';
import { PATH_COLUMNS, type PathRow, pathRows } from './rows.ts';

/** What runs from a gap to what may help, and on to what may stand behind that. */
export const pathways = chart<PathRow>({
  unit: ['link', 'links'],
  rows: pathRows,
  columns: PATH_COLUMNS,
  table: [
    { heading: 'From', cell: ({ from, from_name }) => ({ text: from_name, to: addressOf(from) }) },
    { heading: 'To', cell: ({ to, to_name }) => ({ text: to_name, to: addressOf(to) }) },
    { heading: 'State and whose', cell: linkCell },
  ],
  layout: layoutPaths,
  filters: linkFilters,
  detail: ({ id }, guide) => linkDetail(guide, id),
  opening: openingLink,
  explored: 'paths',
  wide: 720,
  page: 836,
  narrow: 300,
  listed: true,
});
