import type { Guide } from '../../guide/types.ts';
import { isOpenState } from '../../lib/link-states.ts';
import { LINK_VOICES } from '../../lib/voices.ts';
import { MATRIX_COLUMNS, type MatrixRow, matrixRows } from '../link-matrix/rows.ts';

/** The panels from left to right: one for each voice that may speak for a pair, and one for pairs that nobody speaks for. */
export const PANELS = [...LINK_VOICES, 'closed'] as const;
/** Where a pair stands that somebody judged. */
export type Panel = (typeof PANELS)[number];

/** One pair with the panel it stands in. */
export type FourVoicesRow = MatrixRow & {
  /** empty where nobody assessed the pair: it stands in no panel */
  panel: Panel | '';
};

/** What each field of a row holds. */
export const FOUR_VOICES_COLUMNS: Record<keyof FourVoicesRow, string> = {
  ...MATRIX_COLUMNS,
  panel:
    'who speaks for the pair: paper, others or editors; closed where it is not linked or may make it worse; empty where nobody assessed it',
};

/** In which panel a pair stands: linked and contested ones with whoever speaks for them, all other judged ones in the last. */
export function panelOf({ state, voice }: Pick<MatrixRow, 'state' | 'voice'>): Panel | '' {
  if (state === 'not-assessed') return '';
  return isOpenState(state) && voice !== '' ? voice : 'closed';
}

/** The pairs of the matrix, in its order, each with its panel. */
export const fourVoicesRows = (guide: Guide): FourVoicesRow[] => matrixRows(guide).map((row) => ({ ...row, panel: panelOf(row) }));
