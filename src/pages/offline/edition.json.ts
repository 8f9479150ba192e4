import type { APIRoute } from 'astro';
import { loadGuide } from '~/guide/index.ts';
import { editionOf } from '~/guide/responses.ts';

/** The day of the edition. After the build it tells too how much there is to keep, see `src/build/guide-copy.ts`. */
export const GET: APIRoute = () => Response.json({ day: editionOf(loadGuide()) });
