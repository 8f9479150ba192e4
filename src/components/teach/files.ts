import { keptLessonFiles, type LessonFiles } from '~/exports/teaching/lesson-files.ts';
import { loadGuide } from '~/guide/index.ts';
import type { Guide } from '~/guide/types.ts';
import marks from '~/styles/marks.css?raw';
import tokens from '~/styles/tokens.css?raw';

let made: { guide: Guide; files: LessonFiles } | undefined;

/** The files of lessons, made once for the guide as it is. */
export function lessonFiles(site: URL | undefined): LessonFiles {
  const guide = loadGuide();
  if (made?.guide !== guide) made = { guide, files: keptLessonFiles(guide, site, { marks, tokens }) };
  return made.files;
}
