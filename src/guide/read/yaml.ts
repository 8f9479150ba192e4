import type { z } from 'astro/zod';
import { type Document, isAlias, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { lastOf } from '../../lib/items.ts';
import { didYouMean } from '../../lib/nearest.ts';
import { unseenSigns } from '../../lib/signs.ts';
import { clip } from '../../lib/text.ts';
import { fieldName, type Place, type Problem, problem } from './problem.ts';
import { unseenWording } from './raw.ts';

/** A YAML text with the places of its fields. */
export interface YamlReading {
  value: unknown;
  at(path: string): Place;
  problems: Problem[];
}

/**
 * Reads YAML and remembers where each field stands.
 *
 * @param file path for messages
 * @param source the YAML text
 * @param firstLine the line of the file on which the text begins, counted from 1
 * @returns the value, a finder of places by path (`next.0.to`; the nearest parent where the field is missing), and the slips of YAML
 */
export function readYaml(file: string, source: string, firstLine = 1): YamlReading {
  const lines = new LineCounter();
  const doc = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  // a second document makes errors of every kind after it
  const first = doc.errors.find(({ code, message }) => code === 'MULTIPLE_DOCS' || TOO_DEEP.test(message));
  const told = first ? [first] : doc.errors;
  const refused = first ? [] : refusedNodes(doc, source);
  const problems = [
    ...refused.map(([offset, message]) => problem(place(offset), message)),
    ...(refused.length > 0
      ? []
      : [...told, ...doc.warnings].map((e) =>
          problem(place(e === first && TOO_DEEP.test(e.message) ? 0 : e.pos[0]), `YAML: ${mend(e.code, e.message)}`),
        )),
  ];

  const at = (path: string): Place => {
    const keys = path === '' ? [] : path.split('.');
    for (; keys.length > 0; keys.pop()) {
      const parent = doc.getIn(keys.slice(0, -1), true);
      const last = lastOf(keys);
      if (isMap(parent)) {
        const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === last);
        const range = pair && isScalar(pair.key) ? pair.key.range : undefined;
        if (range) return place(range[0]);
      } else {
        const node = doc.getIn(keys, true) as { range?: [number, number, number] } | undefined;
        if (node?.range) return place(node.range[0]);
      }
    }
    return { file, line: firstLine, column: 1 };
  };
  return { value: problems.length ? undefined : doc.toJS(), at, problems };
}

/** What YAML can do and content may not: one text in several places, types of a program, signs that nobody sees. */
function refusedNodes(doc: Document.Parsed, source: string): [number, string][] {
  const refused: [number, string][] = [];
  visit(doc, (_, node) => {
    if (!isNode(node)) return;
    const at = node.range?.[0] ?? 0;
    if (isAlias(node))
      refused.push([
        at,
        `YAML: "*${node.source}" repeats a part named elsewhere, which content may not. Write it out, or put quotes around the text.`,
      ]);
    else if (node.anchor)
      refused.push([at, `YAML: "&${node.anchor}" gives a part a name, which content may not. Take it out, or put quotes around the text.`]);
    if (node.tag?.startsWith('!'))
      refused.push([at, `YAML: "${node.tag}" asks for a type, which content may not. Take it out, or put quotes around the text.`]);
    else if (node.tag && /^tag:/.test(node.tag))
      refused.push([
        at,
        `YAML: "!!${node.tag.split(':').at(-1)}" asks for a type, which content may not. Take it out, or put quotes around the text.`,
      ]);
    if (isScalar(node) && node.type === 'PLAIN' && /\n[ \t]*- /.test(source.slice(...(node.range ?? [0, 0]))))
      refused.push([
        at,
        'YAML: a line below begins with "- " and is glued to this text. Line it up with the other items, or write the text on one line.',
      ]);
    if (isScalar(node) && node.type === 'PLAIN' && node.comment && !source.slice(at, node.range?.[2]).includes('\n#'))
      refused.push([
        at,
        `YAML: what follows " #" here is read as a note and left out. Put quotes around the text, or the note on a line of its own.`,
      ]);
    if (isScalar(node) && typeof node.value === 'string') {
      const [unseen] = unseenSigns(node.value);
      if (unseen) refused.push([at, unseenWording(unseen.sign)]);
    }
  });
  return refused;
}

const TOO_DEEP = /call stack/;

const MENDS: Record<string, string> = {
  BAD_DIRECTIVE: 'a line begins with "%". Take it out.',
  BAD_SCALAR_START: 'a text cannot begin with this sign; put quotes around it.',
  UNEXPECTED_TOKEN: 'something stands here that fits no field; compare with another entry of the same kind.',
  DUPLICATE_KEY: 'the same field is written twice; keep one of them.',
  TAB_AS_INDENT: 'a tab indents this line; use spaces.',
  BAD_INDENT: 'this line is indented differently from the lines it belongs to; line them up.',
  MULTILINE_IMPLICIT_KEY: 'a text runs over several lines where a field is expected; put quotes around it, or begin it with ">-".',
  BLOCK_AS_IMPLICIT_KEY: 'a text holds ": " without quotes; put quotes around it.',
  MULTIPLE_DOCS:
    'a line "---" begins a second document here, and a file holds one. Take the line out, and keep what belongs to this entry.',
  MISSING_CHAR: 'a closing quote or bracket is missing.',
};

const mend = (code: string, message: string): string =>
  TOO_DEEP.test(message)
    ? 'brackets stand inside brackets, too deep to be read. Take them out.'
    : (MENDS[code] ?? `${message.replace(/\.?$/, '.')}`);

type Issue = z.core.$ZodIssue;

/**
 * Turns what a schema found wrong into problems with places and cures.
 *
 * @param issues from a failed `safeParse`
 * @param value the value that was parsed
 * @param at the finder of places of that value
 */
export function schemaProblems(issues: readonly Issue[], value: unknown, at: YamlReading['at']): Problem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') {
      const allowed = 'known' in issue ? (issue.known as string[]) : [];
      return issue.keys.map((key) => {
        const full = path ? `${path}.${key}` : key;
        return problem(
          at(full),
          `${fieldName(full)}: unknown field. ${didYouMean(key, allowed)}Take it out, or see docs/content-model.md for the fields there are.`,
        );
      });
    }
    const given = path
      .split('.')
      .reduce<unknown>((v, k) => (v as Record<string, unknown> | undefined)?.[k], path === '' ? undefined : value);
    const shown = given === undefined || typeof given === 'object' ? '' : ` ${clip(JSON.stringify(given), 60)}`;
    return [problem(at(path), `${fieldName(path) || 'file'}:${shown} ${wording(issue, given)}.`)];
  });
}

function wording(issue: Issue, given: unknown): string {
  const message = issue.message.replace(/\.$/, '');
  if (issue.code !== 'invalid_type' || !/^Invalid input/.test(message)) return message;
  if (given === undefined) return 'is missing';
  const wanted: Record<string, string> = {
    array: 'must be a list, such as [one, two]',
    object: 'must be a group of fields, one to a line',
    boolean: 'must be true or false',
    number: 'must be a number',
  };
  return wanted[String(issue.expected)] ?? `must be ${issue.expected}`;
}
