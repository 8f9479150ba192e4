/**
 * `npm run bench:check`: how long the content checks take on 300 files, every second one broken. Median of seven runs, files
 * in memory; then once from the command line, as an author runs it on this guide.
 */
import { spawnSync } from 'node:child_process';
import { buildGuide } from '../../src/guide/build.ts';
import { readFiles } from '../../src/guide/read/files.ts';
import { ContentError } from '../../src/guide/read/problem.ts';
import { median } from './median.ts';
import { sized } from './sized.ts';

const FILES = sized(300, 60);
const FOLDER = 'tests/fixtures/guide';
const files = readFiles(FOLDER);
const gap = files.find((f) => f.path.endsWith('gaps/manuals.mdx'))?.text ?? '';
const many = Array.from({ length: FILES - files.length }, (_, i) => ({
  path: `${FOLDER}/gaps/gap-${i}.mdx`,
  text: gap.replace('order: 2', `order: ${i + 10}`).replace('at="results-1"', i % 2 ? 'at="results-1"' : 'at="result-1"'),
}));

const times = Array.from({ length: sized(7, 1) }, () => {
  const start = performance.now();
  try {
    buildGuide([...files, ...many], FOLDER);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
  }
  return performance.now() - start;
});
console.log(`${FILES} files checked: median ${Math.round(median(times))} ms of ${times.length} runs`);

const start = performance.now();
spawnSync(process.execPath, ['src/build/cli/check-content.ts']);
console.log(`npm run check:content on this guide, start of Node included: ${Math.round(performance.now() - start)} ms`);
