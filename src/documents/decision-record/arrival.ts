import { cutWords, LINK_WORDS } from '../share-link/arrived-link.ts';
import { type DecisionRecord, ENTRY_ID, emptyChoice, emptyRecord, ID_LIMIT, MOST } from './record.ts';
import type { FromLink } from './record-link.ts';

/** What an address asks the page to open. */
export interface Arrival {
  /** a record that is kept in this browser; the newest one where nothing else is asked for */
  id?: string | undefined;
  /** a record that is not kept yet */
  value?: DecisionRecord;
  /** what to tell about it */
  says?: string;
  /** whether to offer to keep it */
  keep?: boolean;
}

/** How a fragment begins that is a record's link, even one that cannot be read. What reads the rest is loaded only then. */
export const LINK_START = /^r\d+_/;

/**
 * What an address asks for: a link with a record in it, a choice that comes from the finder, a kept record by its id, or
 * nothing of that. Never throws.
 *
 * @param link what could be read from the fragment
 * @param search the part of the address from ? on
 */
export function arrival(link: FromLink, search: string): Arrival {
  switch (link.state) {
    case 'whole':
      return {
        value: link.record,
        keep: true,
        says: ['This record came by a link. It will be kept here once you change something.', ...link.left].join(' '),
      };
    case 'cut':
      return {
        value: link.record,
        keep: true,
        says: [
          link.of === undefined
            ? LINK_WORDS.empty
            : `${cutWords(link.read, link.of, 'fields')}${link.read > 0 ? ' The rest is empty.' : ''}`,
          ...link.left,
        ].join(' '),
      };
    case 'newer':
      return { says: LINK_WORDS.newer };
    case 'unreadable':
      return { says: LINK_WORDS.unreadable };
    default: {
      const params = new URLSearchParams(search);
      const ids = (name: string): string[] =>
        [...new Set(params.getAll(name))].filter((id) => id.length <= ID_LIMIT && ENTRY_ID.test(id)).slice(0, MOST);
      const [gaps, responses] = [ids('from'), ids('to')];
      if (gaps.length + responses.length > 0) return { value: { ...emptyRecord(), gaps, choices: responses.map(emptyChoice) } };
      const id = params.get('record');
      return { id: id && ENTRY_ID.test(id) ? id : undefined };
    }
  }
}
