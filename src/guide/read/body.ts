import GithubSlugger from 'github-slugger';
import type { Heading, Nodes, Parents, Root } from 'mdast';
import type { MdxJsxAttribute } from 'mdast-util-mdx';
import { clip } from '../../lib/text.ts';
import { ID } from '../../schemas/common.ts';
import type { Block, Fragment, Mention, Part, Statement } from '../types.ts';
import { foreignProblems, isJsx, placer } from './allowed.ts';
import { DIRECTIONS, FACING, FIGURE, INLINE, type Jsx, TABLES, unknownComponent, VOICED } from './components.ts';
import { collectMentions } from './mentions.ts';
import { type Place, type Problem, problem } from './problem.ts';
import { partOf, plainText } from './runs.ts';
import { readStatement } from './statements.ts';

/** What a body says: its statements, its mentions and prose outside a voice, and what is wrong with its form. */
export interface BodyReading {
  statements: Statement[];
  mentions: Mention[];
  prose: string;
  /** statements and what stands between them, in order */
  blocks: Block[];
  fragments: Fragment[];
  problems: Problem[];
}

/** A body while it is read. */
interface Body {
  page: string;
  file: string;
  /** true for a page of content/lessons, which takes directions */
  lesson: boolean;
  /** true where every paragraph must stand in a voice */
  voiced: boolean;
  /** the heading above */
  section: string;
  /** blocks by id, headings by address */
  ids: Map<string, Place>;
  headings: Map<string, Place>;
  slugger: GithubSlugger;
  prose: string[];
  out: BodyReading;
}

type Reader = (node: Jsx, body: Body, where: Place) => void;

/** How each component is read that stands between paragraphs. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...[...VOICED].map(([name, voiced]): [string, Reader] => [
    name,
    (node, body, where) => {
      const statement = readStatement(node, name, voiced, body, body.out.problems);
      takeId(statement.id, statement.attributes.id ?? where, statement.place, body);
      for (const old of statement.formerly ?? []) takeId(old, statement.attributes.formerly ?? where, statement.place, body);
      body.out.statements.push(statement);
      body.out.blocks.push({ type: 'statement', section: body.section, statement, parts: partsOf(node) });
    },
  ]),
  ...[...DIRECTIONS].map(([name, type]): [string, Reader] => [
    name,
    inLessons((node, body, where) => {
      const { id, at } = readDirection(node, name, body);
      takeId(id, at, where, body);
      body.out.blocks.push({ type, section: body.section, id, parts: partsOf(node), place: where });
    }),
  ]),
  ...[...TABLES].map(([name, { type, of }]): [string, Reader] => [
    name,
    inLessons((node, { section, out }, where) => {
      if (node.attributes.length + node.children.length > 0)
        out.problems.push(problem(where, `<${name}>: it takes nothing. Write <${name} /> alone; the table is the ${of} of the lesson.`));
      out.blocks.push({ type, section, place: where });
    }),
  ]),
  [FACING, readFacing],
  [
    FIGURE,
    (node, { page, lesson, section, file, out }, where) => {
      if (!page.startsWith('pages/') && !lesson)
        out.problems.push(
          problem(
            where,
            `<${FIGURE}>: figures stand in pages of content/pages and in lessons. Here, link to one: <Ref to="figures/link-matrix" />.`,
          ),
        );
      const id = node.attributes.find((a): a is MdxJsxAttribute => a.type === 'mdxJsxAttribute' && a.name === 'id')?.value;
      if (typeof id === 'string') out.blocks.push({ type: 'figure', section, figure: id.trim() });
      collectMentions(node, file, out.mentions, out.problems);
    },
  ],
]);

/**
 * Reads the statements of an MDX body as data. Pure: knows no other file.
 *
 * @param tree the body (see `readMdx`)
 * @param page reference of the page, such as gaps/timetables
 * @param file path for places
 * @param voiced true where every paragraph must stand in a voice; false for a page that is the editors' as a whole
 */
export function readBody(tree: Root, page: string, file: string, voiced: boolean): BodyReading {
  const body: Body = {
    page,
    file,
    lesson: page.startsWith('lessons/'),
    voiced,
    section: '',
    ids: new Map(),
    headings: new Map(),
    slugger: new GithubSlugger(),
    prose: [],
    out: { statements: [], mentions: [], prose: '', blocks: [], fragments: [], problems: foreignProblems(tree, file) },
  };
  for (const node of tree.children) {
    const where = placer(file)(node);
    const name = isJsx(node) ? node.name : null;
    if (node.type === 'heading') readHeading(node, body, where);
    else if (isJsx(node) && READERS.has(name ?? '')) READERS.get(name ?? '')?.(node, body, where);
    else if (isJsx(node) && name !== null && !INLINE.has(name)) body.out.problems.push(unknownComponent(node, where, body.lesson));
    // what else stands between statements is allowed to, or told already
    else if (isJsx(node) || node.type === 'paragraph' || node.type === 'list') readText(node, body, where);
  }
  body.out.prose = body.prose.join('\n').trim();
  return body.out;
}

/** Notes the id of a block and refuses one that stands on the page already. */
function takeId(id: string, at: Place, block: Place, { ids, headings, out }: Body): void {
  const first = ids.get(id);
  const heading = headings.get(id);
  if (heading)
    out.problems.push(
      problem(at, `id "${id}": the heading on line ${heading.line} has this address. Ids are addresses; choose another one here.`),
    );
  else if (id && first)
    out.problems.push(
      problem(at, `id "${id}": a statement on line ${first.line} has the same id. Ids are addresses; choose another one here.`),
    );
  else if (id) {
    ids.set(id, block);
    out.fragments.push({ id, place: at });
  }
}

function readHeading(node: Heading, body: Body, where: Place): void {
  const { file, out } = body;
  const section = plainText(node);
  body.section = section;
  if (node.depth === 1)
    out.problems.push(problem(where, `heading "${section}": a page has one heading of the first level, its title. Begin with "##".`));
  if (section === '') out.problems.push(problem(where, 'heading: it is empty. Write it, or take it out.'));
  const address = body.slugger.slug(section);
  const taken = body.ids.get(address);
  if (taken)
    out.problems.push(
      problem(
        where,
        `heading "${section}": its address "#${address}" is the id of what stands on line ${taken.line}. Choose another id there.`,
      ),
    );
  body.headings.set(address, where);
  out.fragments.push({ id: address, heading: section, place: where });
  collectMentions(node, file, out.mentions, out.problems);
}

/** Reads a text outside the components: the editors', or refused. */
function readText(node: Nodes, { voiced, lesson, section, prose, file, out }: Body, where: Place): void {
  if (!voiced) {
    prose.push(plainText(node));
    out.blocks.push({ type: 'text', section, parts: partsOf({ type: 'root', children: [node] } as Parents) });
    collectMentions(node, file, out.mentions, out.problems);
    return;
  }
  const single = onlyVoice(node, lesson);
  out.problems.push(
    problem(
      where,
      single
        ? `<${single}>: it stands on one line with its text. Put the tags on lines of their own, with a blank line after the first and before the last.`
        : `text "${clip(plainText(node), 50)}": it stands in no voice, so nobody can tell whose it is. Put it inside <Paper>, <Others>, <Editors>, <Unknown> or <Example>${lesson ? '; what the room does inside <Activity>, what only the teacher reads inside <Facilitator>' : ''}.`,
    ),
  );
}

/** Reads statements that face each other: their page sets them side by side, and to the data they follow one another. */
function readFacing(node: Jsx, body: Body, where: Place): void {
  for (const attribute of node.attributes)
    body.out.problems.push(problem(where, `<${FACING} ${'name' in attribute ? attribute.name : ''}>: unknown attribute. It takes none.`));
  const sides = node.children.filter((child) => isJsx(child) && VOICED.has(child.name ?? ''));
  if (sides.length < 2)
    body.out.problems.push(
      problem(where, `<${FACING}>: it holds fewer than two statements. Put at least two voices inside, each on lines of its own.`),
    );
  for (const child of node.children) {
    const place = placer(body.file)(child);
    if (isJsx(child) && VOICED.has(child.name ?? '')) READERS.get(child.name ?? '')?.(child, body, place);
    else
      body.out.problems.push(
        problem(place, `<${FACING}>: "${clip(plainText(child as Nodes), 50)}" is no statement. Between its tags stand voices alone.`),
      );
  }
}

/** A reader that refuses its component outside lessons. */
function inLessons(read: Reader): Reader {
  return (node, body, where) =>
    body.lesson
      ? read(node, body, where)
      : body.out.problems.push(
          problem(where, `<${node.name}>: directions for a session stand in lessons, files of content/lessons. Take it out.`),
        );
}

/** Reads a block of directions: its id, and what its text mentions. */
function readDirection(node: Jsx, name: string, { file, out }: Body): { id: string; at: Place } {
  const place = placer(file)(node);
  let id = '';
  let at = place;
  for (const attribute of node.attributes) {
    const where = placer(file)(attribute as unknown as Nodes, place);
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
    if (attribute.name !== 'id') out.problems.push(problem(where, `<${name} ${attribute.name}>: unknown attribute. It takes id.`));
    else [id, at] = [attribute.value.trim(), where];
  }
  if (!ID.test(id))
    out.problems.push(
      problem(at, `<${name}>: id is missing or not well formed. Give it a short permanent name of its own, such as id="pairs".`),
    );
  if (plainText(node) === '') out.problems.push(problem(place, `<${name}>: it is empty. Write it, or take the block out.`));
  for (const child of node.children) {
    if (isJsx(child) && (VOICED.has(child.name ?? '') || DIRECTIONS.has(child.name ?? '')))
      out.problems.push(
        problem(
          placer(file)(child),
          `<${child.name}> inside <${name}>: directions and statements stand side by side. Close <${name}> first.`,
        ),
      );
    else if (child.type === 'heading')
      out.problems.push(problem(placer(file)(child), `heading inside <${name}>: headings stand between blocks. Close <${name}> first.`));
    else collectMentions(child as Nodes, file, out.mentions, out.problems);
  }
  return { id, at };
}

/** The paragraphs and list items of a block. */
function partsOf(node: Parents): Part[] {
  return node.children.flatMap((child): Part[] =>
    child.type === 'list' ? child.children.map((item) => partOf(item, true)) : [partOf(child as Nodes, false)],
  );
}

/** The voice component a paragraph consists of, if it is nothing else. */
function onlyVoice(node: Nodes, lesson: boolean): string | undefined {
  if (node.type !== 'paragraph') return undefined;
  const [first, ...others] = node.children.filter((c) => !(c.type === 'text' && c.value.trim() === ''));
  if (!first || others.length > 0 || !isJsx(first) || !first.name) return undefined;
  return VOICED.has(first.name) || (lesson && DIRECTIONS.has(first.name)) ? first.name : undefined;
}
