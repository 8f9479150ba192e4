/** Who tells of an event: an authority by its own record, somebody who works for the field, the press, or one party in politics. */
export const SIDES = ['official', 'advocate', 'press', 'party'] as const;
export type Side = (typeof SIDES)[number];

/** The same as readers see it. */
export const SIDE_WORDS: Readonly<Record<Side, string>> = {
  official: 'Official record',
  advocate: 'An advocate',
  press: 'Press',
  party: 'One party',
};
