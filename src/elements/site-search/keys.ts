/** Where a key leads: to a result by its place, from the field to the list, back to it, to the first result of what was typed, or to an empty field. */
export type Move = { to: number } | 'leave' | 'field' | 'first' | 'empty' | undefined;

/**
 * What a key does on the search page.
 *
 * @param key see `KeyboardEvent.key`
 * @param at the field, a place in the list of results, or anything else inside the list
 * @param results how many results there are
 * @param typed something stands in the field
 */
export function move(key: string, at: 'field' | 'list' | number | undefined, results: number, typed: boolean): Move {
  if (at === undefined) return undefined;
  if (at === 'field') {
    if (key === 'Enter') return 'first';
    if (key === 'Escape') return typed ? 'empty' : undefined;
    return key === 'ArrowDown' && (typed || results > 0) ? 'leave' : undefined;
  }
  if (key === 'Escape') return 'field';
  if (at === 'list') return undefined;
  if (key === 'ArrowDown') return at + 1 < results ? { to: at + 1 } : undefined;
  if (key === 'ArrowUp') return at > 0 ? { to: at - 1 } : 'field';
  return undefined;
}

/**
 * Which answer under a field a key goes to; -1 is none, only the field. The ends meet there.
 *
 * @param key see `KeyboardEvent.key`
 * @param at the answer that is chosen, or -1
 * @param answers how many there are
 * @returns undefined for a key that chooses nothing
 */
export function chosen(key: string, at: number, answers: number): number | undefined {
  if (answers === 0) return undefined;
  if (key === 'ArrowDown') return at + 1 < answers ? at + 1 : -1;
  if (key === 'ArrowUp') return at < 0 ? answers - 1 : at - 1;
  return undefined;
}
