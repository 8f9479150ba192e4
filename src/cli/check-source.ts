/**
 * `npm run check:source -- FILE`: holds a copy of the study's abstract, which the editor supplies and the project does not
 * keep, against the guide. Every fingerprint and every link into the abstract must fit, and no run of more than eight words
 * may be copied.
 */
import { existsSync, readFileSync } from 'node:fs';
import { copiedRuns, locatorProblems } from '../guide/abstract.ts';
import { checkedGuide } from '../guide/check.ts';
import { unreadable } from '../guide/files.ts';
import { ContentError } from '../guide/problem.ts';

const [file] = process.argv.slice(2);

function main(): string[] {
  if (!file) return ['Name the file that holds the abstract: npm run check:source -- abstract.txt'];
  if (!existsSync(file)) return [`There is no file "${file}".`];
  let copy = '';
  try {
    copy = readFileSync(file, 'utf8');
  } catch (error) {
    return [`${file}: ${unreadable('file', error)}`];
  }
  const guide = checkedGuide();
  const sentences = guide.study.data.sentences;
  const located = sentences.flatMap((sentence) => locatorProblems(copy, sentence));
  const copied = copiedRuns(copy, guide).map(
    ({ page, place, run }) =>
      `${page} ${place}: ${run.split(' ').length} words in a row stand in the abstract too: "${run}". Say it in your own words.`,
  );
  if (located.length + copied.length === 0)
    console.log(
      `${sentences.length} sentences found by fingerprint, ${sentences.length} links fit, no run of more than eight words copied in ${guide.statements.length} statements.`,
    );
  return [...located, ...copied];
}

try {
  const problems = main();
  if (problems.length > 0) {
    console.error(problems.join('\n'));
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
