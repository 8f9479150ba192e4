import type { SpotVoice } from './round.ts';

/** What is asked of one statement, for those who do not see the list. */
export const asks = (i: number, all: number): string => `Statement ${i + 1} of ${all}. Whose is it?`;

/**
 * The notice for a round that was opened from an address; empty where there is nothing to tell.
 *
 * @param named what the address names as its round
 * @param seed what could be read of that
 * @param then the edition it was made with, if the address tells it
 */
export function arrived(named: string | null, seed: string | undefined, then: string | null, now: string): string {
  if (named !== null && !seed) return 'This link names no round. Here is the first one.';
  return seed && then && then !== now
    ? 'This round was made with another edition of the guide. Some of its statements may be others now.'
    : '';
}

/** The feedback on one statement: as marked, or what its mark is. */
export function verdict(voice: SpotVoice, called: SpotVoice | undefined, labels: Readonly<Record<SpotVoice, string>>): string {
  if (called === undefined) return 'Choose one first.';
  return called === voice ? 'As marked.' : `Marked otherwise: ${labels[voice]}.`;
}

/** What a round came to: how many were called as they are marked, of those that were sorted; and how many were not. No grade. */
export function outcome(
  round: readonly { voice: SpotVoice }[],
  called: readonly (SpotVoice | undefined)[],
): { head: string; rest: string } {
  const sorted = round.filter((_, i) => called[i] !== undefined).length;
  if (sorted === 0) return { head: 'Nothing is sorted yet', rest: '' };
  const same = round.filter(({ voice }, i) => called[i] === voice).length;
  const open = round.length - sorted;
  return { head: `${same === 0 ? 'None' : same} of ${sorted} as marked`, rest: open > 0 ? `${open} not sorted.` : '' };
}
