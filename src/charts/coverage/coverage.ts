import { addressOf } from '../../lib/urls.ts';
import { chart } from '../chart.ts';
import { VOICE_SHAPES } from '../voice-marks.ts';
import { layoutCoverage } from './layout.ts';
import { COVERAGE_COLUMNS, type CoverageRow, coverageRows, NOTHING } from './rows.ts';

/** What rests on each sentence of the abstract. */
export const coverage = chart<CoverageRow>({
  unit: ['use of a sentence', 'uses of a sentence'],
  rows: coverageRows,
  columns: COVERAGE_COLUMNS,
  table: [
    { heading: 'Sentence', cell: ({ sentence_name }) => ({ text: sentence_name }) },
    {
      heading: 'Statement that rests on it',
      cell: ({ page, page_name, statement }) => (statement ? { text: page_name, to: addressOf(page, statement) } : { text: NOTHING }),
    },
    {
      heading: 'Whose',
      cell: ({ voice }, { about }) => ({ text: about.voices[voice].label, mark: { shape: VOICE_SHAPES[voice], tone: voice } }),
    },
  ],
  layout: layoutCoverage,
  wide: 720,
  page: 870,
  narrow: 300,
});
