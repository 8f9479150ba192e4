/** Where a reader is in the results, as the history keeps it. */
export interface Place {
  /** how often more results were shown */
  more: number;
  /** how far the page is scrolled */
  top: number;
}

/** How often more results are shown again at most: there are no more pages. */
const MOST = 100;

/** What an entry of the history tells of a place; undefined where it tells none. */
export function placeIn(state: unknown): Place | undefined {
  const { more, top } = (typeof state === 'object' && state !== null ? state : {}) as Partial<Record<keyof Place, unknown>>;
  if (!Number.isInteger(more) || typeof top !== 'number' || !Number.isFinite(top)) return undefined;
  return { more: Math.min(Math.max(0, more as number), MOST), top: Math.max(0, top) };
}
