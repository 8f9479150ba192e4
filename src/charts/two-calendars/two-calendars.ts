import { chart } from '../chart.ts';
import { VOICE_SHAPES } from '../voice-marks.ts';
import { layoutTwoCalendars } from './layout.ts';
import { CALENDAR_COLUMNS, type CalendarRow, calendarRows, exampleTime } from './rows.ts';

/** Two invented calendars on one axis: what the one says at the dates of the other. */
export const twoCalendars = chart<CalendarRow>({
  unit: ['date', 'dates'],
  rows: calendarRows,
  columns: CALENDAR_COLUMNS,
  table: [
    { heading: 'What', cell: ({ label }) => ({ text: label, mark: { shape: VOICE_SHAPES.example, tone: 'example' } }) },
    { heading: 'When', cell: (row) => ({ text: exampleTime(row) }) },
    { heading: 'Calendar', cell: ({ calendar }) => ({ text: calendar }) },
    { heading: 'Meanwhile in the other', cell: ({ meanwhile }) => ({ text: meanwhile || 'no date' }) },
  ],
  layout: layoutTwoCalendars,
  detail: (row, { about: { voices } }) => ({
    title: `${exampleTime(row)}: ${row.label}`,
    mark: `${voices.example.label}. ${row.calendar}`,
    says: [{ label: 'Meanwhile in the other calendar', text: row.meanwhile || 'No date.' }],
    sources: [],
  }),
  opening(rows) {
    const row = rows.at(-1);
    return row && { id: row.id, numbers: [rows.length - 1], what: 'the date listed last' };
  },
  explored: 'cells',
  wide: 720,
  page: 836,
  narrow: 300,
});
