import type { Nodes, Root, Text } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { unseenSigns } from '../../lib/signs.ts';
import { clip } from '../../lib/text.ts';
import { type Place, type Problem, problem } from './problem.ts';
import { unseenWording } from './raw.ts';
import { plainText } from './runs.ts';

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

/** What a body may be made of. Everything else is refused, wherever it stands: what the check does not know, no page shows. */
const ALLOWED: ReadonlySet<string> = new Set([
  'root',
  'heading',
  'paragraph',
  'list',
  'listItem',
  'text',
  'emphasis',
  'strong',
  'link',
  'break',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
]);

const CODE = 'code: import, export and { } are not allowed in content. Write plain text and the components of docs/content-model.md.';
const LIKE_CODE = 'code: a line begins with the word import or export, which MDX may read as code. Let another word begin the line.';
const COMMENT =
  'comment: notes that readers do not see are not allowed in content, neither <!-- --> nor {/* */}. Take it out; what a change is for belongs into the message of its commit.';
const DIRECT_LINK = 'Write the address where the link stands: [words](https://...).';

/** By the type of a node that may not stand in a body: what the author wrote, and the cure. */
const REFUSED: Record<string, (node: Nodes) => string> = {
  mdxjsEsm: () => CODE,
  mdxFlowExpression: codeOrComment,
  mdxTextExpression: codeOrComment,
  html: () => COMMENT,
  image: (node) => `image "${'url' in node ? node.url : ''}": text holds no pictures. Figures are drawn from data by a component.`,
  imageReference: (node) => `image "${label(node)}": text holds no pictures. Figures are drawn from data by a component.`,
  linkReference: (node) =>
    label(node).startsWith('^')
      ? `footnote "[${label(node)}]": notes at the foot of a page stand in no voice. Say it in the text, or in a statement of its own.`
      : `link "[${label(node)}]": its address stands elsewhere in the file. ${DIRECT_LINK}`,
  definition: (node) =>
    label(node).startsWith('^')
      ? `footnote "[${label(node)}]:": notes at the foot of a page stand in no voice. Say it in the text, or in a statement of its own.`
      : `link "[${label(node)}]:": an address on a line of its own cannot be checked where it is used. ${DIRECT_LINK}`,
  code: () => 'code block: text holds no program code. Say it in words; a block between ``` or ~~~ is not allowed.',
  inlineCode: (node) =>
    `code "${'value' in node ? node.value : ''}": text holds no program code. Write the words plainly, or in quotation marks.`,
  blockquote: (node) =>
    `quotation "${clip(plainText(node), 50)}": a line that begins with ">" makes a block of its own. Write the words in quotation marks inside the sentence.`,
  thematicBreak: () => 'line: a line across the page stands between statements only. Take it out, or close the block first.',
};

function codeOrComment(node: Nodes): string {
  return 'value' in node && /^\s*\/[*/]/.test(node.value) ? COMMENT : CODE;
}

const label = (node: Nodes): string => ('label' in node ? (node.label ?? '') : '');

/** What the parser leaves as plain words though its author meant more, or what a page would set otherwise than the data. */
const IN_TEXT: readonly [RegExp, (found: string) => string][] = [
  [
    /(?:https?:\/\/|www\.)[^\s)\]]*[^\s)\].,;:!?]/,
    (found) => `address "${clip(found, 60)}": a bare address is no link. Write [words](https://...), with words that say where it leads.`,
  ],
  [/~~/, () => '"~~": nothing is struck out here. Take the words out, or leave the signs away.'],
  [
    /\[\^[^\]]*\]/,
    (found) => `footnote "${found}": notes at the foot of a page stand in no voice. Say it in the text, or in a statement of its own.`,
  ],
  [/^\s*\|.*\|\s*$/m, () => 'table: text holds no tables. Write a list, or put the rows into data that a component shows.'],
  [/^\[[ xX]\](?=\s)/, (found) => `"${found}": there are no boxes to tick in content. Take the brackets out.`],
  [
    // with so much space before it, a mark of a list marks nothing
    /\n[ \t]*[-*+][ \t]+(?=\S)/,
    () =>
      'list: a line here begins like an item of a list and is none, so it is glued to the line before. Begin it as far left as the other items, with an empty line before the first.',
  ],
  [
    /[*`]|(?<![\p{L}\p{N}_])_|_(?![\p{L}\p{N}_])/u,
    (found) => `"${found}": a sign that should set words off has no partner here. Take it out, or put one on either side of the words.`,
  ],
  [/--+/, (found) => `"${found}": the page would show a dash and the data would not. Write – or —, or rather a comma or a full stop.`],
  [/\.\.\./, () => '"...": the page would show … and the data would not. Write … itself, or end the sentence.'],
];

/**
 * Everything in a body that may not stand there, whatever it stands in. The list above says what may.
 *
 * @param tree the body (see `readMdx`)
 * @param file path for places
 */
export function foreignProblems(tree: Root, file: string): Problem[] {
  const problems: Problem[] = [];
  const walk = (node: Nodes, parents: readonly Nodes[]): void => {
    const place = placer(file)(node);
    const parent = parents.at(-1);
    if (!ALLOWED.has(node.type) && !(node.type === 'thematicBreak' && parent?.type === 'root')) {
      const told = REFUSED[node.type];
      problems.push(
        problem(
          place,
          told
            ? told(node)
            : `${node.type}: this is not allowed in content. Write plain text, lists and the components of docs/content-model.md.`,
        ),
      );
      return;
    }
    if (node.type === 'text') problems.push(...textProblems(node, parent, file));
    if (isJsx(node)) problems.push(...attributeProblems(node, file));
    if (node.type === 'link' && node.title)
      problems.push(problem(place, `link "${node.url}": the words in quotes after the address are shown to few readers. Take them out.`));
    if (node.type === 'list' && parents.some(({ type }) => type === 'listItem'))
      problems.push(
        problem(
          place,
          'list: it stands inside an item of another list. Begin its lines as far left as the others, so that each item stands alone.',
        ),
      );
    if (isJsx(node) && parents.some(({ type }) => type === 'heading'))
      problems.push(
        problem(place, `<${node.name ?? ''}> in a heading: the address of a heading is made of its words, and would change. Write words.`),
      );
    if ('children' in node) for (const child of node.children) walk(child as Nodes, [...parents, node]);
  };
  walk(tree, []);
  return problems;
}

function textProblems(node: Text, parent: Nodes | undefined, file: string): Problem[] {
  const place = placer(file)(node);
  const siblings: readonly Nodes[] = parent && 'children' in parent ? parent.children : [];
  const before = siblings[siblings.indexOf(node) - 1];
  const lines = node.value.split('\n').slice(before && before.type !== 'break' ? 1 : 0);
  if (lines.some((line) => /^\s*(?:im|ex)port(?=[\s{*'"(])/.test(line))) return [problem(place, LIKE_CODE)];
  const [unseen] = unseenSigns(node.value);
  if (unseen) return [problem(place, unseenWording(unseen.sign))];
  if (turnsUnclear(node.value, before !== undefined, siblings.at(-1) !== node))
    return [
      problem(place, 'quotes: which way a straight quote turns is not clear here, and page and data may differ. Write “ ” ‘ ’ themselves.'),
    ];
  for (const [pattern, message] of IN_TEXT) {
    const [found] = pattern.exec(node.value) ?? [];
    if (found !== undefined) return [problem(place, message(found.trim()))];
  }
  return [];
}

/**
 * True for a text with a straight quote that is neither an apostrophe nor at the edge of words. What turns quotes on the
 * page and what turns them in the data agree on these two alone.
 */
function turnsUnclear(text: string, follows: boolean, goesOn: boolean): boolean {
  const around = `${follows ? '\uFFFC' : ' '}${text}${goesOn ? '\uFFFC' : ' '}`;
  let open = false;
  return (
    [...around.matchAll(/["']/g)].some(({ 0: quote, index }) => {
      const [before, after] = [around.charAt(index - 1), around.charAt(index + 1)];
      if (quote === "'") return !/[\p{L}\p{N}]/u.test(before) || !/[\p{L}\s.,;:?!)]/u.test(after);
      const right = open
        ? /[\p{L}\p{N}.,?!…’)]/u.test(before) && /[\s.,;:?!)]/.test(after)
        : /[\s(]/.test(before) && /[\p{L}\p{N}]/u.test(after);
      open = !open;
      return !right;
    }) || open
  );
}

function attributeProblems(node: Jsx, file: string): Problem[] {
  const seen = new Set<string>();
  return node.attributes.flatMap((attribute) => {
    const place = placer(file)(attribute as { position?: Nodes['position'] }, placer(file)(node));
    const { name } = node;
    if (attribute.type !== 'mdxJsxAttribute' || (attribute.value && typeof attribute.value !== 'string'))
      return [problem(place, `<${name}>: an attribute is written in braces. Write it in quotes, such as id="named".`)];
    if (seen.has(attribute.name)) return [problem(place, `<${name}>: ${attribute.name} is written twice. Keep one of them.`)];
    seen.add(attribute.name);
    const [unseen] = unseenSigns(String(attribute.value ?? ''));
    return unseen ? [problem(place, unseenWording(unseen.sign))] : [];
  });
}

export const isJsx = (node: { type: string }): node is Jsx => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** Finds the place of a node in a file. */
export const placer =
  (file: string) =>
  (node: { position?: { start: { line: number; column: number } } | undefined }, fallback?: Place): Place =>
    node.position
      ? { file, line: node.position.start.line, column: node.position.start.column }
      : (fallback ?? { file, line: 1, column: 1 });
