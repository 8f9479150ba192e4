import { z } from 'astro/zod';
import { curlyAll } from '../../lib/typography.ts';
import { ID, LESSON_ID } from '../../schemas/common.ts';
import { isFindingKind } from '../../schemas/kinds.ts';
import { factsOf, type Kind } from '../kinds.ts';
import type { ContentFile, Entry, Statement } from '../types.ts';
import { withoutAsked } from './asked.ts';
import { readBody } from './body.ts';
import { fieldStatements } from './field-statements.ts';
import { readMdx } from './mdx.ts';
import { type Place, type Problem, problem, startOf } from './problem.ts';
import { remembered } from './remembered.ts';
import { readYaml, schemaProblems } from './yaml.ts';

/** A check that comes after a change reads only the file that changed. */
const [mdxOf, yamlOf] = [remembered(readMdx), remembered(readYaml)];

/**
 * Reads a file as an entry. Parts that stand inside each other a thousand deep end the patience of every parser.
 *
 * @param file its text, with front matter where the kind has a body
 * @param kind the folder it stands in
 * @param name the rest of its path
 * @param problems takes what is wrong with it
 * @param loose takes the statements of a body whose fields are wrong
 * @returns undefined where it cannot be read
 */
export function readEntry(...args: Parameters<typeof entryOf>): Entry | undefined {
  const [file, , , problems] = args;
  try {
    return entryOf(...args);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push(problem(startOf(file.path), 'file: its parts stand inside each other too deep to be read. Take most of them out.'));
    return undefined;
  }
}

function entryOf(file: ContentFile, kind: Kind, name: string, problems: Problem[], loose: Statement[]): Entry | undefined {
  const { ending: wanted, schema, voiced } = factsOf(kind);
  const id = withoutEnding(name);
  if (name !== `${id}.${wanted}`) {
    problems.push(problem(startOf(file.path), `file: entries of ${kind} end in .${wanted}. Rename the file.`));
    return undefined;
  }
  const ref = `${kind}/${id}`;
  const mdx = wanted === 'mdx' ? mdxOf(file.path, file.text) : undefined;
  problems.push(...(mdx?.problems ?? []));
  if (mdx && mdx.front === undefined) return undefined;
  const yaml = yamlOf(file.path, mdx?.front ?? file.text, mdx ? 2 : 1);
  problems.push(...yaml.problems);
  const data =
    yaml.problems.length > 0
      ? undefined
      : parsed(schema, withoutAsked(yaml.value, kind, id, yaml.at, problems) ?? undefined, yaml.at, problems);

  const body = mdx?.tree && readBody(mdx.tree, ref, file.path, voiced(data));
  problems.push(...(body?.problems ?? []));
  if (body && data && isFindingKind(kind) && body.statements.length === 0 && body.problems.length === 0)
    problems.push(problem(startOf(file.path), 'body: it is empty. Write at least what the paper says, inside <Paper>.'));
  if (data === undefined) loose.push(...(body?.statements ?? []));
  if (data === undefined || (mdx && !body)) return undefined;

  const entry = {
    kind,
    id,
    ref,
    data,
    file: file.path,
    at: yaml.at,
    statements: [],
    blocks: body?.blocks ?? [],
    mentions: body?.mentions ?? [],
    prose: body?.prose ?? '',
    fragments: body?.fragments ?? [],
  } as unknown as Entry;
  entry.statements = [...fieldStatements(entry), ...(body?.statements ?? [])];
  return entry;
}

/** Reads a file that stands alone beside the folders; undefined where it cannot be read. */
export function readSingle(file: ContentFile, schema: z.ZodType, problems: Problem[]): unknown {
  const yaml = yamlOf(file.path, file.text);
  problems.push(...yaml.problems);
  if (yaml.problems.length > 0) return undefined;
  return parsed<unknown>(schema, yaml.value ?? undefined, yaml.at, problems);
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, at: (path: string) => Place, problems: Problem[]): T | undefined {
  if (value === undefined) {
    problems.push(problem(at(''), 'file: it is empty. Write its fields; docs/content-model.md lists them.'));
    return undefined;
  }
  const result = schema.safeParse(value);
  if (result.success) return curlyAll(result.data);
  problems.push(...schemaProblems(withKnown(result.error.issues, schema), value, at));
  return undefined;
}

/** Adds to each unknown field the fields there are, for the nearest name. */
function withKnown(issues: readonly z.core.$ZodIssue[], schema: z.ZodType): z.core.$ZodIssue[] {
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  return issues.map((issue) => (issue.code === 'unrecognized_keys' && issue.path.length === 0 ? { ...issue, known } : issue));
}

/** The name of a file without its ending. */
export const withoutEnding = (name: string): string => name.replace(/\.[^.]*$/, '');

/** True for a name of lower case words; a lesson's may begin with a digit, and one page is named by a number. */
export const isWellNamed = (kind: Kind, id: string): boolean =>
  (kind === 'pages' && id === '404') ||
  id.split(kind === 'links' ? '--' : '/').every((segment) => (kind === 'lessons' ? LESSON_ID : ID).test(segment));
