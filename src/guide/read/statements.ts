import type { Nodes } from 'mdast';
import { didYouMean } from '../../lib/nearest.ts';
import { listed } from '../../lib/text.ts';
import { ID } from '../../schemas/common.ts';
import type { Mention, Statement } from '../types.ts';
import { isJsx, placer } from './allowed.ts';
import { FIGURE, type Jsx, VOICED, type Voiced } from './components.ts';
import { collectMentions } from './mentions.ts';
import { type Place, type Problem, problem } from './problem.ts';
import { plainText } from './runs.ts';

/**
 * Reads the block of a voice as a statement.
 *
 * @param node the block
 * @param name its component
 * @param voiced the voice, and what the block must carry
 * @param around the page, its file, and the heading above
 * @param problems takes what is wrong with it
 */
export function readStatement(
  node: Jsx,
  name: string,
  { voice, needs }: Voiced,
  { page, file, section }: { page: string; file: string; section: string },
  problems: Problem[],
): Statement {
  const place = placer(file)(node);
  const values: Record<string, string> = {};
  const attributes: Record<string, Place> = {};
  const known = ['id', ...Object.keys(needs), 'formerly'];
  const braced = new Set<string>();

  for (const attribute of node.attributes) {
    const where = placer(file)(attribute as unknown as Nodes, place);
    if (attribute.type !== 'mdxJsxAttribute' || (attribute.value && typeof attribute.value !== 'string')) {
      if (attribute.type === 'mdxJsxAttribute') braced.add(attribute.name);
      continue;
    }
    if (!known.includes(attribute.name))
      problems.push(
        problem(where, `<${name} ${attribute.name}>: unknown attribute. ${didYouMean(attribute.name, known)}It takes ${listed(known)}.`),
      );
    values[attribute.name] = String(attribute.value ?? '').trim();
    attributes[attribute.name] = where;
  }
  if (!('id' in values) && !braced.has('id'))
    problems.push(problem(place, `<${name}>: id is missing. Give the statement a short permanent name of its own, such as id="named".`));
  else if ('id' in values && !ID.test(values.id as string))
    problems.push(
      problem(attributes.id as Place, `id "${values.id}": must be lower case words joined by hyphens, such as "two-calendars".`),
    );
  for (const old of split(values.formerly))
    if (!ID.test(old))
      problems.push(
        problem(attributes.formerly as Place, `formerly "${old}": must be lower case words joined by hyphens, such as "two-calendars".`),
      );
  for (const [need, what] of Object.entries(needs))
    if (!values[need] && !braced.has(need))
      problems.push(
        problem(
          attributes[need] ?? place,
          `<${name}>: ${need} is ${need in values ? 'empty' : 'missing'}. A statement of this voice must carry ${what}.`,
        ),
      );

  const text = plainText(node);
  if (text === '') problems.push(problem(place, `<${name}>: it is empty. Write the statement, or take the block out.`));
  const mentions: Mention[] = [];
  for (const child of node.children) {
    if (isJsx(child) && VOICED.has(child.name ?? ''))
      problems.push(problem(placer(file)(child), `<${child.name}> inside <${name}>: a statement has one voice. Close <${name}> first.`));
    else if (isJsx(child) && child.name === FIGURE)
      problems.push(
        problem(placer(file)(child), `<${child.name}> inside <${name}>: a figure has a voice of its own. Close <${name}> first.`),
      );
    else if (child.type === 'heading')
      problems.push(problem(placer(file)(child), `heading inside <${name}>: headings stand between statements. Close <${name}> first.`));
    else collectMentions(child as Nodes, file, mentions, problems);
  }
  return {
    id: values.id ?? '',
    page,
    voice,
    section,
    ...(values.formerly && { formerly: split(values.formerly) }),
    text,
    at: split(values.at),
    from: split(values.from),
    ...(values.because && { because: values.because }),
    ...(values.source && { source: values.source }),
    ...(values.stance && { stance: values.stance as NonNullable<Statement['stance']> }),
    ...(values.where && { where: values.where }),
    mentions,
    place,
    attributes,
  };
}

const split = (value: string | undefined): string[] => (value ?? '').split(/\s+/).filter(Boolean);
