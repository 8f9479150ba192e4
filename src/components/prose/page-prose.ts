import Figure from './Figure.astro';
import { prose } from './index.ts';

/** The same for a page that is no finding: it may show figures, and its style sheet comes along. */
export const pageProse = { ...prose, Figure };
