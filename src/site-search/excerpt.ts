/** A piece of an excerpt: text, marked where it matched. */
export interface Piece {
  text: string;
  marked: boolean;
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'" };

/**
 * An excerpt of Pagefind (text with `<mark>` and escaped characters) as pieces of plain text, so that it can be shown
 * without parsing HTML.
 */
export const pieces = (excerpt: string): Piece[] =>
  excerpt
    .split(/(<\/?mark>)/)
    .reduce<{ out: Piece[]; marked: boolean }>(
      ({ out, marked }, part) =>
        part === '<mark>'
          ? { out, marked: true }
          : part === '</mark>'
            ? { out, marked: false }
            : { out: part ? [...out, { text: unescape(part), marked }] : out, marked },
      { out: [], marked: false },
    ).out;

const unescape = (text: string): string => text.replace(/&(?:lt|gt|amp|quot|#39);/g, (e) => ENTITIES[e] ?? e);

/** What was typed, ready for search: control characters out, spaces single, at most 200 characters. */
export const cleanQuery = (typed: string): string =>
  typed
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
