import GithubSlugger from 'github-slugger';
import type { Nodes, Parents, Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { didYouMean } from '../../lib/nearest.ts';
import { clip, listed } from '../../lib/text.ts';
import { ID } from '../../schemas/common.ts';
import { STANCES, type Voice } from '../../schemas/kinds.ts';
import type { Block, Fragment, Mention, Part, Statement } from '../types.ts';
import { foreignProblems, isJsx, placer } from './allowed.ts';
import { plainText } from './mdx.ts';
import { type Place, type Problem, problem } from './problem.ts';

/** What each voice component must carry beside its `id` (docs/content-model.md, "The five voices"). */
const VOICE_ATTRIBUTES: Record<string, { voice: Voice; needs: Record<string, string> }> = {
  Paper: { voice: 'paper', needs: { at: 'the sentences of the abstract it rests on, such as at="results-2"' } },
  Others: {
    voice: 'others',
    needs: { source: 'a file in content/sources', stance: `one of ${listed(STANCES, 'or')}` },
  },
  Editors: { voice: 'editors', needs: { because: 'the reason', from: 'what it rests on, such as from="results-2"' } },
  Unknown: { voice: 'unknown', needs: { where: 'where the answer may be found' } },
  Example: { voice: 'example', needs: {} },
};

/** Components inside a paragraph: their attribute and the kind it points to. */
const INLINE: Record<string, { type: Mention['type']; attribute: string; prefix: string }> = {
  Ref: { type: 'ref', attribute: 'to', prefix: '' },
  Term: { type: 'term', attribute: 'id', prefix: 'glossary/' },
  Cite: { type: 'cite', attribute: 'source', prefix: 'sources/' },
  Count: { type: 'count', attribute: 'of', prefix: '' },
  Figure: { type: 'figure', attribute: 'id', prefix: 'figures/' },
};

/** Of these, what stands between statements, on a line of its own. */
const BLOCKS: ReadonlySet<string> = new Set(['Figure']);

/** Of a lesson alone: what learners do, notes for whoever teaches, and the table of its case. They say nothing of the subject. */
const DIRECTIONS: Record<string, 'activity' | 'facilitator'> = { Activity: 'activity', Facilitator: 'facilitator' };
const PROJECTS = 'Projects';

/** What a text outside the components is made of. */
const TEXT: ReadonlySet<string> = new Set(['paragraph', 'list']);

const OUTSIDE_ADDRESS = /^https:\/\/\S+$/;

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

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

/**
 * Reads the statements of an MDX body as data. Pure: knows no other file.
 *
 * @param tree the body (see `readMdx`)
 * @param page reference of the page, such as gaps/timetables
 * @param file path for places
 * @param voiced true where every paragraph must stand in a voice; false for a page that is the editors' as a whole
 */
export function readBody(tree: Root, page: string, file: string, voiced: boolean): BodyReading {
  const out: BodyReading = {
    statements: [],
    mentions: [],
    prose: '',
    blocks: [],
    fragments: [],
    problems: foreignProblems(tree, file),
  };
  const lesson = page.startsWith('lessons/');
  const place = placer(file);
  const prose: string[] = [];
  const ids = new Map<string, Place>();
  const headings = new Map<string, Place>();
  const slugger = new GithubSlugger();
  let section = '';
  /** notes the id of a block and refuses one that an earlier block has */
  const once = (id: string, at: Place, block: Place): void => {
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
  };

  for (const node of tree.children) {
    const where = place(node);
    if (node.type === 'heading') {
      section = plainText(node);
      if (node.depth === 1)
        out.problems.push(problem(where, `heading "${section}": a page has one heading of the first level, its title. Begin with "##".`));
      if (section === '') out.problems.push(problem(where, 'heading: it is empty. Write it, or take it out.'));
      const address = slugger.slug(section);
      const taken = ids.get(address);
      if (taken)
        out.problems.push(
          problem(
            where,
            `heading "${section}": its address "#${address}" is the id of what stands on line ${taken.line}. Choose another id there.`,
          ),
        );
      headings.set(address, where);
      out.fragments.push({ id: address, heading: section, place: where });
      collectMentions(node, file, out.mentions, out.problems);
    } else if (isJsx(node) && node.name !== null && node.name in VOICE_ATTRIBUTES) {
      const statement = readVoice(node, page, file, section, out.problems);
      once(statement.id, statement.attributes.id ?? where, statement.place);
      out.statements.push(statement);
      out.blocks.push({ type: 'statement', section, statement, parts: partsOf(node) });
    } else if (isJsx(node) && lesson && node.name !== null && node.name in DIRECTIONS) {
      const type = DIRECTIONS[node.name] as 'activity' | 'facilitator';
      const { id, at } = readDirection(node, file, out);
      once(id, at, where);
      out.blocks.push({ type, section, id, parts: partsOf(node), place: where });
    } else if (isJsx(node) && lesson && node.name === PROJECTS) {
      if (node.attributes.length + node.children.length > 0)
        out.problems.push(problem(where, '<Projects>: it takes nothing. Write <Projects /> alone; the table is the case of the lesson.'));
      out.blocks.push({ type: 'projects', section, place: where });
    } else if (!TEXT.has(node.type) && !isJsx(node)) {
      // allowed between statements, or told already
    } else if (isJsx(node) && node.name !== null && BLOCKS.has(node.name)) {
      if (!page.startsWith('pages/') && !lesson)
        out.problems.push(
          problem(
            where,
            `<${node.name}>: figures stand in pages of content/pages and in lessons. Here, link to one: <Ref to="figures/link-matrix" />.`,
          ),
        );
      const id = node.attributes.find((a): a is MdxJsxAttribute => a.type === 'mdxJsxAttribute' && a.name === 'id')?.value;
      if (typeof id === 'string') out.blocks.push({ type: 'figure', section, figure: id.trim() });
      collectMentions(node, file, out.mentions, out.problems);
    } else if (isJsx(node) && node.name !== null && !lesson && (node.name in DIRECTIONS || node.name === PROJECTS)) {
      out.problems.push(
        problem(where, `<${node.name}>: directions for a session stand in lessons, files of content/lessons. Take it out.`),
      );
    } else if (isJsx(node) && node.name !== null && !(node.name in INLINE)) {
      out.problems.push(unknownComponent(node, where, lesson));
    } else if (voiced) {
      const single = onlyVoice(node, lesson);
      out.problems.push(
        problem(
          where,
          single
            ? `<${single}>: it stands on one line with its text. Put the tags on lines of their own, with a blank line after the first and before the last.`
            : `text "${clip(plainText(node), 50)}": it stands in no voice, so nobody can tell whose it is. Put it inside <Paper>, <Others>, <Editors>, <Unknown> or <Example>${lesson ? '; what the room does inside <Activity>, what only the teacher reads inside <Facilitator>' : ''}.`,
        ),
      );
    } else {
      prose.push(plainText(node));
      collectMentions(node, file, out.mentions, out.problems);
    }
  }
  out.prose = prose.join('\n').trim();
  return out;
}

function readVoice(node: Jsx, page: string, file: string, section: string, problems: Problem[]): Statement {
  const place = placer(file)(node);
  const name = node.name as string;
  const { voice, needs } = VOICE_ATTRIBUTES[name] as (typeof VOICE_ATTRIBUTES)[string];
  const values: Record<string, string> = {};
  const attributes: Record<string, Place> = {};
  const known = ['id', ...Object.keys(needs)];
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
    if (isJsx(child) && child.name !== null && child.name in VOICE_ATTRIBUTES)
      problems.push(problem(placer(file)(child), `<${child.name}> inside <${name}>: a statement has one voice. Close <${name}> first.`));
    else if (isJsx(child) && child.name !== null && BLOCKS.has(child.name))
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

/** Reads a block of directions: its id, and what its text mentions. */
function readDirection(node: Jsx, file: string, out: BodyReading): { id: string; at: Place } {
  const place = placer(file)(node);
  const name = node.name as string;
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
    if (isJsx(child) && child.name !== null && (child.name in VOICE_ATTRIBUTES || child.name in DIRECTIONS))
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

/** The paragraphs and list items of a block, each as plain text. */
function partsOf(node: Parents): Part[] {
  return node.children.flatMap((child): Part[] =>
    child.type === 'list'
      ? child.children.map((item) => ({ text: plainText(item), item: true }))
      : [{ text: plainText(child as Nodes), item: false }],
  );
}

/** Walks a text for links, terms, citations and counts; refuses code, unknown components and plain inside links. */
function collectMentions(node: Nodes, file: string, mentions: Mention[], problems: Problem[]): void {
  const place = placer(file)(node);
  if (isJsx(node)) {
    const inline = node.name === null ? undefined : INLINE[node.name];
    if (node.name !== null && BLOCKS.has(node.name) && node.type === 'mdxJsxTextElement')
      problems.push(problem(place, `<${node.name}>: it stands inside a sentence. Put it on a line of its own, between statements.`));
    else if (node.name !== null && (node.name in VOICE_ATTRIBUTES || node.name in DIRECTIONS || node.name === PROJECTS))
      problems.push(
        problem(
          place,
          `<${node.name}>: it stands inside another text. Put its tags on lines of their own, at the left, between statements.`,
        ),
      );
    else if (!inline) problems.push(unknownComponent(node, place));
    else {
      const attribute = node.attributes.find((a): a is MdxJsxAttribute => a.type === 'mdxJsxAttribute' && a.name === inline.attribute);
      const value = typeof attribute?.value === 'string' ? attribute.value.trim() : '';
      if (value === '' && typeof (attribute?.value ?? '') === 'string')
        problems.push(problem(place, `<${node.name}>: ${inline.attribute} is missing. ${inlineExample(node.name)}`));
      else if (node.type === 'mdxJsxFlowElement' && !BLOCKS.has(node.name as string)) problems.push(aloneProblem(node, place));
      else if (value !== '') mentions.push({ type: inline.type, to: inline.prefix + value, place });
      const words = plainText({ type: 'paragraph', children: node.children as never }) !== '';
      if (inline.type === 'term' && !words)
        problems.push(problem(place, `<${node.name}>: its words are missing. ${inlineExample(node.name)}`));
      if (inline.type !== 'term' && inline.type !== 'ref' && words)
        problems.push(
          problem(place, `<${node.name}>: it writes its own words, and those inside it would be lost. ${inlineExample(node.name)}`),
        );
      for (const other of node.attributes)
        if (other !== attribute)
          problems.push(
            problem(
              place,
              `<${node.name}>: unknown attribute${other.type === 'mdxJsxAttribute' ? ` "${other.name}"` : ''}. ${inlineExample(node.name)}`,
            ),
          );
    }
  } else if (node.type === 'link' && !OUTSIDE_ADDRESS.test(node.url)) {
    problems.push(
      problem(
        place,
        `link "${node.url}": plain links may point to an official https:// address only. Inside the guide write <Ref to="gaps/timetables" />, so that the build can check it.`,
      ),
    );
  }
  // of a paragraph that holds components alone, the page makes none
  const solid = node.type === 'paragraph' ? node.children.filter((child) => !(child.type === 'text' && child.value.trim() === '')) : [];
  const [first] = solid;
  if (first && isJsx(first) && solid.every(isJsx) && (first.name ?? '') in INLINE) problems.push(aloneProblem(first, place));
  if ('children' in node) for (const child of node.children) collectMentions(child as Nodes, file, mentions, problems);
}

const aloneProblem = ({ name }: Jsx, place: Place): Problem =>
  problem(place, `<${name}>: it stands alone and belongs into a sentence. Put words before or after it.`);

const inlineExample = (name: string | null): string =>
  ({
    Ref: 'Write <Ref to="gaps/timetables" />.',
    Term: 'Write <Term id="soft-money">soft money</Term>.',
    Cite: 'Write <Cite source="smith-2024-waiting" />.',
    Count: 'Write <Count of="gaps" />.',
    Figure: 'Write <Figure id="link-matrix" /> on a line of its own.',
  })[name ?? ''] ?? '';

function unknownComponent(node: Jsx, place: Place, lesson = false): Problem {
  const known = [...Object.keys(VOICE_ATTRIBUTES), ...(lesson ? [...Object.keys(DIRECTIONS), PROJECTS] : []), ...Object.keys(INLINE)];
  const name = node.name ?? '';
  return problem(
    place,
    `<${name}>: there is no such component. ${didYouMean(name, known)}There are ${listed(known.map((k) => `<${k}>`))}.`,
  );
}

/** The voice component a paragraph consists of, if it is nothing else. */
function onlyVoice(node: Nodes, lesson: boolean): string | undefined {
  if (node.type !== 'paragraph') return undefined;
  const jsx = node.children.filter((c) => !(c.type === 'text' && c.value.trim() === ''));
  const [first] = jsx;
  const known = { ...VOICE_ATTRIBUTES, ...(lesson && DIRECTIONS) };
  return jsx.length === 1 && first && isJsx(first) && first.name && first.name in known ? first.name : undefined;
}

const split = (value: string | undefined): string[] => (value ?? '').split(/\s+/).filter(Boolean);
