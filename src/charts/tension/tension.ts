import { capital } from '../../lib/text.ts';
import { addressOf } from '../../lib/urls.ts';
import { chart } from '../chart.ts';
import { VOICE_SHAPES } from '../voice-marks.ts';
import { layoutTension } from './layout.ts';
import { TENSION_COLUMNS, type TensionRow, tensionRows } from './rows.ts';

/** What pulls on either side of each finding. */
export const tension = chart<TensionRow>({
  unit: ['side', 'sides'],
  rows: tensionRows,
  columns: TENSION_COLUMNS,
  table: [
    {
      heading: 'Between',
      cell: ({ on, on_name }) => ({ text: on_name, to: addressOf(on), mark: { shape: VOICE_SHAPES.paper, tone: 'paper' } }),
    },
    { heading: 'Side', cell: ({ side }, { words }) => ({ text: words[side] ?? capital(side) }) },
    { heading: 'In our words', cell: ({ text, voice }) => ({ text, mark: { shape: VOICE_SHAPES[voice], tone: voice } }) },
    { heading: 'Because', cell: ({ because }) => ({ text: because }) },
  ],
  anchor: ({ id }) => id,
  apart: ({ on }) => on,
  layout: layoutTension,
  wide: 720,
  page: 870,
  narrow: 300,
});
