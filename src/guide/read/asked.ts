import { didYouMean } from '../../lib/nearest.ts';
import { listed } from '../../lib/text.ts';
import { ASKED, askedSchema } from '../../schemas/asked.ts';
import { ASKED_KINDS, type Kind } from '../kinds.ts';
import type { Asked, ContentFile } from '../types.ts';
import { type Place, type Problem, problem } from './problem.ts';
import { readYaml, schemaProblems } from './yaml.ts';

const FILES = ASKED_KINDS.map((kind) => `${kind}.yaml`);

/**
 * Reads the phrases in which people ask for the entries of one kind. They stay as people type them. Whether the entries
 * exist is asked later, of the whole.
 *
 * @param file a file of the folder
 * @param name its path in the folder
 * @returns phrases by reference of their entry; undefined where something is wrong
 */
export function readAsked(file: ContentFile, name: string, problems: Problem[]): [string, Asked][] | undefined {
  if (!FILES.includes(name)) {
    const start = { file: file.path, line: 1, column: 1 };
    problems.push(problem(start, `file: ${ASKED}/ holds ${listed(FILES)}. ${didYouMean(name, FILES)}Rename the file, or take it out.`));
    return undefined;
  }
  const yaml = readYaml(file.path, file.text);
  problems.push(...yaml.problems);
  if (yaml.problems.length > 0) return undefined;
  const read = askedSchema.safeParse(yaml.value);
  if (!read.success) {
    problems.push(...schemaProblems(read.error.issues, yaml.value, yaml.at));
    return undefined;
  }
  const kind = name.replace(/\.yaml$/, '');
  return Object.entries(read.data).map(([id, phrases]) => [`${kind}/${id}`, { phrases, place: yaml.at(id) }]);
}

/**
 * Takes phrases out of the fields of an entry, where they may not stand, and tells where they belong.
 *
 * @returns the fields without them
 */
export function withoutAsked(fields: unknown, kind: Kind, id: string, at: (path: string) => Place, problems: Problem[]): unknown {
  if (!ASKED_KINDS.includes(kind) || typeof fields !== 'object' || fields === null || !(ASKED in fields)) return fields;
  const { [ASKED]: _, ...others } = fields;
  problems.push(problem(at(ASKED), `asked: phrases stand in files of their own. Move them to content/asked/${kind}.yaml, under "${id}".`));
  return others;
}
