import type { Voice } from '../lib/voices.ts';
import type { FindingKind } from '../schemas/kinds.ts';

/** A relation between two entries, stated once in the dependent entry; the reverse is computed. */
export interface Relation {
  /** the field of the frontmatter that states it */
  field: 'next' | 'part-of' | 'see';
  /** wording on the page that states it */
  forward: string;
  /** wording on the page it points to */
  back: string;
  /** whose the relation is */
  voice: Voice;
}

/** All relations that frontmatter may state. A link inside a statement is not here: it has the voice of its statement. */
export const RELATIONS: readonly Relation[] = [
  { field: 'part-of', forward: 'Part of', back: 'Has as a part', voice: 'editors' },
  { field: 'next', forward: 'Read next', back: 'Leads here', voice: 'editors' },
  { field: 'see', forward: 'Used in', back: 'Term', voice: 'editors' },
];

/** Two kinds whose every pair is judged: a link's file name begins with the id of the one and ends with that of the other. */
export interface Pairing {
  from: FindingKind;
  to: FindingKind;
  /** heading over the linked entries on the page of the one it goes from */
  ahead: string;
  /** heading on the page of the one it goes to */
  back: string;
  /** headings over the pairs that may make it worse, on either page */
  worse: { ahead: string; back: string };
}

const GAPS = { ahead: 'What may make it worse', back: 'Gaps it may make worse' };
const STRATEGIES = { ahead: 'What may hinder it', back: 'Strategies it may hinder' };

/** All pairs of these kinds are judged, or said not to be; no other pair may have a link. */
export const PAIRINGS: readonly Pairing[] = [
  { from: 'gaps', to: 'strategies', ahead: 'What may help', back: 'Gaps it may touch', worse: GAPS },
  { from: 'gaps', to: 'practices', ahead: 'What may help', back: 'Gaps it may touch', worse: GAPS },
  { from: 'gaps', to: 'recommendations', ahead: 'What executives can do', back: 'Gaps it may touch', worse: GAPS },
  { from: 'strategies', to: 'recommendations', ahead: 'What executives can do', back: 'Strategies it may back', worse: STRATEGIES },
];

/** Kinds that links go from, each once, in the order of the table. */
export const LINKED_FROM: readonly FindingKind[] = [...new Set(PAIRINGS.map(({ from }) => from))];
