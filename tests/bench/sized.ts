/** True where a bench only has to show that it works: `npm run bench:NAME -- --least`. A test runs each so. */
export const LEAST = process.argv.includes('--least');

/** How much of something a bench takes as a rule, and how much at least. */
export const sized = (usual: number, least: number): number => (LEAST ? least : usual);
