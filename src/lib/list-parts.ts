import { PlainError } from './plain-error.ts';
import { href } from './urls.ts';

/** So many entries a page of a list holds where no setting says otherwise: with more, it would weigh more than a list may. */
const USUAL = 300;

/**
 * How many entries a page of a long list may hold; see docs/deploy.md.
 *
 * @param env `LIST_PART`: a whole number above zero, or left out
 * @throws PlainError for any other value
 */
export function listPart(env: Readonly<Record<string, string | undefined>>): number {
  const value = env['LIST_PART']?.trim();
  if (!value) return USUAL;
  if (!/^[1-9]\d*$/.test(value))
    throw new PlainError(`LIST_PART is "${value}", but it must be a whole number above zero; left out it is ${USUAL}.`);
  return Number(value);
}

/**
 * A list in parts for pages of their own, in its order. What belongs together stays together, so that a part may hold more.
 *
 * @param most how many entries a part holds
 * @param sizeOf how many entries an item of the list stands for
 * @returns at least one part
 */
export function inParts<T>(all: readonly T[], most: number, sizeOf: (item: T) => number = () => 1): T[][] {
  const parts: T[][] = [[]];
  let size = 0;
  for (const item of all) {
    const own = sizeOf(item);
    if (size > 0 && size + own > most) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(item);
    size += own;
  }
  return parts;
}

/** Paths and props of the pages of the parts after the first, as a template gives them to Astro. */
export const partPaths = <T>(parts: readonly T[]) =>
  parts.flatMap((rows, i, { length: count }) => (i === 0 ? [] : [{ params: { part: `${i + 1}` }, props: { rows, count, part: i + 1 } }]));

/** Addresses of the parts of a list after the first, which is the list's own page. */
export const laterParts = (list: string, count: number): string[] => Array.from({ length: count - 1 }, (_, i) => `${list}parts/${i + 2}/`);

/** What `<filter-list>` needs to bring the rows of the later parts, as attributes; none where there is one part. */
export const restOf = (list: string, count: number): Record<string, string> =>
  count === 1
    ? {}
    : {
        'data-rest': laterParts(list, count).map(href).join(' '),
        'data-coming': 'The rest of the list is on its way.',
        // it comes behind the count
        'data-lacks': ' The rest of the list could not be loaded: what stands on its other pages is left out.',
      };
