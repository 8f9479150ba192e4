/**
 * `npm run check:source -- FILE [--built [FOLDER]]`: holds a copy of the study's abstract, which the editor supplies and the
 * project does not keep, against the guide. Every fingerprint and every link into the abstract must fit, and no run of more
 * than eight words may be copied in any text of the content. With `--built` it reads the built site too (`dist`).
 */
import { existsSync, readFileSync } from 'node:fs';
import { checkedGuide } from '../../guide/check.ts';
import { unreadable } from '../../guide/read/files.ts';
import { ContentError } from '../../guide/read/problem.ts';
import { countWord, listed } from '../../lib/text.ts';
import { copiedRuns, locatorProblems, MOST, type Text, textsOf } from './abstract.ts';
import { builtTexts } from './built-texts.ts';

const [file, ...options] = process.argv.slice(2);

function main(): string[] {
  if (!file || file.startsWith('--')) return ['Name the file that holds the abstract: npm run check:source -- abstract.txt'];
  if (!existsSync(file)) return [`There is no file "${file}".`];
  const [built, folder = 'dist'] = options;
  if (built && built !== '--built') return [`"${built}": no such option. Write --built to read the built site too.`];
  if (built && !existsSync(folder)) return [`There is no folder "${folder}". Build the site first: npm run build`];
  let copy = '';
  try {
    copy = readFileSync(file, 'utf8');
  } catch (error) {
    return [`${file}: ${unreadable('file', error)}`];
  }
  const guide = checkedGuide();
  const { sentences } = guide.study.data;
  const located = sentences.flatMap((sentence) => locatorProblems(copy, sentence));
  const content = textsOf(guide);
  const problems = [...located, ...copies(content)];
  const site = built ? builtTexts(folder) : undefined;
  if (site) problems.push(...copies(site.texts));
  if (problems.length === 0) {
    console.log(
      `${sentences.length} sentences found by fingerprint, ${sentences.length} links fit, no run of more than ${countWord(MOST)} words copied in ${content.length} texts of the content.`,
    );
    if (site)
      console.log(
        `Nor in ${site.texts.length} texts of ${folder}: read ${endings(site.read)}; not read, as they hold pictures, fonts or machine code: ${endings(site.skipped)}.`,
      );
  }
  return problems;

  function copies(texts: readonly Text[]): string[] {
    return copiedRuns(copy, guide, texts).map(
      ({ page, place, run }) =>
        `${page} ${place}: ${run.split(' ').length} words in a row stand in the abstract too: "${run}". Say it in your own words.`,
    );
  }
}

/** `258 .html, 3 .csv`. */
const endings = (counts: ReadonlyMap<string, number>): string =>
  listed([...counts].sort(([, a], [, b]) => b - a).map(([ending, count]) => `${count} ${ending}`)) || 'none';

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
