/** `npm run check:content`: every problem of the content at once; exit code 1 where there is one. */
import { buildGuide } from '../guide/build.ts';
import { contentFolder, readFiles } from '../guide/files.ts';
import { ContentError } from '../guide/problem.ts';

try {
  const guide = buildGuide(readFiles(contentFolder()), contentFolder());
  console.log(`${guide.entries.size} entries and ${guide.statements.length} statements checked: no problems.`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
