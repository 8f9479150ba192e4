import { LINK_WORDS } from '../kept-state/arrived-link.ts';
import { type DecisionRecord, ENTRY_ID, emptyChoice, emptyRecord, ID_LIMIT, MOST } from './record.ts';
import { fromFragment } from './record-link.ts';

/** What an address asks the page to open. */
export interface Arrival {
  /** a record that is kept in this browser */
  id?: string | undefined;
  /** a record that is not kept yet */
  record?: DecisionRecord;
  /** what to tell about it */
  says?: string;
  /** whether to offer to keep it */
  keep?: boolean;
}

/**
 * What an address asks for: a link with a record in it, a choice that comes from the finder, a kept record by its id, or
 * nothing of that: then the newest kept one. Never throws.
 *
 * @param newest the id of the newest kept record, if there is one
 */
export function arrival({ search, hash }: { search: string; hash: string }, newest: string | undefined): Arrival {
  const link = fromFragment(hash.slice(1));
  switch (link.state) {
    case 'whole':
      return {
        record: link.record,
        keep: true,
        says: ['This record came by a link. It is kept here with your first change.', ...link.left].join(' '),
      };
    case 'cut':
      return {
        record: link.record,
        keep: true,
        says: [
          link.of === undefined
            ? LINK_WORDS.empty
            : `This link is incomplete. ${link.read} of ${link.of} fields could be read; they are shown below. The rest is empty.`,
          ...link.left,
        ].join(' '),
      };
    case 'newer':
      return { id: newest, says: LINK_WORDS.newer };
    case 'unreadable':
      return { id: newest, says: LINK_WORDS.unreadable };
    default: {
      const params = new URLSearchParams(search);
      const ids = (name: string): string[] =>
        [...new Set(params.getAll(name))].filter((id) => id.length <= ID_LIMIT && ENTRY_ID.test(id)).slice(0, MOST);
      const [gaps, responses] = [ids('from'), ids('to')];
      if (gaps.length + responses.length > 0) return { record: { ...emptyRecord(), gaps, choices: responses.map(emptyChoice) } };
      const id = params.get('record');
      return { id: id && ENTRY_ID.test(id) ? id : newest };
    }
  }
}
