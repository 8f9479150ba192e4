import { capital, slug } from '../../lib/text.ts';
import { addressOf } from '../../lib/urls.ts';
import { STANCES } from '../../lib/voices.ts';
import { EVIDENCE_KINDS } from '../../schemas/kinds.ts';
import { chart } from '../chart.ts';
import { cellId, decadeToken, layoutLiterature, stanceMark } from './layout.ts';
import { LITERATURE_COLUMNS, type LiteratureRow, literatureRows } from './rows.ts';

/** What else was published on each point, of what kind, and whether it agrees. */
export const literature = chart<LiteratureRow>({
  unit: ['mark', 'marks'],
  rows: literatureRows,
  columns: LITERATURE_COLUMNS,
  table: [
    { heading: 'On', cell: ({ on, on_name }) => ({ text: on_name, to: addressOf(on) }) },
    { heading: 'Kind of evidence', cell: ({ kind }) => ({ text: capital(kind) }) },
    {
      heading: 'Source',
      cell: ({ source, source_name, finding }) => ({ text: source_name, to: addressOf(`sources/${source}`, finding) }),
    },
    {
      heading: 'Stance',
      cell: ({ stance, same_authors }) => ({
        text: capital(stance) + (same_authors ? ', same authors' : ''),
        mark: stanceMark(stance),
      }),
    },
  ],
  layout: layoutLiterature,
  filters: (rows) => [
    {
      name: 'stance',
      label: 'Stance',
      options: STANCES.filter((stance) => rows.some((row) => row.stance === stance)).map((value) => ({ value, text: capital(value) })),
    },
    {
      name: 'kind',
      label: 'Kind',
      options: EVIDENCE_KINDS.filter((kind) => rows.some((row) => row.kind === kind)).map((kind) => ({
        value: slug(kind),
        text: capital(kind),
      })),
    },
    {
      name: 'decade',
      label: 'Decade',
      // digits sort before words: sources without a year come last
      options: [...new Set(rows.map(({ decade }) => decade))].sort().map((decade) => ({ value: decadeToken(decade), text: decade })),
    },
  ],
  detail: ({ source, source_name, finding, stance, same_authors, text, reason }, { about: { voices } }) => ({
    title: source_name,
    to: addressOf(`sources/${source}`, finding),
    mark: `${voices.others.label}, ${stance}${same_authors ? ', the same authors as the study' : ''}`,
    says: [
      { label: 'It says', text },
      { label: `${voices.editors.label}, how it bears on this`, text: reason },
    ],
    sources: [],
  }),
  opening(rows) {
    const against = rows.findIndex(({ stance }) => stance === 'contradicts');
    const n = Math.max(0, against);
    const row = rows[n];
    return (
      row && {
        id: cellId(row),
        numbers: [n],
        what: `${against < 0 ? 'the first source' : 'the first source that contradicts a point'}, on: ${row.on_name}`,
      }
    );
  },
  explored: 'cells',
  wide: 720,
  page: 836,
  narrow: 300,
  listed: true,
});
