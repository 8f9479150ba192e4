import type { Nodes } from 'mdast';
import type { MdxJsxAttribute } from 'mdast-util-mdx';
import type { Mention } from '../types.ts';
import { isJsx, placer } from './allowed.ts';
import { DIRECTIONS, FIGURE, INLINE, type Jsx, TABLES, unknownComponent, VOICED } from './components.ts';
import { type Place, type Problem, problem } from './problem.ts';
import { plainText } from './runs.ts';

const OUTSIDE_ADDRESS = /^https:\/\/\S+$/;

/** Walks a text for links, terms, citations and counts; refuses code, unknown components and plain inside links. */
export function collectMentions(node: Nodes, file: string, mentions: Mention[], problems: Problem[]): void {
  const place = placer(file)(node);
  if (isJsx(node)) {
    const name = node.name ?? '';
    const inline = INLINE.get(name);
    if (name === FIGURE && node.type === 'mdxJsxTextElement')
      problems.push(problem(place, `<${name}>: it stands inside a sentence. Put it on a line of its own, between statements.`));
    else if (VOICED.has(name) || DIRECTIONS.has(name) || TABLES.has(name))
      problems.push(
        problem(place, `<${name}>: it stands inside another text. Put its tags on lines of their own, at the left, between statements.`),
      );
    else if (!inline) problems.push(unknownComponent(node, place));
    else {
      const attribute = node.attributes.find((a): a is MdxJsxAttribute => a.type === 'mdxJsxAttribute' && a.name === inline.attribute);
      const value = typeof attribute?.value === 'string' ? attribute.value.trim() : '';
      if (value === '' && typeof (attribute?.value ?? '') === 'string')
        problems.push(problem(place, `<${name}>: ${inline.attribute} is missing. ${inline.example}`));
      else if (node.type === 'mdxJsxFlowElement' && name !== FIGURE) problems.push(aloneProblem(node, place));
      else if (value !== '') mentions.push({ type: inline.type, to: inline.prefix + value, place });
      const words = plainText({ type: 'paragraph', children: node.children as never }) !== '';
      if (inline.type === 'term' && !words) problems.push(problem(place, `<${name}>: its words are missing. ${inline.example}`));
      if (inline.type !== 'term' && inline.type !== 'ref' && words)
        problems.push(problem(place, `<${name}>: it writes its own words, and those inside it would be lost. ${inline.example}`));
      for (const other of node.attributes)
        if (other !== attribute)
          problems.push(
            problem(place, `<${name}>: unknown attribute${other.type === 'mdxJsxAttribute' ? ` "${other.name}"` : ''}. ${inline.example}`),
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
  if (first && isJsx(first) && solid.every(isJsx) && INLINE.has(first.name ?? '')) problems.push(aloneProblem(first, place));
  if ('children' in node) for (const child of node.children) collectMentions(child as Nodes, file, mentions, problems);
}

const aloneProblem = ({ name }: Jsx, place: Place): Problem =>
  problem(place, `<${name}>: it stands alone and belongs into a sentence. Put words before or after it.`);
