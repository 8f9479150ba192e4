const START = 'decision-record';
const MOST_CHARACTERS = 60;

/**
 * A name for a file of a record: `decision-record-faster-answers.json`. Lower-case ASCII letters, digits and hyphens, at most
 * 60 characters. Every name starts with "decision-record", so that none is a word that Windows keeps for devices.
 *
 * @param title the title of the record
 * @param ending the ending without its dot, such as `json`
 */
export function fileName(title: string, ending: string): string {
  const room = MOST_CHARACTERS - START.length - ending.length - 2;
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}+|['’]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-?(decision-record(?![a-z0-9]))?-?|-$/g, '');
  // cut at the end of a word, unless the first word alone is too long
  const cut = words.length <= room ? words : words.slice(0, Math.max(words.lastIndexOf('-', room), 0) || room);
  return `${[START, cut].filter(Boolean).join('-')}.${ending}`;
}
