import { shortOf } from '../../guide/labels.ts';
import { bearingsOn, grid, isJudged, voiceOf } from '../../guide/links.ts';
import { LINKED_FROM, PAIRINGS } from '../../guide/relations.ts';
import type { Guide } from '../../guide/types.ts';
import { itemAt } from '../../lib/items.ts';
import type { LinkState } from '../../lib/link-states.ts';
import { capital } from '../../lib/text.ts';
import type { PairVoice } from '../../lib/voices.ts';
import type { FindingKind } from '../../schemas/kinds.ts';

/** One pair of the matrix. */
export type MatrixRow = {
  id: string;
  from: string;
  from_name: string;
  to: string;
  to_name: string;
  to_kind: string;
  state: LinkState;
  voice: PairVoice;
  reason: string;
  sources: number;
  /** 1 where the pair has a page of its own, else 0 */
  page: number;
};

export const MATRIX_COLUMNS: Record<keyof MatrixRow, string> = {
  id: 'the pair: the ids of its ends, joined by --',
  from: 'the row: kind and id',
  from_name: 'its short name',
  to: 'the column: kind and id',
  to_name: 'its short name',
  to_kind: 'the group of columns it stands in',
  state: 'what became of the pair: linked, contested, not-linked, may-worsen or not-assessed',
  voice: 'whose judgment it is; empty where there is none',
  sources: 'how many sources bear on the pair',
  reason: 'why the two belong together or not',
  page: '1 where the pair has a page of its own, else 0',
};

/**
 * The pairs of a kind that links go from, in the study's order: a row of the matrix after the other.
 *
 * @param from the kind in the rows; the one that links go from first, if left out
 */
export function matrixRows(guide: Guide, from: FindingKind = itemAt(LINKED_FROM, 0)): MatrixRow[] {
  const { rows } = grid(
    guide,
    from,
    PAIRINGS.filter((p) => p.from === from).map((p) => p.to),
  );
  return rows.flatMap(({ row, cells }) =>
    cells.flatMap(({ column, link }) =>
      link
        ? [
            {
              id: link.id,
              from: row.ref,
              from_name: capital(shortOf(row)),
              to: column.ref,
              to_name: capital(shortOf(column)),
              to_kind: guide.about.kinds[column.kind].title,
              state: link.data.state,
              voice: voiceOf(link),
              sources: bearingsOn(link).length,
              reason: link.data.reason,
              page: isJudged(link) ? 1 : 0,
            },
          ]
        : [],
    ),
  );
}
