import { edits } from './edits.ts';

/**
 * The known name nearest to a mistyped one, or undefined where none is near.
 *
 * @param name what the author wrote
 * @param known the names that exist
 * @returns the name with the fewest edits, if these are at most a third of the longer name (at least 2)
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const d = edits(name.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  if (best === undefined) return undefined;
  return bestDistance <= Math.max(2, Math.max(name.length, best.length) / 3) ? best : undefined;
}

/** `Did you mean "x"? `, or nothing where no known name is near. Ends with a space, so that it can stand before more text. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  return near === undefined ? '' : `Did you mean "${near}"? `;
}
