/**
 * A text on one line in which Markdown, GitHub's dialect too, takes no character for a command; an ampersand is one only where
 * an entity begins. What counts at a line's start alone is left.
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#~|$]|&(?=[#\w]+;)/g, '\\$&');
