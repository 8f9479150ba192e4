import { describe, expect, test } from 'vitest';
import { addressesAt } from '../../../src/exports/addresses.ts';
import type { Block, Inline, Linked } from '../../../src/exports/edition/blocks.ts';
import { enumerated, heading, inSteps, joined, line, plain, said } from '../../../src/exports/edition/blocks.ts';
import { entryBlocks } from '../../../src/exports/edition/entry.ts';
import { chaptersOf, leftOutOf } from '../../../src/exports/edition/order.ts';
import { writerOf } from '../../../src/exports/edition/writer.ts';
import { markdownOf } from '../../../src/exports/markdown/write.ts';
import { buildGuide } from '../../../src/guide/build.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { hasPage } from '../../../src/guide/entries.ts';
import { readFiles } from '../../../src/guide/read/files.ts';
import { FOLDER } from '../guide/malformed.ts';

const guide = checkedGuide();
const guides = [guide, buildGuide(readFiles(FOLDER), FOLDER)];

/** Every block of a list, those inside others too. */
const all = (blocks: readonly Block[]): Block[] => blocks.flatMap((block) => [block, ...(block.type === 'list' ? all(block.items) : [])]);
const linesOf = (block: Block): readonly (readonly Inline[])[] =>
  block.type === 'said'
    ? [block.text, ...block.under]
    : block.type === 'facts'
      ? block.facts.map(({ value }) => value)
      : block.type === 'table'
        ? [...block.head, ...block.rows.flat()]
        : block.type === 'line'
          ? [block.line]
          : [];
/** A line without its links. */
const wordsOf = (text: readonly Inline[]): string =>
  text.map((part) => (typeof part === 'object' && 'text' in part ? part.text : part)).join('');
const isLinked = (part: Inline): part is Linked => typeof part === 'object' && !('strong' in part) && !('open' in part);

describe('What stands in an entry', () => {
  test('holds each statement of its page once, with its voice, its id and its paragraphs', () => {
    for (const one of guides)
      for (const entry of [...one.entries.values()].filter(hasPage)) {
        const blocks = all(entryBlocks(writerOf(one), entry)).filter((block) => block.type === 'said');
        for (const { id, voice, text } of entry.kind === 'cases' || entry.kind === 'documents' ? [] : entry.statements)
          expect([
            entry.ref,
            blocks.filter((block) => block.id === id && wordsOf(block.text) === text).map((block) => block.voice),
          ]).toEqual([entry.ref, [voice]]);
        for (const { parts, text } of blocks) if (parts) expect(parts.map((part) => part.text).join(' ')).toBe(wordsOf(text));
      }
  });

  test('leads to entries and places that there are', () => {
    let links = 0;
    for (const one of guides)
      for (const entry of [...one.entries.values()].filter(hasPage))
        for (const part of all(entryBlocks(writerOf(one), entry))
          .flatMap(linesOf)
          .flat()
          .filter(isLinked))
          if ('to' in part) {
            links += 1;
            expect([part.to, one.entries.has(part.to)]).toEqual([part.to, true]);
          } else if ('href' in part) expect(part.href).toMatch(/^(https?|mailto):/);
    expect(links).toBeGreaterThan(100);
  });

  test('keeps nothing of what is left out of a line', () => {
    expect(line('a', false, '', undefined, ['b'])).toEqual(['a', 'b']);
    expect(joined([undefined, 'a', [], 'b'], ', ')).toEqual(['a', ', ', 'b']);
    expect(['', 'a', 'a b', 'a b c'].map((text) => enumerated(text.split(' ').filter(Boolean)).join(''))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
    expect(said({ voice: 'editors', label: 'Ours' }, 'a', false, '', 'b').under).toEqual([['b']]);
  });
});

test('Markdown writes each block as a paragraph that keeps its mark, and no character of a text as a command', () => {
  const mark = { voice: 'editors', label: 'We *infer*' } as const;
  const blocks: Block[] = [
    { type: 'heading', level: 2, text: 'A *b*' },
    { type: 'facts', facts: [{ name: 'Page', value: [{ to: 'gaps/manuals' }] }, { value: ['plain'] }] },
    said(mark, ['a_b ', { to: 'gaps/manuals', fragment: 'named', text: 'x' }, ' c'], { href: 'https://example.org/(a)', text: 'y' }),
    {
      type: 'direction',
      label: 'Do',
      parts: [
        { text: 'one', item: false },
        { text: '# two', item: true },
      ],
    },
    { type: 'list', items: [said(mark, 'a', 'b'), { type: 'line', line: [{ open: 'box' }, ' c'] }] },
    { type: 'table', head: [['a|b']], rows: [[[{ file: '/data/x.csv', text: 'x' }]]] },
    { type: 'line', line: [{ strong: 'L:' }, ' ', { open: 'blank' }] },
    { type: 'figure', figure: 'sums' },
    { type: 'figure', figure: 'sums', instead: said(mark, 'seen') },
    { type: 'line', line: [{ href: 'https://example.org/' }] },
    { type: 'rule' },
  ];
  expect(markdownOf(blocks, addressesAt(new URL('https://guide.example'))).split('\n\n')).toEqual([
    '## A \\*b\\*',
    '- Page: [https://guide.example/gaps/manuals/](https://guide.example/gaps/manuals/)\n- plain',
    '**We \\*infer\\*.** a\\_b [x](https://guide.example/gaps/manuals/#named) c\\\n[y](<https://example.org/(a)>)',
    '**Do.** one\\\n\\# two',
    '- **We \\*infer\\*.** a\\\n  b\n- [ ] c',
    '| a\\|b |\n| --- |\n| [x](https://guide.example/data/x.csv) |',
    '**L:** \\_\\_\\_\\_\\_\\_\\_\\_',
    '**We \\*infer\\*.** seen',
    '<https://example.org/>',
    '---',
  ]);
  // where the guide does not know its own address, words stand for it
  const words = markdownOf(blocks, addressesAt(undefined));
  expect(words).toContain('- Page: page /gaps/manuals/ of the guide\n');
  expect(words).toContain('a\\_b x (page /gaps/manuals/\\#named of the guide) c');
  expect(words).toContain('| x (file /data/x.csv of the guide) |');
  // but not inside a sentence
  const [sentence] = blocks.flatMap((block) => (block.type === 'said' ? [{ ...block, parts: [{ text: 'a_b x c', item: false }] }] : []));
  expect(markdownOf([sentence as Block], addressesAt(undefined))).toContain('a\\_b x c');
  // links may lead to another edition than the address that is told
  const twins = markdownOf(blocks, { ...addressesAt(new URL('https://guide.example')), linkFor: () => 'https://guide.example/manuals.md' });
  expect(twins).toContain('- Page: [https://guide.example/gaps/manuals/](https://guide.example/gaps/manuals/)');
  expect(twins).toContain('[x](https://guide.example/manuals.md)');
});

describe('The whole guide in reading order', () => {
  test('holds each entry with a page once, or says why not', () => {
    for (const one of guides) {
      const told = chaptersOf(one).flatMap(({ entries }) => entries);
      const out = leftOutOf(one);
      expect([...told, ...out.map(({ entry }) => entry)].map(({ ref }) => ref).sort()).toEqual(
        [...one.entries.values()]
          .filter(hasPage)
          .map(({ ref }) => ref)
          .sort(),
      );
      expect(new Set(told).size).toBe(told.length);
      for (const { why } of out) expect(why).toMatch(/^\p{Ll}.* \S+/u);
    }
  });
  test('begins with what it comes to and ends with its words', () => {
    const chapters = chaptersOf(guide);
    expect([chapters[0], chapters.at(-1)].map((chapter) => chapter?.entries.map(({ ref }) => ref))).toEqual([
      ['pages/brief'],
      ['pages/glossary'],
    ]);
    for (const { title } of chapters) expect(title).not.toBe('');
  });
});

test('headings go down one step at a time, whatever an edition leaves out', () => {
  const levels = (given: number[]) =>
    inSteps(given.map((level) => heading(level as 1 | 2 | 3, 'A heading'))).map((block) => 'level' in block && block.level);
  expect(levels([1, 2, 3, 2, 3])).toEqual([1, 2, 3, 2, 3]);
  expect(levels([3, 3, 2, 3])).toEqual([2, 3, 2, 3]);
  expect(levels([2, 1, 3])).toEqual([2, 1, 2]);
  expect(inSteps([plain('Said.')])).toEqual([plain('Said.')]);
});
