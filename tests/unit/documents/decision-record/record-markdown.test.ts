import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { marked } from 'marked';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { recordMarkdown } from '../../../../src/documents/decision-record/record-markdown.ts';
import { markdownLine, markdownLink, markdownText } from '../../../../src/documents/text/markdown-text.ts';
import { linesOf } from '../../../../src/documents/text/texts.ts';
import { rounds } from '../../rounds.ts';
import { hostileText, hostileViews, tamed, textsOf } from './hostile.ts';
import { blank, longest, typical } from './views.ts';

/** How often each kind of node stands in a text; paragraphs, words and line breaks are the team's to make. */
function nodeCounts(node: Nodes, counts: Record<string, number> = {}): Record<string, number> {
  if (!['paragraph', 'text', 'break'].includes(node.type)) counts[node.type] = (counts[node.type] ?? 0) + 1;
  if ('children' in node) for (const child of node.children) nodeCounts(child, counts);
  return counts;
}

/** The words of a text as a reader sees them, a line break as `\n`. */
const wordsIn = (node: Nodes): string =>
  node.type === 'break'
    ? '\n'
    : 'value' in node
      ? node.value
      : 'children' in node
        ? node.children.map(wordsIn).join(node.type === 'paragraph' || node.type === 'heading' || node.type === 'link' ? '' : '\n')
        : '';

/** The document that another reader of Markdown makes. */
const htmlOf = (markdown: string) =>
  parseHTML(`<!doctype html><html><body>${String(marked.parse(markdown)).replaceAll('<br>', '<br>\n')}</body></html>`).document;
const tagCounts = (markdown: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { localName } of htmlOf(markdown).querySelectorAll('body *'))
    if (localName !== 'p' && localName !== 'br') counts[localName] = (counts[localName] ?? 0) + 1;
  return counts;
};

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('whatever the team and the guide wrote', () => {
  test('only the headings, links and lists of the record itself are there', () => {
    fc.assert(
      fc.property(hostileViews, (view) => {
        expect(nodeCounts(fromMarkdown(recordMarkdown(view)))).toEqual(nodeCounts(fromMarkdown(recordMarkdown(tamed(view)))));
      }),
      { numRuns: rounds(400) },
    );
  });

  test('another reader finds the same', () => {
    fc.assert(
      fc.property(hostileViews, (view) => {
        expect(tagCounts(recordMarkdown(view))).toEqual(tagCounts(recordMarkdown(tamed(view))));
      }),
      { numRuns: rounds(200) },
    );
  });

  test('every word of it is read again', () => {
    fc.assert(
      fc.property(hostileViews, (view) => {
        const markdown = recordMarkdown(view);
        const read = squeezed(wordsIn(fromMarkdown(markdown)));
        const other = squeezed(htmlOf(markdown).body?.textContent ?? '');
        for (const text of textsOf(view)) {
          expect(read).toContain(squeezed(linesOf(text).join(' ')));
          expect(other).toContain(squeezed(linesOf(text).join(' ')));
        }
      }),
      { numRuns: rounds(200) },
    );
  });

  test('lines stay lines', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const read = wordsIn(fromMarkdown(`Label: ${markdownText(text)}`)).replace(/^Label: ?/, '');
        expect(read.split('\n')).toEqual(linesOf(text).filter((line, i) => line !== '' || i === 0));
      }),
      { numRuns: 1000 },
    );
  });
});

test('a text is escaped no more than it needs', () => {
  expect(markdownLine('Plain words, 3.5 hours (two-thirds), A & B; "so" it is: yes.')).toBe(
    'Plain words, 3.5 hours (two-thirds), A & B; "so" it is: yes.',
  );
  expect(markdownText('1. a\n- b\n\n\n= c\\')).toBe('1\\. a\\\n\\- b\n\n\\= c\\\\');
});

test('only addresses of the web become links: a path leads nowhere from a file', () => {
  expect(markdownLink('a', 'https://b.example/c (d)?e=1&copy;=é%20f')).toBe('[a](https://b.example/c%20\\(d\\)?e=1\\&copy;=%C3%A9%20f)');
  expect(markdownLink('', 'https://b.example/a_b_c/')).toBe('[https\\://b.example/a\\_b\\_c/](https://b.example/a_b_c/)');
  for (const address of ['', '/gaps/b/', 'javascript:alert(1)', '//b.example', 'data:text/html,x'])
    expect(markdownLink('a*', address)).toBe('a\\*');
});

describe('a typical record', () => {
  const markdown = recordMarkdown(typical);

  test('carries the mark of every pair and every case against in words', () => {
    for (const { pairs } of typical.choices)
      for (const { mark, gap, reason, against } of pairs) {
        expect(markdown).toMatch(new RegExp(`- \\*\\*${mark}\\.\\*\\* \\[?${gap}.*: ${reason}`));
        if (against) expect(markdown).toContain(`**Against, we infer.** ${against}`);
      }
  });

  test('shows dots where nothing was written', () => {
    expect(markdown).toContain('**What would make us stop.** …\n');
    expect(recordMarkdown(blank)).toContain('## When we look at it again\n\n…\n');
  });

  test('gives everyone who took part a line to sign on', () => {
    expect(markdown.match(/Signature: _+ Date: _+/g)).toHaveLength(3);
    expect(markdown).toContain('- Ines Falk, parks office\\\n  Signature');
  });

  test('says what a record without gaps or responses lacks', () => {
    const text = recordMarkdown(blank);
    expect(text).toContain('No gap was chosen.');
    expect(text).toContain('No response was chosen.');
    expect(text).not.toContain('since');
  });

  test('ends with guide, edition and basis', () => {
    expect(markdown).toMatch(
      /---\n\n- From: \[Shade for small towns\]\(https:\/\/trees\.example\/find\/plan\/\)\. Not made or endorsed .*\n- Edition of the guide: May 4, 2032\n$/,
    );
  });
});

test('the longest record keeps all it holds', () => {
  const read = squeezed(wordsIn(fromMarkdown(recordMarkdown(longest))));
  for (const text of textsOf(longest)) expect(read).toContain(squeezed(text));
});
