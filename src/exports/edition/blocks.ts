import type { Part } from '../../guide/types.ts';
import type { LinkState } from '../../lib/link-states.ts';
import { separators } from '../../lib/text.ts';
import type { Voice } from '../../lib/voices.ts';

/**
 * What stands in an entry, taken apart: each way of writing the guide down (Markdown, a typeset page, a book for readers) makes
 * its own text of it. Links are references, so that each leads where its own edition has the entry.
 */

/** Where a link leads: to an entry or a place in it, to a file of the site by its path, or to an address elsewhere. */
export type Target = { to: string; fragment?: string | undefined } | { file: string } | { href: string };

/** A link; without words of its own it shows its address. */
export type Linked = Target & { text?: string };

/** A part of a line: plain text, a link, words that stand out, or a place for the reader's pen. */
export type Inline = string | Linked | { strong: string } | { open: 'box' | 'blank' };

/** What stands on a line or in a cell. */
export type Line = readonly Inline[];

/** A line as it is handed over: one part stands for itself. */
export type Text = Inline | Line;

/** What somebody says, with the words of its mark, and what it rests on under it. */
export interface Said {
  type: 'said';
  /** whose it is; undefined for a pair that nobody judged */
  voice: Voice | undefined;
  /** the words of its mark */
  label: string;
  /** what became of a pair, where the mark is that of a pair */
  state?: LinkState | undefined;
  text: Line;
  /** the same text in its paragraphs and items, where they are known */
  parts?: readonly Part[] | undefined;
  under: readonly Line[];
  /** its fragment on the page of its entry */
  id?: string | undefined;
}

/** What is told of an entry as a whole, beside its text. */
export interface Fact {
  name?: string;
  value: Line;
}

export type Block =
  | { type: 'heading'; level: 1 | 2 | 3; text: string; id?: string | undefined }
  | { type: 'facts'; facts: readonly Fact[] }
  | Said
  /** what the room does, or a note for whoever teaches: it says nothing of the subject */
  | { type: 'direction'; label: string; parts: readonly Part[]; id?: string | undefined }
  | { type: 'list'; items: readonly Block[] }
  | { type: 'table'; head: readonly Line[]; rows: readonly (readonly Line[])[] }
  | { type: 'line'; line: Line }
  /** a figure by its id, and what says the same where no picture can stand */
  | { type: 'figure'; figure: string; instead?: Said }
  | { type: 'rule' };

/** A paragraph or an item with its links. */
export const lineOf = ({ text, line: runs }: Part): Line => runs ?? [text];

const isLine = (text: Text): text is Line => Array.isArray(text);

/** One line of several texts; those that are left out leave nothing. */
export const line = (...texts: (Text | false | undefined)[]): Line =>
  texts.flatMap((text) => (text === false || text === undefined || text === '' ? [] : isLine(text) ? text : [text]));

/** Texts in one line with the same words between any two; those that are left out leave nothing. */
export const joined = (texts: readonly (Text | false | undefined)[], between: string): Line =>
  texts
    .map((text) => line(text))
    .filter((one) => one.length > 0)
    .flatMap((one, i) => (i === 0 ? one : [between, ...one]));

/** Texts as a sentence has them: "a, b and c". */
export const enumerated = (texts: readonly Text[]): Line => {
  const between = separators(texts.length);
  return texts.flatMap((text, i) => line(between[i], text));
};

export const heading = (level: Heading['level'], text: string, id?: string): Heading => ({ type: 'heading', level, text, id });
export const list = (items: readonly Block[]): Block => ({ type: 'list', items });
export const plain = (...texts: (Text | false | undefined)[]): Block => ({ type: 'line', line: line(...texts) });
export const table = (head: readonly Text[], rows: readonly (readonly Text[])[]): Block => ({
  type: 'table',
  head: head.map((cell) => line(cell)),
  rows: rows.map((cells) => cells.map((cell) => line(cell))),
});

/** Whose a block is, and its words for it. */
export type Mark = Pick<Said, 'voice' | 'label' | 'state'>;

/** A text with its mark, and lines of what it rests on; lines that are left out leave nothing. */
export const said = (mark: Mark, text: Text, ...under: (Text | false | undefined)[]): Said => ({
  type: 'said',
  ...mark,
  text: line(text),
  under: under.map((one) => line(one)).filter((one) => one.length > 0),
});

/**
 * Blocks whose headings go down one step at a time: outlines and PDF/UA want no level left out, and what an edition leaves out
 * of an entry may be the heading that stood above.
 */
export function inSteps<B extends { type: string }>(blocks: readonly (B | Heading)[]): (B | Heading)[] {
  let above = 1;
  return blocks.map((block) => {
    if (!isHeading(block)) return block;
    const level = Math.min(block.level, above + 1) as Heading['level'];
    above = level;
    return level === block.level ? block : { ...block, level };
  });
}

type Heading = Extract<Block, { type: 'heading' }>;
const isHeading = (block: { type: string }): block is Heading => block.type === 'heading';

/** A block, of an entry or of a page, as far as it gives places. */
interface Placed {
  type: string;
  id?: string | undefined;
  items?: readonly Placed[];
}

/** Every id that blocks give a place, those inside others too. */
export const idsIn = (blocks: readonly Placed[]): string[] =>
  blocks.flatMap(({ id, items = [] }) => [...(id ? [id] : []), ...idsIn(items)]);
