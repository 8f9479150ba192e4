import { buildGuide } from './build.ts';
import { around, contentFolder, readFiles } from './read/files.ts';
import type { Guide } from './types.ts';

/**
 * Reads and checks the content of this project as it stands on the disk, today.
 *
 * @throws ContentError with all problems of the content
 */
export const checkedGuide = (): Guide => buildGuide(readFiles(contentFolder()), contentFolder(), around());
