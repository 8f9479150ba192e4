import { lastOf } from '../../lib/items.ts';
import { PlainError } from '../../lib/plain-error.ts';

/** One thing an author has to mend, with the place and the cure. */
export interface Problem {
  /** path from the project's root, with forward slashes */
  file: string;
  /** counted from 1 */
  line: number;
  /** counted from 1 */
  column: number;
  /** what is wrong, why, and what to do; begins with the field and the value */
  message: string;
}

/** The place of what concerns a file as a whole. */
export const startOf = (file: string): Place => ({ file, line: 1, column: 1 });

/** A place in a content file; lines and columns are counted from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

export const problem = (place: Place, message: string): Problem => ({
  file: place.file,
  line: place.line,
  column: place.column,
  message,
});

/** The place of a character in a file. */
export function placeIn({ path, text }: { path: string; text: string }, index: number): Place {
  const before = text.slice(0, index).split('\n');
  return { file: path, line: before.length, column: lastOf(before).length + 1 };
}

/** A field as its author counts: `questions.0` is "questions 1". */
export const fieldName = (path: string): string => path.replace(/\.(\d+)/g, (_, index) => ` ${Number(index) + 1}`);

/** True for a value that a new entry leaves to its author; it is told as such, and no rule judges it. */
export const unwritten = (value: string): boolean => /^to write:/i.test(value);

/** `content/gaps/careers.mdx:7:12  paper at="result-2": no such sentence. ...` */
export const formatProblem = (p: Problem): string => `${p.file}:${p.line}:${p.column}  ${p.message}`;

/** Problems in reading order: by file, then line, then column. */
const sortProblems = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.message < b.message ? -1 : a.message > b.message ? 1 : 0),
  );

/** Thrown by the gateway: the guide cannot be shown before all of these are mended. */
export class ContentError extends PlainError {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    const sorted = sortProblems(problems);
    const count = sorted.length === 1 ? '1 problem' : `${sorted.length} problems`;
    super(`${count} in the content\n\n${sorted.map(formatProblem).join('\n')}\n`);
    this.name = 'ContentError';
    this.problems = sorted;
  }
}
