import type { z } from 'astro/zod';
import { isMap, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import { didYouMean } from '../lib/nearest.ts';
import { clip } from '../lib/text.ts';
import { fieldName, type Place, type Problem, problem } from './problem.ts';

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
  const problems = doc.errors.map((e) => problem(place(e.pos[0]), `YAML: ${mend(e.code, e.message)}`));

  const at = (path: string): Place => {
    const keys = path === '' ? [] : path.split('.');
    for (; keys.length > 0; keys.pop()) {
      const parent = doc.getIn(keys.slice(0, -1), true);
      const last = keys.at(-1) as string;
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

const MENDS: Record<string, string> = {
  DUPLICATE_KEY: 'the same field is written twice; keep one of them.',
  TAB_AS_INDENT: 'a tab indents this line; use spaces.',
  BAD_INDENT: 'this line is indented differently from the lines it belongs to; line them up.',
  MULTILINE_IMPLICIT_KEY: 'a text runs over several lines where a field is expected; put quotes around it, or begin it with ">-".',
  BLOCK_AS_IMPLICIT_KEY: 'a text holds ": " without quotes; put quotes around it.',
  MISSING_CHAR: 'a closing quote or bracket is missing.',
};

const mend = (code: string, message: string): string => MENDS[code] ?? `${message.replace(/\.?$/, '.')}`;

type Issue = z.core.$ZodIssue;

/**
 * What a schema found wrong, as problems with places and cures.
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
