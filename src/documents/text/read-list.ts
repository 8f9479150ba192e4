import { leftOut, type Notes } from './notes.ts';

/** Something read, under what it may stand for only once. */
export interface Named<T> {
  id: string;
  item: T;
}

/**
 * What `read` makes of a list, the first `most` of it; what has the id of one before is left out.
 *
 * @param names what a sentence calls one of them, with a capital, and many
 */
export function distinct<T>(
  list: readonly unknown[],
  most: number,
  [one, many]: readonly [string, string],
  left: Notes,
  read: (value: unknown, part: string) => Named<T> | undefined,
): T[] {
  const found = new Map<string, T>();
  let over = 0;
  list.forEach((value, i) => {
    if (found.size === most) {
      over += 1;
      return;
    }
    const part = `${one} ${i + 1}`;
    const named = read(value, part);
    if (!named) return;
    if (found.has(named.id)) left.add(`${part} was named before and was ${leftOut(named.id)}`);
    else found.set(named.id, named.item);
  });
  if (over > 0) left.add(`Only the first ${most} ${many} were taken; ${over} ${over === 1 ? 'was' : 'were'} left out.`);
  return [...found.values()];
}
