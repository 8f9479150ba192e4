/**
 * `npm run weights`: prints the heaviest pages of the built guide, and what is over its limit. Set SITE_URL and BASE_PATH as
 * for the build; a folder may be named. Ends with 1 where something is too heavy: readers are better off with a heavy page
 * than with none, so the build itself does not look.
 */
import { siteAddress } from '../../lib/site-address.ts';
import { tooHeavy, weigh, weightTable } from '../weights.ts';

const { SITE_URL, BASE_PATH } = process.env;
const weights = weigh(process.argv[2] ?? 'dist', siteAddress({ SITE_URL, BASE_PATH }));
console.log(weightTable(weights));
const heavy = tooHeavy(weights);
if (heavy.length > 0) console.error(['', 'Heavier than planned:', ...heavy].join('\n  '));
process.exitCode = heavy.length > 0 ? 1 : 0;
