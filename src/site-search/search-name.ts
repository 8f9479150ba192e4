/** What search knows of a page (or of a term on the glossary page) by name: its words weigh more than those inside its text. */
export interface SearchName {
  /** address inside the site; a term's has a fragment. As the search page loads it, it holds the base path too */
  address: string;
  title: string;
  kind: string;
  /** other words people use for it */
  also: string;
  /** questions and phrases around it */
  around: string;
  /** one or two sentences that say what it is */
  summary: string;
  /** the voice of the summary; none for a page about the guide */
  voice?: string;
  /** voices of the statements on the page */
  voices: string[];
}
