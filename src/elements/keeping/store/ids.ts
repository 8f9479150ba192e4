const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const SIGNS = `${LETTERS}0123456789`;

/**
 * A new id by chance: eight lower-case letters and digits, the first a letter, so that it can stand in an address and in
 * an attribute `id`. There are 2 × 10¹² of them.
 */
export function newId(): string {
  const [first = 0, ...others] = crypto.getRandomValues(new Uint16Array(8));
  return `${LETTERS[first % LETTERS.length]}${others.map((number) => SIGNS[number % SIGNS.length]).join('')}`;
}
