/** The notice for a link that gives nothing. */
export const LINK_WORDS = {
  newer: 'This link was made with a newer version of the guide. Reload to update. Nothing was changed.',
  unreadable: 'This link can’t be read. Ask for it again, or for a file. Nothing was changed.',
  empty: 'This link is incomplete. Nothing in it could be read. Ask for it again, or for a file.',
} as const;

/**
 * The notice for a link that was cut: how much of it could be read.
 *
 * @param read how many of its parts came
 * @param many what the parts are: fields, answers
 */
export function cutWords(read: number, of: number, many: string): string {
  if (read === 0) return LINK_WORDS.empty;
  return `This link is incomplete. ${read} of ${of} ${many} could be read; ${read === 1 ? 'it is' : 'they are'} shown below.`;
}
