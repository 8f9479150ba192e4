import type { Voice } from '../../lib/voices.ts';

/** What search knows of a page (or of a term on the glossary page) by name: its words weigh more than those inside its text. */
export interface SearchName {
  /** address inside the site; a term's has a fragment. As the search page loads it, it holds the base path too */
  address: string;
  title: string;
  kind: string;
  /** stands in the place of its kind, where that would say too much: of a pair that is not linked, its state */
  label?: string;
  /** other words for it, and phrases in which people ask for it */
  also: string[];
  /** questions that the page itself puts */
  questions: string[];
  /** one or two sentences that say what it is */
  summary: string;
  /** the voice of the summary; none for a page about the guide */
  voice?: Voice;
  /** what it is worth against other pages; 1, if left out */
  worth?: number;
  /** numbers that the page prints, with single spaces; the build tells them */
  numbers?: string;
  /** voices of the statements on the page */
  voices: Voice[];
}

/** What the search page loads beside the full-text index. */
export interface SearchData {
  names: SearchName[];
  /** every word the guide uses, most frequent first, with single spaces; spelling is mended by it */
  vocabulary: string;
  /** words that stand for each other in a query */
  synonyms: string[][];
}
