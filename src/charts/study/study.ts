import { capital } from '../../lib/text.ts';
import { chart } from '../chart.ts';
import { VOICE_SHAPES } from '../voice-marks.ts';
import { layoutStudy } from './layout.ts';
import { STUDY_COLUMNS, type StudyRow, studyRows } from './rows.ts';

/** How big and how old the study is. */
export const study = chart<StudyRow>({
  unit: ['part of the study', 'parts of the study'],
  rows: studyRows,
  columns: STUDY_COLUMNS,
  table: [
    {
      heading: 'Part',
      cell: ({ part, unit, shape }) => ({
        text: capital(unit),
        mark: part === 'missing' ? { shape: VOICE_SHAPES.unknown, tone: 'unknown' } : shape ? { shape, tone: 'paper' } : undefined,
      }),
    },
    {
      heading: 'Which, or when',
      cell: ({ part, text }, { about }) => ({ text: part === 'missing' ? `${about.voices.unknown.label}. ${text}` : text }),
    },
  ],
  layout: layoutStudy,
  wide: 720,
  page: 870,
  narrow: 300,
});
