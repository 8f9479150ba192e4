import type { Guide } from './types.ts';

/** A guide with the stamp of the files it was read from. */
export interface Stamped {
  stamp: string;
  guide: Guide;
}

// the check before a build and the build itself load modules of their own, so only the process can hold what passes between them
const KEY = Symbol.for('guide-checked-before-the-build');
const shelf = globalThis as { [KEY]?: Stamped };

/** Keeps a checked guide for the build that follows in this process, so that it is not read twice. */
export function handOver(guide: Stamped): void {
  shelf[KEY] = guide;
}

/** The guide that a check kept, if one ran in this process. */
export const handedOver = (): Stamped | undefined => shelf[KEY];
