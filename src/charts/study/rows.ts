import type { Guide } from '../../guide/types.ts';
import { monthsFrom, monthYear } from '../../lib/dates.ts';
import { inMonths } from '../../lib/text.ts';
import type { MarkShape } from '../marks.ts';

/** One thing that was counted, a stretch or a day of the study's time, or what nobody reported. */
export type StudyRow = {
  id: string;
  part: 'unit' | 'missing' | 'gathered' | 'published';
  unit: string;
  shape: MarkShape | '';
  number: number | '';
  of: number | '';
  from: string;
  to: string;
  text: string;
};

export const STUDY_COLUMNS: Record<keyof StudyRow, string> = {
  id: 'unique name of the row',
  part: 'unit: a thing counted; missing: what is not reported; gathered: when data were gathered; published: when the study appeared',
  unit: 'what was counted, in the plural; else a name',
  shape: 'the mark of a thing counted',
  number: 'which one it is',
  of: 'of how many',
  from: 'first month; of published: last month of gathering',
  to: 'last month; of published: the day',
  text: 'the row in words',
};

/** The design of the study: its units one by one, what it leaves open, then its time. */
export function studyRows(guide: Guide): StudyRow[] {
  const { numbers, period, published } = guide.study.data;
  const words = guide.figures.find(({ id }) => id === 'study')?.data.words ?? {};
  const plain = { shape: '', number: '', of: '', from: '', to: '' } as const;
  return [
    ...numbers.flatMap(({ count, unit, shape }) =>
      Array.from({ length: count }, (_, i) => ({
        ...plain,
        id: `${unit.replaceAll(' ', '-')}-${i + 1}`,
        part: 'unit' as const,
        unit,
        shape,
        number: i + 1,
        of: count,
        text: `${i + 1} of ${count} ${unit}`,
      })),
    ),
    ...(words.missing
      ? [{ ...plain, id: 'missing', part: 'missing' as const, unit: words.missing, text: words['missing-note'] ?? '' }]
      : []),
    ...(period
      ? [
          {
            ...plain,
            id: 'gathered',
            part: 'gathered' as const,
            unit: words.gathered ?? '',
            from: period.from,
            to: period.to,
            text: `${monthYear(period.from)} to ${monthYear(period.to)}, ${gatheredFor(period)}`,
          },
        ]
      : []),
    ...(published
      ? [
          {
            ...plain,
            id: 'published',
            part: 'published' as const,
            unit: words.published ?? '',
            from: period?.to ?? '',
            to: published,
            text: monthYear(published) + (period ? `, ${betweenThem({ from: period.to, to: published })}` : ''),
          },
        ]
      : []),
  ];
}

type Stretch = Pick<StudyRow, 'from' | 'to'>;

/** How long data were gathered, with the first month and the last. */
export const gatheredFor = ({ from, to }: Stretch): string => inMonths(monthsFrom(from, to) + 1);

/** How many whole months lie between the last month of gathering and the month of publication. */
export const betweenThem = ({ from, to }: Stretch): string => `${inMonths(Math.max(0, monthsFrom(from, to) - 1))} in between`;
