import { sideId } from '../../guide/addresses.ts';
import { shortOf } from '../../guide/labels.ts';
import type { Guide } from '../../guide/types.ts';
import { capital } from '../../lib/text.ts';

/** What pulls on one side of one finding. */
export type TensionRow = {
  id: string;
  on: string;
  on_name: string;
  side: 'outside' | 'inside';
  voice: 'editors';
  text: string;
  because: string;
};

export const TENSION_COLUMNS: Record<keyof TensionRow, string> = {
  id: 'the statement: its fragment on the page of the figure',
  on: 'the finding it pulls on: kind and id',
  on_name: 'its short name',
  side: 'the side it pulls to: outside or inside',
  voice: 'whose the text is',
  text: 'what that side asks',
  because: 'why we think so',
};

/** Both sides of every finding that has sides, findings in the study's order, outside first. */
export function tensionRows(guide: Guide): TensionRow[] {
  const figure = guide.figures.find(({ id }) => id === 'tension');
  return guide.findings.flatMap((finding) => {
    const sides = figure?.data.sides.find(({ on }) => on === finding.ref);
    if (!sides) return [];
    return (['outside', 'inside'] as const).map((side) => ({
      id: sideId(finding.ref, side),
      on: finding.ref,
      on_name: capital(shortOf(finding)),
      side,
      voice: 'editors' as const,
      text: sides[side],
      because: sides.because,
    }));
  });
}
