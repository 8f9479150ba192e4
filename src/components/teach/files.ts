import { addressesAt } from '~/exports/addresses.ts';
import { everything, kept } from '~/exports/kept.ts';
import { type Keep, LessonFiles } from '~/exports/teaching/lesson-files.ts';
import { loadGuide } from '~/guide/index.ts';
import { contentFolder } from '~/guide/read/files.ts';
import type { Guide } from '~/guide/types.ts';
import { href } from '~/lib/urls.ts';
import marks from '~/styles/marks.css?raw';
import tokens from '~/styles/tokens.css?raw';

let made: { guide: Guide; files: LessonFiles } | undefined;

/** The files of lessons, made once for the guide as it is. */
export function lessonFiles(site: URL | undefined): LessonFiles {
  const guide = loadGuide();
  if (made?.guide !== guide) {
    const from = [everything(contentFolder()), String(site), href('/')];
    const keep: Keep = (name, make) => kept([...from, name], [], make);
    made = { guide, files: new LessonFiles(guide, addressesAt(site), { marks, tokens }, keep) };
  }
  return made.files;
}
