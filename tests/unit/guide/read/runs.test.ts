import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { readMdx } from '../../../../src/guide/read/mdx.ts';
import { fillIn, finishPart, partOf, plainText } from '../../../../src/guide/read/runs.ts';
import type { Part } from '../../../../src/guide/types.ts';

const read = (text: string): Nodes => readMdx('a.mdx', `---\ntitle: A\n---\n\n${text}\n`).tree?.children[0] as Nodes;
const names: Record<string, string> = { 'gaps/timetables': 'Time "tables"', smith: 'Smith 2024', gaps: 'seven' };
const show = (_: string, value: string): string => names[value] ?? '…';
const wordsOf = ({ line = [] }: Part): string => line.map((run) => (typeof run === 'string' ? run : run.text)).join('');

const finished = (text: string): Part => {
  const part = partOf(read(text), false);
  finishPart(part, show);
  return part;
};

describe('A part of a text', () => {
  test('keeps its links: with words of their own, with a name, a term, a citation', () => {
    expect(
      finished(
        'See <Ref to="gaps/careers">careers</Ref>, <Ref to="gaps/timetables" /> and <Term id="lag">*lags*</Term> (<Cite source="smith" />).',
      ),
    ).toEqual({
      text: 'See careers, Time “tables” and lags (Smith 2024).',
      item: false,
      line: [
        'See ',
        { text: 'careers', to: 'gaps/careers' },
        ', ',
        { text: 'Time “tables”', to: 'gaps/timetables' },
        ' and ',
        { text: 'lags', to: 'glossary/lag' },
        ' (',
        { text: 'Smith 2024', to: 'sources/smith' },
        ').',
      ],
    });
  });
  test('leads to an official address, and has no space at the edge of a link', () => {
    expect(finished('See<Ref to="gaps/careers"> careers </Ref>and [the law](https://example.org/law).')).toEqual({
      text: 'See careers and the law.',
      item: false,
      line: ['See ', { text: 'careers', to: 'gaps/careers' }, ' and ', { text: 'the law', href: 'https://example.org/law' }, '.'],
    });
  });
  test('has no line where it has no link: a number is none', () => {
    expect(finished('All *<Count of="gaps" />* of\nthem.')).toEqual({ text: 'All seven of them.', item: false });
  });
  test('sets a quote by what stands before it, also where a link begins there', () => {
    expect(finished('"A" or "<Ref to="gaps/careers">"b" c</Ref>"')).toEqual({
      text: '“A” or “”b” c”',
      item: false,
      line: ['“A” or “', { text: '”b” c', to: 'gaps/careers' }, '”'],
    });
  });
  test('says the same with its links and without, whatever they are and wherever they stand', () => {
    const word = fc.constantFrom('a', 'b "c"', "it's", ' ', '\n', '. ', '(', ')');
    const link = fc.constantFrom(
      '<Ref to="gaps/timetables" />',
      '<Ref to="gaps/careers"> careers </Ref>',
      '[ law ](https://example.org/law)',
      '<Cite source="smith" />',
      '<Count of="gaps" />',
      '<Term id="lag">lag</Term>',
      '*a*',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, link), { minLength: 1, maxLength: 8 }), (pieces) => {
        const node = read(`x ${pieces.join('')} y`);
        const part = partOf(node, false);
        expect(part.text).toBe(plainText(node));
        expect(part.text).toBe(part.text.replace(/\s+/g, ' ').trim());
        finishPart(part, show);
        if (part.line) expect(wordsOf(part)).toBe(part.text);
        for (const run of part.line ?? [])
          expect(typeof run === 'string' ? run : run.text.trim()).toBe(typeof run === 'string' ? run || ' ' : run.text);
      }),
    );
  });
  test('takes the name of what it leads to once the guide is whole', () => {
    expect(fillIn(plainText(read('By <Cite source="smith" />.')), show)).toBe('By Smith 2024.');
  });
});
