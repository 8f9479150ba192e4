/**
 * `npm run fonts`: cuts the two typefaces to the characters and weights the guide uses and writes them to src/styles/fonts. As
 * their holders reserve the name "Source" for whole ones, these are called "Margin".
 * The result is committed, so that a build needs no font tool. A site test checks that no page uses a character outside the cut.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { convert } from 'fontverter';
import subsetFont from 'subset-font';
import { FONT_CHARACTERS } from '../../lib/font-characters.ts';
import { renamed } from './font-names.ts';

const FACES = [
  { from: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2', to: 'margin-serif' },
  { from: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2', to: 'margin-sans' },
];

for (const { from, to } of FACES) {
  const subset = await subsetFont(readFileSync(`node_modules/${from}`), FONT_CHARACTERS, {
    targetFormat: 'sfnt',
    variationAxes: { wght: { min: 400, max: 700 } },
  });
  const font = await convert(Buffer.from(renamed(subset, 'Source', 'Margin')), 'woff2');
  writeFileSync(`src/styles/fonts/${to}.woff2`, font);
  console.log(`${to}: ${(font.length / 1000).toFixed(1)} kB`);
}
