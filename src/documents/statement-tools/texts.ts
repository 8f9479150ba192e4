import { clip, stop } from '../../lib/text.ts';

/** A piece of text, perhaps with a link behind it. */
export interface Run {
  text: string;
  href?: string;
}

/** A statement as a page shows it. */
export interface ShownStatement {
  /** the words of its mark, such as "Others add · supports" */
  mark: string;
  /** what the mark means */
  meaning: string;
  /** its paragraphs and the items of its lists */
  words: readonly string[];
  /** what it rests on: a sentence, a source, a reason; a paragraph each */
  notes: readonly (readonly Run[])[];
  /** the title of its page, the heading it stands under, if any, and the name of the guide */
  page: string;
  section?: string | undefined;
  guide: string;
  /** its whole address; what follows # is its id */
  address: string;
  /** the day its page was last reviewed, in words, if the page says so */
  reviewed?: string | undefined;
}

/** Words of a statement that an objection repeats: an address to send mail holds no more. */
const MOST_WORDS = 600;

/** Where it stands, from near to far; a name that is another one too is told once. */
const where = ({ page, section, guide }: ShownStatement): string => [...new Set([page, section, guide])].filter(Boolean).join(' · ');

/** When its page was reviewed, where that is known, and when the statement was copied. */
const days = ({ reviewed }: ShownStatement, today: string): string => `${reviewed ? `Reviewed ${reviewed}. ` : ''}Copied ${today}.`;

const isElsewhere = (href: string, { address }: ShownStatement): boolean => new URL(href).origin !== new URL(address).origin;

/** Notes with the end of a sentence, each. */
const stopped = (notes: ShownStatement['notes']): readonly (readonly Run[])[] =>
  notes.map((runs) => {
    const text = runs.map((run) => run.text).join('');
    return stop(text) === text ? runs : [...runs, { text: '.' }];
  });

/**
 * A statement to paste as plain text: its words, then whose it is, what it rests on, where it stands, and the days.
 *
 * @param today the day in words
 */
export function copiedText(statement: ShownStatement, today: string): string {
  const plain = ({ text, href }: Run): string => (href && isElsewhere(href, statement) ? `${text} <${href}>` : text);
  return [
    ...statement.words,
    [stop(statement.mark), statement.meaning, ...stopped(statement.notes).map((runs) => runs.map(plain).join(''))].join(' '),
    `${where(statement)}\n${statement.address}\n${days(statement, today)}`,
  ].join('\n\n');
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const anchor = ({ text, href }: Run): string => (href ? `<a href="${escaped(href)}">${escaped(text)}</a>` : escaped(text));

/** The same for programs that keep links, such as Word and mail. */
export function copiedHtml(statement: ShownStatement, today: string): string {
  const { mark, meaning, words, notes, address } = statement;
  const whose = [`<b>${escaped(stop(mark))}</b>`, escaped(meaning), ...stopped(notes).map((runs) => runs.map(anchor).join(''))].join(' ');
  const place = [escaped(where(statement)), anchor({ text: address, href: address }), days(statement, today)].join('<br>');
  return [...words.map(escaped), whose, place].map((text) => `<p>${text}</p>`).join('');
}

/** What somebody sends who objects to a statement: which one it is, and room for what is wrong. */
export function objectionText(statement: ShownStatement): string {
  const id = decodeURIComponent(new URL(statement.address).hash.slice(1));
  return [
    `I object to a statement of “${statement.guide}”.`,
    '',
    `Page: ${[statement.page, statement.section].filter(Boolean).join(' · ')}`,
    ...(id ? [`Statement: ${id}`] : []),
    `Address: ${statement.address}`,
    `Mark: ${statement.mark}`,
    `Words: ${clip(statement.words.join(' '), MOST_WORDS)}`,
    '',
    'What is wrong, and where one can see it:',
    '',
  ].join('\n');
}

/**
 * The address at which an objection is written: a mail with the text begun, or a page that gets both as a question.
 *
 * @param to where objections go: `mailto:` or `https://`
 */
export const objectionAddress = (to: string, statement: ShownStatement): string =>
  `${to}${to.includes('?') ? '&' : '?'}subject=${encodeURIComponent(`Objection: ${statement.page}`)}&body=${encodeURIComponent(objectionText(statement).replaceAll('\n', '\r\n'))}`;
