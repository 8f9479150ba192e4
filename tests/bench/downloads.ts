/**
 * `npm run bench:downloads`: makes every file of every lesson as a build does, five times in one process, and prints seconds:
 * the first time, which loads fonts and programs, and the median of the others.
 */
import { readFileSync } from 'node:fs';
import { addressesAt } from '../../src/exports/addresses.ts';
import { LESSON_FILES, LessonFiles } from '../../src/exports/teaching/lesson-files.ts';
import { buildGuide } from '../../src/guide/build.ts';
import { readFiles } from '../../src/guide/read/files.ts';
import { median } from './median.ts';
import { sized } from './sized.ts';

const guide = buildGuide(readFiles('content'));
const sheets = { marks: readFileSync('src/styles/marks.css', 'utf8'), tokens: readFileSync('src/styles/tokens.css', 'utf8') };
const times: number[] = [];
const lessons = guide.lessons.slice(0, sized(guide.lessons.length, 1));
let bytes = 0;
for (let run = 0; run < sized(5, 1); run++) {
  const files = new LessonFiles(guide, addressesAt(new URL('https://guide.example')), sheets);
  const start = performance.now();
  bytes = 0;
  for (const lesson of lessons) {
    for (const { name } of LESSON_FILES) bytes += (await files.file(lesson, name)).length;
    bytes += (await files.zip(lesson)).length;
  }
  times.push((performance.now() - start) / 1000);
}
const [first = 0, ...others] = times;
console.log(`${lessons.length} lessons, ${LESSON_FILES.length + 1} files each, ${(bytes / 1e6).toFixed(1)} MB`);
console.log(`first ${first.toFixed(1)} s, then ${others.length > 0 ? median(others).toFixed(1) : '-'} s (at most 20)`);
