import { addressOf } from '../../lib/urls.ts';
import { chart } from '../chart.ts';
import { linkCell } from '../link-detail.ts';
import { layoutFourVoices, layoutFourVoicesAfar, panelName } from './layout.ts';
import { FOUR_VOICES_COLUMNS, type FourVoicesRow, fourVoicesRows } from './rows.ts';

/** Who says what may help: the same pairs once for each voice, side by side. */
export const fourVoices = chart<FourVoicesRow>({
  unit: ['pair', 'pairs'],
  rows: fourVoicesRows,
  columns: FOUR_VOICES_COLUMNS,
  table: [
    { heading: 'From', cell: ({ from, from_name }) => ({ text: from_name, to: addressOf(from) }) },
    { heading: 'To', cell: ({ to, to_name }) => ({ text: to_name, to: addressOf(to) }) },
    { heading: 'Panel', cell: ({ panel }, { words }) => ({ text: panelName(panel, words) }) },
    { heading: 'State and whose', cell: linkCell },
  ],
  layout: layoutFourVoices,
  afar: layoutFourVoicesAfar,
  wide: 1104,
  middle: 690,
  narrow: 300,
});
