/**
 * Straight quotes and apostrophes as print has them. A quote opens after a space, a bracket or at the start, and closes
 * elsewhere; everything else is left as it is.
 */
export const curly = (text: string): string =>
  text
    .replace(/(^|[\s([{—–/])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{—–/“])'(?=\S)/g, '$1‘')
    .replaceAll("'", '’');

/** The same for every text of a value. Words for search stay as people type them. */
export function curlyAll<T>(value: T): T {
  if (typeof value === 'string') return curly(value) as T;
  if (Array.isArray(value)) return value.map(curlyAll) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === 'aliases' || key === 'asked' ? item : curlyAll(item)]),
  ) as T;
}
