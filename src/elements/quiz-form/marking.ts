/** One part of a question as it was answered: a choice, a pair or an item. */
export interface Part {
  /** what the guide has: `yes` or empty for a choice, the number of the right side or the place otherwise */
  right: string;
  /** what was answered, in the same form; empty where nothing was */
  given: string;
}

/** How an answer compares. A question of which a part is open is not answered yet. */
export interface Marked {
  state: 'open' | 'as-the-guide' | 'otherwise';
  /** of the parts, how many are as the guide has them */
  same: number;
}

/**
 * Compares an answer with the guide's.
 *
 * @param type of the question; a choice may be left empty, a pair or an item may not
 */
export function compare(type: 'single' | 'multiple' | 'match' | 'order', parts: readonly Part[]): Marked {
  const same = parts.filter(({ right, given }) => right === given).length;
  const choices = type === 'single' || type === 'multiple';
  const open = choices ? parts.every(({ given }) => given === '') : parts.some(({ given }) => given === '');
  return { state: open ? 'open' : same === parts.length ? 'as-the-guide' : 'otherwise', same };
}

/** The feedback after a check, in words. */
export function verdict(type: 'single' | 'multiple' | 'match' | 'order', { state, same }: Marked, count: number): string {
  if (state === 'open') return type === 'single' || type === 'multiple' ? 'Mark an answer first.' : 'Fill in every line first.';
  if (state === 'as-the-guide') return 'As the guide has it.';
  if (type === 'single') return 'Not as the guide has it.';
  // a choice may agree by being left out
  const parts = type === 'multiple' ? 'choices' : type === 'match' ? 'pairs' : 'places';
  return `Not yet as the guide has it: ${same === 0 ? 'none' : same} of ${count} ${parts} ${same === 1 ? 'agrees' : 'agree'}.`;
}

/** How far somebody has come, in words; no share and no grade. */
export const progress = (answered: number, same: number, all: number): string =>
  answered === 0
    ? ''
    : `${answered} of ${all} answered, ${same === 0 ? 'none' : same} as the guide has ${answered === 1 || same === 1 ? 'it' : 'them'}.`;

/** Where a question stands among those that are shown. @param at counted from 0 */
export const placeWords = (at: number, all: number): string => `Question ${at + 1} of ${all}`;

/** What a quiz came to: how many answers are as the guide has them, of those that were given, and how many were not. No grade. */
export function outcome(answered: number, same: number, all: number): { head: string; rest: string } {
  const open = all - answered;
  const rest = open > 0 && answered > 0 ? `${open} not answered.` : '';
  if (answered === 0) return { head: 'Nothing is answered yet', rest };
  return { head: `${same === 0 ? 'None' : same} of ${answered} as the guide has ${answered === 1 ? 'it' : 'them'}`, rest };
}
