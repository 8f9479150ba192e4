import { eventId } from '../../guide/addresses.ts';
import type { Guide } from '../../guide/types.ts';
import { monthYear } from '../../lib/dates.ts';

/** One date of a calendar, or a stretch of time. */
export type CalendarRow = {
  id: string;
  calendar: string;
  label: string;
  /** year and month of the example */
  from: string;
  /** the last month of a stretch; empty else */
  until: string;
  /** what stands in the other calendar at that time */
  meanwhile: string;
};

export const CALENDAR_COLUMNS: Record<keyof CalendarRow, string> = {
  id: 'the event: its words and its month',
  calendar: 'whose date it is',
  label: 'what happens',
  from: 'when it happens or begins: year and month of the example',
  until: 'the last month of what takes longer',
  meanwhile: 'what stands in the other calendar at that time',
};

/** "June of year 1", or from one month to another. */
export function exampleTime({ from, until }: Pick<CalendarRow, 'from' | 'until'>): string {
  const words = (month: string): string => monthYear(month).replace(' ', ' of year ');
  return until ? `${words(from)} to ${words(until)}` : words(from);
}

/** The dates of both calendars, the upper one first, each as it is written. */
export function calendarRows(guide: Guide): CalendarRow[] {
  const calendars = guide.figures.find(({ id }) => id === 'two-calendars')?.data.calendars ?? [];
  return calendars.flatMap(({ name, events }) =>
    events.map(({ label, from, until = '' }): CalendarRow => {
      const end = until || from;
      const meanwhile = calendars
        .filter((other) => other.name !== name)
        .flatMap((other) => other.events.filter((event) => event.from <= end && from <= (event.until ?? event.from)));
      return {
        id: eventId({ label, from }),
        calendar: name,
        label,
        from,
        until,
        meanwhile: [...new Set(meanwhile.map((event) => event.label))].join('; '),
      };
    }),
  );
}
