import { byWayOf } from '../guide/links.ts';
import type { Guide } from '../guide/types.ts';
import { type Columns, tableText } from '../lib/csv.ts';
import type { AddressFor } from './addresses.ts';

/** `links.csv`: one row for each pair, judged or not. */
export const LINK_COLUMNS = {
  from: 'the one end, such as gaps/timetables',
  to: 'the other end',
  state: 'what became of the pair: linked, contested, not-linked, may-worsen or not-assessed',
  voice: 'whose judgment it is; empty where there is none',
  reason: 'why the two belong together or not',
  against: 'the best case against the judgment; always the editors’',
  would_change: 'what the editors would have to see to judge otherwise',
  sources: 'ids of the sources that bear on the pair, joined by "; "',
  judged: 'the day somebody last judged the pair, or last said that nobody could',
  by_way_of: 'not-linked: the findings by way of which alone the response works, joined by "; "',
  despite: 'not-linked: why, although a source supports the link; always the editors’',
} as const satisfies Columns;

/** `statements.csv`: one row for each statement. */
export const STATEMENT_COLUMNS = {
  page: 'the entry it stands on, such as gaps/timetables',
  id: 'its name on that page; permanent',
  voice: 'whose statement it is',
  section: 'the heading it stands under; empty for an answer or a reason',
  text: 'the statement, without markup',
  at: 'paper: sentences of the abstract it rests on, joined by "; "',
  from: 'editors: what it rests on, joined by "; "; #name is a statement on the same page',
  because: 'editors: the reason',
  source: 'others: the id of the source',
  stance: 'others: how the source bears on the study: supports, refines or contradicts',
  where: 'unknown: where the answer may be found',
  address: 'where to read it',
} as const satisfies Columns;

const joined = (ids: readonly string[]): string => ids.join('; ');

/** All pairs as CSV, in the order of their ends. */
export const linksCsv = (guide: Guide): string =>
  tableText(
    LINK_COLUMNS,
    guide.links.flatMap((link) => {
      const { ends, data } = link;
      if (!ends) return [];
      const judged = data.state === 'not-assessed' ? undefined : data;
      return {
        from: ends.from.ref,
        to: ends.to.ref,
        state: data.state,
        voice: judged?.voice ?? '',
        reason: data.reason,
        against: judged?.against ?? '',
        would_change: judged?.['would-change-our-mind'] ?? '',
        sources: joined(judged?.sources.map(({ source }) => source) ?? []),
        judged: data.judged,
        by_way_of: joined(byWayOf(guide, link).map(({ ref }) => ref)),
        despite: (data.state === 'not-linked' && data.despite) || '',
      };
    }),
  );

/**
 * All statements as CSV, in the order of pages and bodies.
 *
 * @param addressFor see `guideJson`
 */
export const statementsCsv = (guide: Guide, addressFor: AddressFor): string =>
  tableText(
    STATEMENT_COLUMNS,
    guide.statements.map(({ page, id, voice, section, text, at, from, because, source, stance, where }) => ({
      page,
      id,
      voice,
      section,
      text,
      at: joined(at),
      from: joined(from),
      because: because ?? '',
      source: source ?? '',
      stance: stance ?? '',
      where: where ?? '',
      address: addressFor(page, id),
    })),
  );
