import { lastOf } from '../../lib/items.ts';
import { signName, unseenSigns } from '../../lib/signs.ts';
import { ASKED } from '../../schemas/asked.ts';
import type { ContentFile } from '../types.ts';
import { FRONT } from './mdx.ts';
import { type Problem, placeIn, problem } from './problem.ts';

/** More than any file needs; a reader of files must not be kept busy by one. */
const LONGEST_FILE = 300_000;
/** The phrases of a whole kind stand in one file. */
const LONGEST_PHRASES = 4_000_000;
const LONGEST_BLOCK = 5000;
/** Stars and underscores in one paragraph: with more, a Markdown parser takes minutes. */
const MOST_MARKS = 400;

/** Names that sync programs, editors and merges give to copies. */
const COPY = /conflicted copy|sync-conflict|\bcopy(?: \d+)?\.|\(\d+\)\.|\.(?:orig|rej|bak|tmp|swp)$|~$|^#.*#$/i;

/**
 * Finds what keeps a file from being read at all. These problems are told alone: whatever a parser would say of such a file sends its
 * author to the wrong place.
 */
export function rawProblems(file: ContentFile): Problem[] {
  const { path, text } = file;
  const start = placeIn(file, 0);
  const name = lastOf(path.split('/'));
  if (file.fault) return [problem(start, file.fault)];
  if (COPY.test(name))
    return [
      problem(
        start,
        `file: "${name}" looks like a copy that a program made. Put what is new in it into the right file, and delete this one.`,
      ),
    ];
  const inName = unseenSigns(name)[0] ?? spaces(name)[0];
  if (inName) return [problem(start, `file name: it holds ${signName(inName.sign)}, which cannot be seen. Rename the file.`)];
  const longest = path.split('/').at(-2) === ASKED ? LONGEST_PHRASES : LONGEST_FILE;
  if (text.length > longest)
    return [
      problem(start, `file: it has ${text.length} characters, and none needs more than ${longest}. Is it the right file? Shorten it.`),
    ];
  const merge = mergeProblem(file);
  if (merge) return [merge];
  const bad = text.indexOf('\uFFFD');
  if (bad >= 0) return [problem(placeIn(file, bad), 'encoding: a character here is not UTF-8. Save the file as UTF-8.')];
  const unseen = unseenSigns(text).map(({ sign, index }) => problem(placeIn(file, index), unseenWording(sign)));
  if (unseen.length > 0) return unseen;
  const carriage = text.search(/\r(?!\n)/);
  if (carriage >= 0)
    return [
      problem(
        placeIn(file, carriage),
        'line end: a carriage return stands alone here. Save the file with the line ends of Unix or Windows.',
      ),
    ];
  return [...frontEnd(file), ...misplacedSpaces(file), ...heavyBlocks(file)];
}

/** Says that a sign cannot be seen and what to do. */
export const unseenWording = (sign: string): string =>
  `sign: ${signName(sign)} cannot be seen, and may change what is read. Delete it; retype the words around it if you cannot find it.`;

const MARK = /^(<{7}|={7}|>{7}|\|{7})(?: .*)?\r?$/gm;

function mergeProblem(file: ContentFile): Problem | undefined {
  const marks = [...file.text.matchAll(MARK)];
  const [first] = marks;
  if (!first) return undefined;
  const lines = marks.map(({ index }) => placeIn(file, index).line);
  const where = lines.length === 1 ? `line ${lines[0]}` : `lines ${lines.join(', ')}`;
  return problem(
    placeIn(file, first.index),
    `merge: two versions of this file stand in it. Keep the right one, and take out the marks of the merge (<<<<<<<, =======, >>>>>>>) on ${where}.`,
  );
}

/** Spaces other than the plain one. They are right inside a text and wrong where a plain one has a meaning. */
const spaces = (text: string): { sign: string; index: number }[] =>
  [...text.matchAll(/(?! )\p{Zs}/gu)].map(({ 0: sign, index }) => ({ sign, index }));

/** In YAML: at the start of a line, after a dash, around the name of a field. */
const IN_FIELDS = /^([ \t]*(?:- +)*-?)((?! )\p{Zs})|^([^"'#:\n]*?)((?! )\p{Zs})[^"'#:\n]*:(?=\s|$)|^([^"'#:\n]*:)((?! )\p{Zs})/gmu;
/** In Markdown: before or after the sign that makes a heading, a list or a tag. */
const IN_BODY =
  /^([ \t]*)((?! )\p{Zs})|^([ \t]*(?:#{1,6}|[-*+]|\d+[.)]))((?! )\p{Zs})|^([ \t]*<\/?[A-Za-z]*(?:"[^"\n]*"|[^"\n>])*?)((?! )\p{Zs})(?=(?:"[^"\n]*"|[^"\n>])*>)/gmu;

/** Where the body begins: after the fields of an MDX file, and never in a file of fields alone. */
const bodyStart = ({ path, text }: ContentFile): number => (path.endsWith('.mdx') ? (FRONT.exec(text)?.[0].length ?? 0) : text.length);

/** Fields below the line that ends them would be read as text. */
function frontEnd(file: ContentFile): Problem[] {
  const from = bodyStart(file);
  const fields = /^\s*[a-z][a-z-]*:(?: .*)?$/m.exec(file.text.slice(from));
  if (from === 0 || !fields || file.text.slice(from, from + fields.index).trim() !== '') return [];
  const { line } = placeIn(file, file.text.slice(0, from).trimEnd().length);
  return [
    problem(
      placeIn(file, from + fields[0].search(/\S/) + fields.index),
      `frontmatter: it ends with the "---" on line ${line}, and a field stands below it. One entry to a file, and all its fields above that line.`,
    ),
  ];
}

function misplacedSpaces(file: ContentFile): Problem[] {
  const { text } = file;
  const body = bodyStart(file);
  const found = (part: string, from: number, pattern: RegExp, what: string): Problem[] =>
    [...part.matchAll(pattern)].flatMap((match) => {
      const at = [1, 3, 5].find((i) => match[i] !== undefined) as number;
      const sign = match[at + 1] as string;
      const place = placeIn(file, from + match.index + (match[at] as string).length);
      return [problem(place, `sign: ${signName(sign)} looks like a space and is none to ${what}. Type a plain space here, or none.`)];
    });
  return [...found(text.slice(0, body), 0, IN_FIELDS, 'YAML'), ...found(text.slice(body), body, IN_BODY, 'Markdown')];
}

function heavyBlocks(file: ContentFile): Problem[] {
  const problems: Problem[] = [];
  let offset = bodyStart(file);
  for (const block of file.text.slice(offset).split(/(\r?\n[ \t]*\r?\n)/)) {
    const place = (): Parameters<typeof problem>[0] => placeIn(file, offset);
    const marks = block.match(/[*_]/g)?.length ?? 0;
    if (block.length > LONGEST_BLOCK)
      problems.push(
        problem(place(), `text: ${block.length} characters without an empty line, and none needs more than ${LONGEST_BLOCK}. Part it.`),
      );
    else if (marks > MOST_MARKS)
      problems.push(
        problem(
          place(),
          `text: ${marks} stars and underscores stand here without an empty line, and none needs more than ${MOST_MARKS}. Take them out.`,
        ),
      );
    offset += block.length;
  }
  return problems;
}

/** Parts of a new entry that nobody has written yet (see `scaffold`): they may not be published. */
export const unfinished = (file: ContentFile): Problem[] =>
  file.text.split('\n').flatMap((line, i) => {
    const column = line.search(/\bto write:/i);
    return column < 0
      ? []
      : [
          problem(
            { file: file.path, line: i + 1, column: column + 1 },
            `still to write: ${line
              .slice(column)
              .replace(/^to write:/i, '')
              .replace(/".*$/, '')
              .trim()
              .replace(/[^.?!]$/, '$&.')} Replace "To write:" and what follows it.`,
          ),
        ];
  });
