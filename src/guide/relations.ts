import type { Voice } from '../schemas/kinds.ts';

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
