import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { searchNames } from '../../../../src/exports/search-names.ts';
import { buildGuide } from '../../../../src/guide/build.ts';
import { readAsked } from '../../../../src/guide/read/asked.ts';
import { readFiles } from '../../../../src/guide/read/files.ts';
import type { Problem } from '../../../../src/guide/read/problem.ts';
import { unseenSigns } from '../../../../src/lib/signs.ts';
import { FOLDER } from '../malformed.ts';

const PATH = 'content/asked/pages.yaml';

describe('Phrases in which people ask for an entry', () => {
  test('reach search in their order, after its other names and as people type them', () => {
    const { names, vocabulary } = searchNames(buildGuide(readFiles(FOLDER), FOLDER));
    const also = (address: string) => names.find((name) => name.address === address)?.also;
    expect(also('/gaps/manuals/')).toEqual([
      'Nobody knows how it works',
      'manuals',
      'tool',
      'how does this thing work',
      'nobody wrote it down',
    ]);
    expect(also('/gaps/opening-hours/')?.at(-1)).toBe("shut when I'm free");
    expect(vocabulary.split(' ')).toContain('shut');
  });

  test('are read whatever their words, each list with the place of its id', () => {
    const id = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5})?(\/[a-z]{1,5})?$/);
    const phrase = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== '' && unseenSigns(text).length === 0);
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(id, fc.array(phrase, { minLength: 1 })), { minLength: 1, selector: ([one]) => one }), (lists) => {
        const text = lists.map(([one, phrases]) => stringify({ [one]: phrases })).join('\n');
        const problems: Problem[] = [];
        const asked = new Map(readAsked({ path: PATH, text }, 'pages.yaml', problems));
        expect(problems).toEqual([]);
        expect(asked.size).toBe(lists.length);
        for (const [one, phrases] of lists) {
          const { place, ...read } = asked.get(`pages/${one}`) ?? { place: { line: 0 } };
          expect(read).toEqual({ phrases: phrases.map((said) => said.trim()) });
          expect(text.split('\n')[place.line - 1]?.startsWith(`${one}:`)).toBe(true);
        }
      }),
    );
  });
});
