import { addressOf } from '../../lib/urls.ts';
import { chart } from '../chart.ts';
import { VOICE_SHAPES } from '../voice-marks.ts';
import { layoutVoices } from './layout.ts';
import { VOICE_COLUMNS, type VoiceRow, voiceRows } from './rows.ts';

/** How much of the guide is whose: one mark for each statement. */
export const voiceBar = chart<VoiceRow>({
  unit: ['statement', 'statements'],
  rows: voiceRows,
  columns: VOICE_COLUMNS,
  table: [
    { heading: 'Page', cell: ({ id, page, page_name }) => ({ text: page_name, to: addressOf(page, id.slice(page.length + 1)) }) },
    {
      heading: 'Whose',
      cell: ({ voice }, { about }) => ({ text: about.voices[voice].label, mark: { shape: VOICE_SHAPES[voice], tone: voice } }),
    },
  ],
  layout: layoutVoices,
  wide: 720,
  page: 870,
  narrow: 300,
});
