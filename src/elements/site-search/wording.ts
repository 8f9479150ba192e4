import { inMarks, phrasesOf, withoutMarks } from '../../documents/site-search/query.ts';
import type { Answer } from './engine.ts';

/** What the search page says when neither index can be loaded. */
export const UNAVAILABLE = 'Search is not available here. Browse the A to Z below.';
/** The same while the guide is being written. */
export const NOT_BUILT = 'Search works in the built guide only: stop, then run npm start. Here, browse the A to Z below.';

/**
 * How many pages were found, and how the query was read. While the full text is still coming nothing is told.
 *
 * @param query as it was typed
 * @param filtered some kind or voice is chosen
 */
export function told({ found, mended }: Pick<Answer, 'found' | 'mended'>, query: string, filtered: boolean): string {
  const phrases = phrasesOf(query);
  const [phrase] = phrases;
  const alone = phrase !== undefined && withoutMarks(query) === phrase;
  const read = mended ? `, read as “${mended}”` : '';
  const written = alone ? ', searched as written' : phrase === undefined ? '' : `, with ${named(phrases.map(short))} searched as written`;
  const what = query ? ` for “${short(alone ? phrase : inMarks(query))}”${read}${written}` : '';
  if (found.length > 0) return `${found.length} ${found.length === 1 ? 'page' : 'pages'} found${what}.`;
  if (!query) return 'Nothing found with these filters. Take one away.';
  const filters = filtered ? ' with these filters. Take one away' : '';
  const other = phrase === undefined ? 'try other words' : 'leave out the quotation marks';
  if (filtered) return `Nothing found${what}${written ? ',' : ''}${filters}, or ${other}.`;
  return `Nothing found${what}. ${other.replace(/^./, (first) => first.toUpperCase())}, or ${phrase === undefined ? '' : 'try '}one of the pages below.`;
}

/** Words that were searched in place of others, or nothing. */
export const toldAlso = (also: readonly string[]): string => (also.length === 0 ? '' : `Searching also for ${named(also)}.`);

/** The label of the button that shows more results. @param step how many it shows at most */
export const toldMore = (shown: number, all: number, step: number): string => `Show ${Math.min(step, all - shown)} more of ${all}`;

/** What is offered where no page holds a phrase as it was written. */
export const toldLoose = (query: string): string => `Search for “${short(withoutMarks(query))}” without quotation marks`;

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function named(some: readonly string[]): string {
  const words = some.map((word) => `“${word}”`);
  const last = words.pop();
  return words.length > 0 ? `${words.join(', ')} and ${last}` : (last ?? '');
}

/** What is said of the first answers under the field in the head. @param many how many are shown */
export const toldOffered = (many: number): string =>
  many === 0
    ? 'No page has that name. Press Enter to search all text.'
    : `First ${many === 1 ? 'answer' : `${many} answers`}, by name. Press Down to choose, Enter to search all text.`;
