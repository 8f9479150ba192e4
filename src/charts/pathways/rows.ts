import { shortOf } from '../../guide/labels.ts';
import { isOpen } from '../../guide/links.ts';
import { LINKED_FROM, PAIRINGS } from '../../guide/relations.ts';
import type { Guide } from '../../guide/types.ts';
import type { OpenState } from '../../lib/link-states.ts';
import { capital } from '../../lib/text.ts';
import type { LinkVoice } from '../../lib/voices.ts';
import type { FindingKind } from '../../schemas/kinds.ts';

/** One link of the paths. */
export type PathRow = {
  id: string;
  from: string;
  from_name: string;
  to: string;
  to_name: string;
  stage: 1 | 2;
  state: OpenState;
  voice: LinkVoice;
  reason: string;
};

export const PATH_COLUMNS: Record<keyof PathRow, string> = {
  id: 'the link: the ids of its ends, joined by --',
  from: 'where it starts: kind and id',
  from_name: 'its short name',
  to: 'where it ends: kind and id',
  to_name: 'its short name',
  stage: '1 from the first column to the second, 2 from the second to the third',
  state: 'linked or contested',
  voice: 'whose judgment it is',
  reason: 'why the two belong together',
};

/** The column in which a kind stands: what links start from, what they lead to, and what links from there lead to. */
export function stageOf(kind: FindingKind): 0 | 1 | 2 {
  const [first] = LINKED_FROM;
  if (kind === first) return 0;
  return PAIRINGS.some(({ from, to }) => from !== first && to === kind) ? 2 : 1;
}

/** The open links from one column to the next, in the study's order, those of the first column first. Links that pass over a column are not among them. */
export function pathRows(guide: Guide): PathRow[] {
  const rows = guide.links.flatMap((link): PathRow[] => {
    if (!isOpen(link)) return [];
    const { from, to } = link.ends;
    const stage = stageOf(to.kind);
    if (stage === 0 || stage - stageOf(from.kind) !== 1) return [];
    const { state, voice, reason } = link.data;
    return [
      {
        id: link.id,
        from: from.ref,
        from_name: capital(shortOf(from)),
        to: to.ref,
        to_name: capital(shortOf(to)),
        stage,
        state,
        voice,
        reason,
      },
    ];
  });
  return rows.sort((a, b) => a.stage - b.stage);
}
