import type { Answer } from './engine.ts';

/** What the search page says when neither index can be loaded. */
export const UNAVAILABLE = 'Search is not available here. Browse the A to Z below.';
/** What it says while the guide is being written. */
export const NOT_BUILT = 'Search works in the built guide only: stop, then run npm start. Here, browse the A to Z below.';

/**
 * How many pages were found, and how the query was read.
 *
 * @param query as it was typed
 * @param filtered some kind or voice is chosen
 */
export function told({ found, mended }: Pick<Answer, 'found' | 'mended'>, query: string, filtered: boolean): string {
  const short = query.length > 60 ? `${query.slice(0, 60)}…` : query;
  const what = query ? ` for “${short}”${mended ? `, read as “${mended}”` : ''}` : '';
  if (found.length > 0) return `${found.length} ${found.length === 1 ? 'page' : 'pages'} found${what}.`;
  if (!query) return 'Nothing found with these filters. Take one away.';
  if (filtered) return `Nothing found${what} with these filters. Take one away, or try other words.`;
  return `Nothing found${what}. Try other words, or one of the pages below.`;
}

/** Words that were searched in place of others, or nothing. */
export function toldAlso(also: readonly string[]): string {
  if (also.length === 0) return '';
  const words = also.map((word) => `“${word}”`);
  const last = words.pop();
  return `Searching also for ${words.length > 0 ? `${words.join(', ')} and ${last}` : last}.`;
}
