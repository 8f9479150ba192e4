/** `npm run check:content`: every problem of the content at once; exit code 1 where there is one. */
import { checkedGuide } from '../../guide/check.ts';
import { ContentError } from '../../guide/read/problem.ts';

try {
  const guide = checkedGuide();
  console.log(`${guide.entries.size} entries and ${guide.statements.length} statements checked: no problems.`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
