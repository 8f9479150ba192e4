/** What is told of a link that gives nothing. */
export const LINK_WORDS = {
  newer: 'This link was made with a newer version of the guide. Reload to update. Nothing was changed.',
  unreadable: 'This link can’t be read. Ask for it again, or for a file. Nothing was changed.',
  empty: 'This link is incomplete. Nothing in it could be read. Ask for it again, or for a file.',
} as const;
