import { isOpenState } from '../../lib/link-states.ts';
import { numbered } from '../../lib/text.ts';
import type { MatrixRow } from './rows.ts';

/**
 * How a talk fills the matrix: first with the pairs that the study speaks for, then with those that other publications speak
 * for as well. All pairs come last, under the figure's own answer.
 *
 * @returns what is said of each step, and which pairs are shown by then
 */
export function matrixSteps(rows: readonly MatrixRow[]): { title: string; shows(row: MatrixRow): boolean }[] {
  const open = (row: MatrixRow, voice: MatrixRow['voice']): boolean => row.voice === voice && isOpenState(row.state);
  const count = (voice: MatrixRow['voice']): string | number => rows.filter((row) => open(row, voice)).length || 'none';
  const all = numbered(rows.length, 'pair', 'pairs');
  return [
    { title: `The abstract speaks for ${count('paper')} of ${all}`, shows: (row) => open(row, 'paper') },
    {
      title: `Other publications speak for ${count('others')} of ${all}`,
      shows: (row) => open(row, 'paper') || open(row, 'others'),
    },
  ];
}
