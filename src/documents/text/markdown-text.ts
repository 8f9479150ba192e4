import { escapeMarkdown } from '../../lib/markdown.ts';
import { linkTarget } from './link-target.ts';
import { linesOf, tidyLine } from './texts.ts';

/** What makes an address a link by itself. */
const ADDRESS = /:(?=\/\/)|(?<=www)\.|@/gi;
/** What makes a line a list, a rule, a heading or a row of a table. */
const LINE_START = /^([-+=:]|\d{1,9}(?=[.)]))/;

const escapeLine = (line: string): string =>
  escapeMarkdown(line)
    .replace(ADDRESS, '\\$&')
    .replace(LINE_START, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));

/** A text on one line in which Markdown finds nothing to do. */
export const markdownLine = (text: string): string => escapeLine(tidyLine(text));

/** A text in which Markdown finds nothing to do: its line breaks stay, and an empty line begins a paragraph. */
export const markdownText = (text: string): string =>
  linesOf(text)
    .map(escapeLine)
    .join('\n')
    .replace(/\n{2,}/g, '\n\n')
    .replace(/(?<!\n)\n(?!\n)/g, '\\\n');

/** A link, where the address is one of the web or a path of the site; else its text alone. */
export function markdownLink(text: string, address: string): string {
  // some readers take the slash from brackets in a link's text before they read it
  const name = markdownLine(text).replace(/\\([[\]])/g, (_, bracket) => (bracket === '[' ? '&#91;' : '&#93;'));
  const target = linkTarget(address);
  return target ? `[${name || markdownLine(target)}](${target.replace(/[()&]/g, '\\$&')})` : name;
}
