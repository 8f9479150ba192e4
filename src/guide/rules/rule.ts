import type { Problem } from '../read/problem.ts';
import type { Guide } from '../types.ts';

/** One rule over the whole guide: pure, gives every breach with its cure. */
export type Rule = (guide: Guide) => Problem[];
