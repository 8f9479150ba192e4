/**
 * Runs Astro with the arguments given and without its reports to its makers: `npm run dev`, and the second half of `npm start`.
 * Ends as Astro ends.
 */
import { runAstro } from '../run-astro.ts';

process.exitCode = runAstro(process.argv.slice(2));
