/** The words of a text: runs of letters, digits, apostrophes and inner hyphens. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? [];

/**
 * A text as a fingerprint sees it: lower case, every run of characters other than letters and digits one space.
 * Copies of one abstract that differ in dashes, quotes or capitals come out the same.
 */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const NUMERALS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const TENS = new Map([
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
]);
const LARGE = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
]);

/** A count as running text has it: a word up to ten, digits beyond (house style). */
export const countWord = (n: number): string => (n >= 0 && n <= 10 ? (NUMERALS[n] as string) : String(n));

/**
 * The numbers a text states, in digits or words. "One" is left out: in English it is mostly a pronoun.
 *
 * @returns each number with the words it was written in, in order
 */
export function numbersIn(text: string): { value: number; written: string }[] {
  const found: { value: number; written: string }[] = [];
  for (const match of text.matchAll(/\d+(?:[.,]\d+)*|\p{L}+/gu)) {
    const written = match[0];
    const word = written.toLowerCase();
    const spelled = NUMERALS.indexOf(word);
    const value = /^\d/.test(word)
      ? Number(word.replaceAll(',', ''))
      : (TENS.get(word) ?? LARGE.get(word) ?? (spelled > 1 ? spelled : undefined));
    if (value !== undefined) found.push({ value, written });
  }
  return found;
}

/** `1 pair`, `20 pairs`: a number with its noun. */
export const numbered = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** `1 minute`, `20 minutes`. */
export const inMinutes = (n: number): string => numbered(n, 'minute', 'minutes');

/** `1 month`, `20 months`. */
export const inMonths = (n: number): string => numbered(n, 'month', 'months');

/** The first letter in upper case, the rest as it is. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The first letter in lower case, unless the word is an abbreviation. */
export const uncapital = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/** Names joined as a sentence has them: "a", "a and b", "a, b and c". */
export const listed = (names: readonly string[], and = 'and'): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;

/** What stands before each of so many parts of such a list: "", ", ", " and ". */
export const separators = (count: number, and = 'and'): string[] =>
  Array.from({ length: count }, (_, i) => (i === 0 ? '' : i < count - 1 ? ', ' : ` ${and} `));

/** A text cut at a word's end to at most `most` characters, with an ellipsis where it was cut. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()}…`;
}

/** A text with the end of a sentence, unless it has one. */
export const stop = (text: string): string => (/[.?!…][”’"')]*$/.test(text) ? text : `${text}.`);

/** A text as a word in an address or a name: "commentary or opinion" is commentary-or-opinion. */
export const slug = (text: string): string => text.toLowerCase().replace(/[^a-z]+/g, '-');
