/**
 * `npm run fonts`: cuts the two typefaces to the characters and weights the guide uses and writes them to src/styles/fonts.
 * The result is committed, so that a build needs no font tool. A site test checks that no page uses a character outside the cut.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { FONT_CHARACTERS } from '../../lib/font-characters.ts';

const FACES = [
  { from: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2', to: 'source-serif-4' },
  { from: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2', to: 'source-sans-3' },
];

for (const { from, to } of FACES) {
  const subset = await subsetFont(readFileSync(`node_modules/${from}`), FONT_CHARACTERS, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700 } },
  });
  writeFileSync(`src/styles/fonts/${to}.woff2`, subset);
  console.log(`${to}: ${(subset.length / 1000).toFixed(1)} kB`);
}
