/**
 * Whether an item has every chosen value.
 *
 * @param valuesOf the item's values of a name, separated by spaces
 * @param chosen names with the value that was chosen
 * @param joint two names whose values belong together: where both are chosen, the item must have them in one pair, written
 *   `a:b` under the name `a-b`
 */
export function fits(
  valuesOf: (name: string) => string,
  chosen: readonly (readonly [string, string])[],
  joint?: readonly [string, string],
): boolean {
  const has = (name: string, value: string): boolean => valuesOf(name).split(' ').includes(value);
  const [first, second] = (joint ?? []).map((name) => chosen.find(([other]) => other === name)?.[1]);
  if (joint && first && second && !has(joint.join('-'), `${first}:${second}`)) return false;
  return chosen.every(([name, value]) => has(name, value));
}

/** Whether a text holds every word of a query, in any order and case; each text holds an empty one. */
export const holds = (text: string, query: string): boolean =>
  query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word));
