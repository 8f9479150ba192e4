/**
 * Makes the files of a build that are slow to make, so that they are kept when the build needs them; see `filesAhead`.
 * `SITE_FOR_FILES` and `BASE_FOR_FILES` tell where the site will stand.
 */
import { readFileSync } from 'node:fs';
import { addressesAt } from '../../exports/addresses.ts';
import { briefSlide } from '../../exports/brief-slide.ts';
import { BRIEF_FILES, briefFile } from '../../exports/brief-slide-files.ts';
import { keptCitations } from '../../exports/citation-styles.ts';
import { keptDataZip } from '../../exports/data-texts.ts';
import { keptEpub } from '../../exports/epub/epub.ts';
import { figurePicture } from '../../exports/figure-picture.ts';
import { pagePicture, picturesOf } from '../../exports/page-picture.ts';
import { filesOf, keptLessonFiles } from '../../exports/teaching/lesson-files.ts';
import { pdfFiles, pdfOf } from '../../exports/typeset/pdf-files.ts';
import { hasPdfs } from '../../exports/typeset/press.ts';
import { ICONS, icon } from '../../exports/web-manifest.ts';
import { checkedGuide } from '../../guide/check.ts';

// nobody waits for the files of a build that is over
process.once('disconnect', () => process.exit());

const guide = checkedGuide();
const site = process.env['SITE_FOR_FILES'] ? new URL(process.env['SITE_FOR_FILES']) : undefined;
const sheets = { marks: readFileSync('src/styles/marks.css', 'utf8'), tokens: readFileSync('src/styles/tokens.css', 'utf8') };
const lessons = keptLessonFiles(guide, site, sheets);
/** the first takes longest: where there is a book, longer than all others together */
const [firstPdf, ...pdfs] = hasPdfs() ? pdfFiles(guide).map((file) => () => pdfOf(guide, file, site, sheets)) : [];

/** In the order in which a build asks for them; but what takes long is begun first. */
const tasks: (() => Promise<unknown>)[] = [
  ...(firstPdf ? [firstPdf] : []),
  () => keptCitations(guide),
  ...guide.figures.map((figure) => () => figurePicture(guide, figure, addressesAt(site).addressFor, sheets)),
  ...(site
    ? picturesOf(guide).map(
        ({ picture }) =>
          () =>
            pagePicture(picture),
      )
    : []),
  ...(briefSlide(guide)
    ? BRIEF_FILES.map(
        ({ name }) =>
          () =>
            briefFile(guide, name, site),
      )
    : []),
  ...ICONS.map((one) => () => icon(one)),
  () => keptEpub(guide, site, sheets),
  () => keptDataZip(guide, site),
  ...guide.lessons.flatMap((lesson) => filesOf(lesson).map((file) => () => lessons.of(lesson, file))),
  ...pdfs,
];
// some at a time: while threads draw one, the next is laid out
const work = async () => {
  for (let task = tasks.shift(); task; task = tasks.shift()) await task();
};
await Promise.all(Array.from({ length: 4 }, work));
if (process.connected) process.disconnect();
