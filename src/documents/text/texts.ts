// Control characters but tab and line break, halves of surrogate pairs, and what XML 1.0 has no place for.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNFIT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Cs}/gu;

/** A text with every line end as `\n`, and without characters that no file of ours can hold. */
export const plainText = (text: string): string => text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(UNFIT, '');

/** Whether a text holds characters that `plainText` takes out. */
export const isUnfit = (text: string): boolean => text.search(UNFIT) >= 0;

/** The same on one line: a line break is a space. */
export const oneLine = (text: string): string => plainText(text).replace(/[\t\n]+/g, ' ');

/** The same without space at its ends and never with two spaces: how it reads. */
export const tidyLine = (text: string): string => oneLine(text).replace(/ +/g, ' ').trim();

/** The lines of a text, each without space at its ends; none at the start or the end is empty. */
export const linesOf = (text: string): string[] => plainText(text).trim().split('\n').map(tidyLine);

/** A text cut to at most `most` characters, never through the middle of one. */
export const cutText = (text: string, most: number): string => {
  const cut = text.slice(0, most);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
};
