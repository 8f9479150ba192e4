const MOST_CHARACTERS = 60;

/** Room for any ending, so that the files of one record have one name and stand together. */
const ENDING = 4;

/** Latin letters that are no letter with a sign, so that nothing takes them apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  ə: 'e',
  ɓ: 'b',
  ɖ: 'd',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
};

/**
 * A name for a file that a reader saves: `decision-record-faster-answers.json`. Lower-case ASCII letters, digits and hyphens, at
 * most 60 characters. Every name starts with what it is a file of, so that none is a word that Windows keeps for devices.
 *
 * @param start what it is a file of, such as `decision-record`; said once, also where the title says it again
 * @param title what the reader calls it
 * @param ending the ending without its dot, such as `json`; of at most four letters
 */
export function fileName(start: string, title: string, ending: string): string {
  const room = MOST_CHARACTERS - start.length - ENDING - 2;
  const words = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+|['’]/gu, '')
    .replace(/[^\0-\x7f]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(new RegExp(`^-?(${start}(?![a-z0-9]))?-?|-$`, 'g'), '');
  // cut at the end of a word, unless the first word alone is too long
  const cut = words.length <= room ? words : words.slice(0, Math.max(words.lastIndexOf('-', room), 0) || room);
  return `${[start, cut].filter(Boolean).join('-')}.${ending}`;
}
