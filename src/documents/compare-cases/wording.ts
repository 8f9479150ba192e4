/** Headings of what is told of a case, beside those of its facts; the same on its page, in the comparison and in Markdown. */
export const CASE_HEADINGS = { sums: 'Sums printed', suggests: 'What this may suggest', unknown: 'What we could not find' } as const;

/** What stands where nothing is told. */
export const NOTHING_FOUND = 'None found in what we read.';
