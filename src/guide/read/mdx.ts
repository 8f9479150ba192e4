import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { mdxjs } from 'micromark-extension-mdxjs';
import { itemAt } from '../../lib/items.ts';
import { type Place, type Problem, problem } from './problem.ts';

/** An MDX file taken apart. */
export interface MdxReading {
  /** the YAML between the `---` lines; undefined where there is none */
  front?: string;
  /** the body as a tree with places counted in the whole file; undefined where it cannot be read */
  tree?: Root;
  problems: Problem[];
}

/** The fields of an MDX file with the two lines around them. */
export const FRONT = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Takes an MDX file apart into frontmatter and a tree whose places count from the file's first line. */
export function readMdx(file: string, source: string): MdxReading {
  const start: Place = { file, line: 1, column: 1 };
  const match = FRONT.exec(source);
  if (!match) {
    const why = source.startsWith('---') ? 'the second "---" line is missing' : 'it must begin with a line "---"';
    return {
      problems: [problem(start, `frontmatter: ${why}. The fields of an entry stand between two lines "---" at the top.`)],
    };
  }
  const [whole, front = ''] = match;
  const body = whole.replace(/[^\n]/g, '') + source.slice(whole.length);
  try {
    const tree = fromMarkdown(body, { extensions: [mdxjs()], mdastExtensions: [mdxFromMarkdown()] });
    return { front, tree, problems: [] };
  } catch (error) {
    return { front, problems: [problem(syntaxPlace(file, error), `MDX: ${syntaxWording(error)}`)] };
  }
}

interface SyntaxSlip {
  reason?: string;
  message?: string;
  line?: number;
  column?: number;
  place?: { line?: number; column?: number; start?: { line: number; column: number } };
}

function syntaxPlace(file: string, error: unknown): Place {
  const { place, line, column, reason } = error as SyntaxSlip;
  // a tag that is never closed is reported at the end of the file; its message holds where it opens
  const opened = /closing tag for `<\w*>` \((\d+):(\d+)/.exec(reason ?? '');
  if (opened) return { file, line: Number(opened[1]), column: Number(opened[2]) };
  const point = place?.start ?? place;
  return { file, line: point?.line ?? line ?? 1, column: point?.column ?? column ?? 1 };
}

function syntaxWording(error: unknown): string {
  const { reason, message } = error as SyntaxSlip;
  const said = itemAt(String(reason ?? message ?? error).split('\n'), 0);
  const closing = /Expected a closing tag for `<(\w*)>`/.exec(said);
  if (closing)
    return `<${closing[1]}> is not closed before the end of its paragraph or block. Write </${closing[1]}> on a line of its own, with a blank line before it.`;
  const mismatch = /Unexpected closing tag `<\/(\w+)>`, expected corresponding closing tag for `<(\w+)>`/.exec(said);
  if (mismatch) return `</${mismatch[1]}> closes <${mismatch[2]}>. The two names must be the same.`;
  if (/Unexpected closing slash/.test(said)) return `a closing tag has no opening tag. Take it out, or open the block.`;
  if (/Could not parse (expression|import)|in expression, expected/.test(said))
    return 'braces { } hold code in MDX. Write \\{ and \\} for plain braces.';
  if (/`!`.*before name/.test(said))
    return 'comments <!-- --> cannot stand in MDX, and neither can {/* */}. Take it out; what a change is for belongs into the message of its commit.';
  if (/before local name|`@`.* in name/.test(said))
    return 'an address in < > is no link in MDX. Write [words](https://...), with words that say where it leads.';
  if (/before name/.test(said)) return 'a "<" stands in the text. Write &lt; or "less than".';
  return `${said.replace(/\.?$/, '.')} Compare with another entry of the same kind.`;
}
