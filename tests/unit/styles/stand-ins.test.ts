import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import subsetFont from 'subset-font';
import { describe, expect, test } from 'vitest';
import { buildGuide } from '../../../src/guide/build.ts';
import { readFiles } from '../../../src/guide/read/files.ts';
import { FONT_CHARACTERS } from '../../../src/lib/font-characters.ts';

const FACES = [...readFileSync('src/styles/tokens.css', 'utf8').matchAll(/@font-face \{([^}]*)\}/g)].map(([, rules]) =>
  Object.fromEntries([...(rules as string).matchAll(/([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value as string])),
);
const ours = { serif: 'margin-serif', sans: 'margin-sans' };

/** Free faces that are as wide as those of systems, letter by letter. Noto Serif and Roboto were measured in the same way by hand. */
const AS_WIDE = [
  ['Like Georgia', 'gelasio', 'serif'],
  ['Like Times', 'tinos', 'serif'],
  ['Like DejaVu Serif', 'dejavu-serif', 'serif'],
  ['Like Arial', 'arimo', 'sans'],
  ['Like DejaVu Sans', 'dejavu-sans', 'sans'],
] as const;

const text = buildGuide(readFiles('content'))
  .statements.map((statement) => statement.text)
  .join(' ');
const letters = new Map<string, number>();
for (const letter of text) letters.set(letter, (letters.get(letter) ?? 0) + 1);
const widthOf = (font: Font): number =>
  [...letters].reduce((sum, [letter, times]) => {
    const code = letter.codePointAt(0) as number;
    return sum + (font.hasGlyphForCodePoint(code) ? (times * font.glyphForCodePoint(code).advanceWidth) / font.unitsPerEm : 0);
  }, 0);

/** Our face as readers get it, in one weight. */
const ownFace = async (kind: 'serif' | 'sans', weight: number): Promise<Font> => {
  const cut = readFileSync(`src/styles/fonts/${ours[kind]}.woff2`);
  return create(await subsetFont(cut, FONT_CHARACTERS, { targetFormat: 'sfnt', variationAxes: { wght: weight } })) as Font;
};

describe('A face that stands in until ours arrives', () => {
  test.each(AS_WIDE)('%s is as wide as ours in text and in bold, and a line of it stands as high', async (family, file, kind) => {
    for (const [weights, own, other] of [
      ['400 500', 400, 400],
      ['600 700', 600, 700],
    ] as const) {
      const face = FACES.find((one) => one['font-family'] === `"${family}"` && one['font-weight'] === weights);
      const mine = await ownFace(kind, own);
      const theirs = create(readFileSync(`node_modules/@fontsource/${file}/files/${file}-latin-${other}-normal.woff`)) as Font;
      const adjust = Number.parseFloat(face?.['size-adjust'] ?? '') / 100;
      expect([family, own, Math.abs((adjust * widthOf(theirs)) / widthOf(mine) - 1) < 0.01]).toEqual([family, own, true]);
      for (const [rule, part] of [
        ['ascent-override', mine.ascent],
        ['descent-override', -mine.descent],
      ] as const)
        expect((Number.parseFloat(face?.[rule] ?? '') / 100) * adjust).toBeCloseTo(part / mine.unitsPerEm, 2);
    }
  });
  test('has a name that no browser takes for a generic one when it stands without quotes, and is asked for', () => {
    const generic = /^(?:serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-|math|inherit|initial|unset|revert|default)/i;
    const asked =
      readFileSync('src/styles/tokens.css', 'utf8')
        .match(/--(?:serif|sans):[^;]+/g)
        ?.join(' ') ?? '';
    const names = FACES.map((face) => face['font-family']?.replaceAll('"', '') as string);
    expect(names.filter((name) => generic.test(name))).toEqual([]);
    expect([...new Set(names)].filter((name) => !asked.includes(`"${name}"`))).toEqual([]);
  });
});
