/**
 * The item at a place of a list that is long enough for it.
 *
 * @throws Error that names the place and the length, where it is not
 */
export function itemAt<T>(list: readonly T[], place: number): T {
  const item = list[place];
  if (item === undefined) throw new Error(`No item ${place} of ${list.length}.`);
  return item;
}

/**
 * The last item of a list that has some.
 *
 * @throws Error where it is empty
 */
export const lastOf = <T>(list: readonly T[]): T => itemAt(list, list.length - 1);

/**
 * The value that a map has for a key.
 *
 * @throws Error that names the key, where it has none
 */
export function valueFor<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`No value for ${key}.`);
  return value;
}

/** The value that a map has for a key; where it has none, one is made and kept there. */
export function madeOnce<K, V>(known: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, make: () => V): V {
  const ready = known.get(key);
  if (ready !== undefined) return ready;
  const made = make();
  known.set(key, made);
  return made;
}

/** Makes what is on its way once for each number; one that failed is not kept, and is made again when it is asked for again. */
export function triedOnce<T>(make: (at: number) => Promise<T>): (at?: number) => Promise<T> {
  const known = new Map<number, Promise<T>>();
  return (at = 0) =>
    madeOnce(known, at, () => {
      const coming = make(at);
      coming.catch(() => known.delete(at));
      return coming;
    });
}
