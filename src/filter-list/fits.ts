/**
 * Whether an item has every chosen value.
 *
 * @param valuesOf the item's values of a name, separated by spaces
 * @param chosen names with the value that was chosen
 */
export const fits = (valuesOf: (name: string) => string, chosen: readonly (readonly [string, string])[]): boolean =>
  chosen.every(([name, value]) => valuesOf(name).split(' ').includes(value));
