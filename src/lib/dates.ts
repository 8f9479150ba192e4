const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `2019-10` or `2019-10-05` as "October 2019". Works on the text, so no time zone can move it. */
export function monthYear(date: string): string {
  const [year, month] = date.split('-') as [string, string];
  return `${MONTHS[Number(month) - 1]} ${year}`;
}

/** `2026-11-24` as "24 November 2026". */
export const longDate = (date: string): string => `${Number(date.slice(8, 10))} ${monthYear(date)}`;
