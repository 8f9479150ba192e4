const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `2019-10` or `2019-10-05` as "October 2019". Works on the text, so no time zone can move it. */
export function monthYear(date: string): string {
  const [year, month] = date.split('-');
  return `${MONTHS[Number(month) - 1]} ${year}`;
}

/** `2026-11-24` as "November 24, 2026". */
export const longDate = (date: string): string => {
  const [month, year] = monthYear(date).split(' ');
  return `${month} ${Number(date.slice(8, 10))}, ${year}`;
};

/** A day, a month or a year, as `2026-02-03`, `2025-08` or `2024`, for readers. */
export const whenWords = (date: string): string => (date.length > 7 ? longDate(date) : date.length > 4 ? monthYear(date) : date);

/** How many months one date lies after another: 2019-10 and 2021-04 are 18 apart. Works on the text. */
export function monthsFrom(earlier: string, later: string): number {
  const count = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return count(later) - count(earlier);
}

/** Whether a text is a day of the calendar: `2028-02-29` is, `2027-02-29` is not. Years have four digits from 1000 to 2999. */
export function isDay(text: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
