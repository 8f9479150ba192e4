/**
 * Whether an item has every chosen value.
 *
 * @param valuesOf the item's values of a name, separated by spaces
 * @param chosen names with the value that was chosen
 * @param joint two names whose values belong together: the item has them in pairs, written `a:b` under the name `a-b`, and one
 *   pair must have all that is chosen of the two
 */
export function fits(
  valuesOf: (name: string) => string,
  chosen: readonly (readonly [string, string])[],
  joint: readonly string[] = [],
): boolean {
  const values = (name: string): string[] => valuesOf(name).split(' ');
  const wanted = joint.map((name) => chosen.find(([other]) => other === name)?.[1]);
  return (
    values(joint.join('-')).some((pair) => wanted.every((value, at) => value === undefined || value === pair.split(':')[at])) &&
    chosen.every(([name, value]) => joint.includes(name) || values(name).includes(value))
  );
}

/** Whether a text holds every word of a query, in any order and case; each text holds an empty one. */
export const holds = (text: string, query: string): boolean =>
  query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word));
